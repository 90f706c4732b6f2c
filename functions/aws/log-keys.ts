import { type Fact, factSchema } from '../domain/send/fact.ts';
import { FACTS, type RareStatus, rareStatusOf } from '../domain/send/status.ts';
import type { Item } from './dynamo.ts';

/** The sparse indexes of the send log: facts that need attention, and facts that give a rare status. */
export const INDEXES = { attention: 'attention', rare: 'rare' } as const;

/** The partition key of a fact: its run and the filer's shard. */
export function pkOf({ runId, filerId }: Pick<Fact, 'runId' | 'filerId'>): string {
  return `${runId}#${filerId[0]}`;
}

/** The sort key of a fact. */
export function skOf({ filerId, attempt, kind }: Pick<Fact, 'filerId' | 'attempt' | 'kind'>): string {
  return `${filerId}#${attempt}#${kind}`;
}

/** The place of a fact in the index of attention: its sort key there. */
export function attentionPlaceOf({
  at,
  runId,
  filerId,
  attempt,
}: Pick<Fact, 'at' | 'runId' | 'filerId' | 'attempt'>): string {
  return `${at}#${runId}#${filerId}#${attempt}`;
}

/** The partition key in the index of rare statuses; in shards, as a hundred thousand filers may be skipped at once. */
export function rarePkOf({
  runId,
  status,
  shard,
}: {
  runId: string;
  status: RareStatus;
  shard: string;
}): string {
  return `${runId}#${status}#${shard}`;
}

/** A fact as an item of the table. */
export function itemOf(fact: Fact): Item {
  const status = rareStatusOf(fact.kind);
  return {
    pk: pkOf(fact),
    sk: skOf(fact),
    ...fact,
    // Nothing can be done about a tombstone.
    ...(FACTS[fact.kind].attention &&
      !fact.erased && { attentionPk: 'attention', attentionSk: attentionPlaceOf(fact) }),
    ...(status && {
      rarePk: rarePkOf({ runId: fact.runId, status, shard: fact.filerId[0]! }),
      rareSk: skOf(fact),
    }),
  };
}

/** Older versions took over what SES's events gave, with more digits than an instant can have. */
const TOO_PRECISE = /(\.\d{9})\d+/;

/** The fact in an item. @throws ZodError when the item isn't one. */
export function factOf(item: Item): Fact {
  const fact = factSchema.parse(item);
  return { ...fact, at: fact.at.replace(TOO_PRECISE, '$1') };
}
