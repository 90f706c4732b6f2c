import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { actorSchema } from '../domain/actor.ts';
import { groupSchema } from '../domain/run/group.ts';
import type { OneOff } from '../domain/run/one-off.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { getItem, type Item, putIf, queryItems } from './dynamo.ts';

/** One-off messages, drafts among them. */
export interface OneOffStore {
  /** All but discarded ones, read consistently, by id. */
  all(): Promise<OneOff[]>;
  /** All, discarded ones too: for the record of what was done with them. */
  everyOne(): Promise<OneOff[]>;
  /** Reads one consistently; `null`: there is none. @throws Error when what is stored isn't one */
  read(id: string): Promise<OneOff | null>;
  /** Puts a new one. @returns whether the id was free */
  create(oneOff: OneOff): Promise<boolean>;
  /** Replaces one that is still a draft of this revision. @returns whether it did */
  replace(oneOff: OneOff, over: number): Promise<boolean>;
  /** Freezes one of this revision for good; safe to repeat. @returns whether it is frozen as this revision */
  freeze(id: string, freeze: { readonly revision: number; readonly at: string }): Promise<boolean>;
  /** Takes an erased filer out of every list. */
  eraseFiler(filerId: string): Promise<void>;
}

const PK = 'one-off';

/** `group` is JSON; the rest are attributes. */
const itemSchema = z.object({
  id: z.string(),
  createdAt: z.string(),
  revision: z.number(),
  subject: z.string(),
  text: z.string(),
  made: z.object({ html: z.string(), text: z.string() }),
  group: z.string().transform((json) => groupSchema.parse(JSON.parse(json))),
  authors: z.array(z.string()),
  by: actorSchema,
  at: z.string(),
  submittedAt: z.string().exactOptional(),
  frozenAt: z.string().exactOptional(),
  discardedAt: z.string().exactOptional(),
});

/** A draft of the revision that a person saw. */
const DRAFT = 'revision = :over AND attribute_not_exists(frozenAt) AND attribute_not_exists(discardedAt)';

/** One-off messages in the launch table. @throws Error when its variable is missing. */
export function oneOffStore(env: Env, db: DynamoDBClient = dynamo()): OneOffStore {
  const table = { db, name: required(env, ENV.launchTable) };

  function everyOne(): Promise<OneOff[]> {
    const query = { consistent: true, where: 'pk = :pk', values: { ':pk': PK } };
    return Array.fromAsync(queryItems(table, query), (item) => itemSchema.parse(item));
  }

  async function read(id: string): Promise<OneOff | null> {
    const item = await getItem(table, { pk: PK, sk: id });
    const oneOff = item && itemSchema.parse(item);
    return oneOff?.discardedAt === undefined ? oneOff : null;
  }

  const replace = (oneOff: OneOff, over: number) =>
    putIf(table, itemOf(oneOff), { condition: DRAFT, values: { ':over': over } });

  return {
    all: async () => (await everyOne()).filter(({ discardedAt }) => discardedAt === undefined),
    everyOne,
    read,
    replace,
    create: (oneOff) => putIf(table, itemOf(oneOff), { condition: 'attribute_not_exists(pk)' }),
    freeze: async (id, { revision, at }) => {
      const found = await read(id);
      if (found?.revision !== revision) return false;
      if (found.frozenAt !== undefined) return true;
      return (await replace({ ...found, frozenAt: at }, revision)) || isFrozen(await read(id), revision);
    },
    eraseFiler: async (filerId) => {
      for (const oneOff of await everyOne()) {
        const { group, revision } = oneOff;
        if (group.by !== 'list' || !group.filerIds.includes(filerId)) continue;
        const left = { ...group, filerIds: group.filerIds.filter((id) => id !== filerId) };
        const same = { condition: 'revision = :over', values: { ':over': revision } };
        const isErased = await putIf(table, itemOf({ ...oneOff, group: left }), same);
        if (!isErased) throw new Error(`Cannot erase in ${oneOff.id} because someone is changing it`);
      }
    },
  };
}

function isFrozen(oneOff: OneOff | null, revision: number): boolean {
  return oneOff?.revision === revision && oneOff.frozenAt !== undefined;
}

function itemOf({ group, ...oneOff }: OneOff): Item {
  return { pk: PK, sk: oneOff.id, ...oneOff, group: JSON.stringify(group) };
}
