import type { Fact } from '../domain/send/fact.ts';
import { FACTS, type RareStatus, rareStatusOf } from '../domain/send/status.ts';

/** The sparse indexes of the send log: what needs a person, and what few sends of a run come to. */
export const INDEXES = { attention: 'attention', rare: 'rare' } as const;

export function pkOf({ runId, filerId }: Pick<Fact, 'runId' | 'filerId'>): string {
  return `${runId}#${filerId[0]}`;
}

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

/** In shards like the log itself: a hundred thousand filers may be skipped at once. */
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

/** A fact as it stands in the table. */
export function itemOf(fact: Fact): Record<string, unknown> {
  const status = rareStatusOf(fact.kind);
  return {
    pk: pkOf(fact),
    sk: skOf(fact),
    ...fact,
    ...(FACTS[fact.kind].attention && { attentionPk: 'attention', attentionSk: attentionPlaceOf(fact) }),
    ...(status && {
      rarePk: rarePkOf({ runId: fact.runId, status, shard: fact.filerId[0]! }),
      rareSk: skOf(fact),
    }),
  };
}

export function factOf(item: Readonly<Record<string, unknown>>): Fact {
  const { pk, sk, attentionPk, attentionSk, rarePk, rareSk, ...fact } = item;
  return fact as unknown as Fact;
}
