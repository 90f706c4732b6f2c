import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { actorSchema } from '../domain/actor.ts';
import type { DraftState, SavedDraft } from '../domain/plan/saved-draft.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { getItem, putIf } from './dynamo.ts';

/** The draft of the launch's next plan: one item, shared by all who edit. */
export interface PlanDraftStore {
  /** Read consistently. */
  read(): Promise<DraftState>;
  /** Replaces the state if its revision is still `over`. @returns whether it did */
  put(state: DraftState, over: number): Promise<boolean>;
}

const KEY = { pk: 'plan-draft', sk: 'current' };

const draftSchema = z.object({
  base: z.string().nullable(),
  plan: z.looseObject({}),
  edits: z.array(
    z.object({
      revision: z.number(),
      by: actorSchema,
      at: z.string(),
      path: z.array(z.string()),
      before: z.unknown().optional(),
    }),
  ),
  authors: z.array(z.string()),
});
const endSchema = z.object({ how: z.enum(['discarded', 'activated']), by: actorSchema });
/** `draft` is JSON, as the plans' text is: what was typed may be anything. Absent after the draft has ended. */
const itemSchema = z.object({
  revision: z.number(),
  draft: z.string().optional(),
  ended: endSchema.optional(),
});

/** The draft in the launch table. @throws Error when its variable is missing. */
export function planDraftStore(env: Env, db: DynamoDBClient = dynamo()): PlanDraftStore {
  const table = { db, name: required(env, ENV.launchTable) };
  return {
    read: async () => {
      const item = await getItem(table, KEY);
      if (!item) return { revision: 0, draft: null };
      const { revision, draft, ended } = itemSchema.parse(item);
      if (draft === undefined) return { revision, draft: null, ...(ended && { ended }) };
      const parsed: Omit<SavedDraft, 'revision'> = draftSchema.parse(JSON.parse(draft));
      return { revision, draft: { revision, ...parsed } };
    },
    put: async ({ revision, draft, ended }, over) => {
      const { revision: _same, ...content } = draft ?? { revision };
      const item = {
        ...KEY,
        revision,
        ...(draft ? { draft: JSON.stringify(content) } : ended && { ended }),
      };
      return putIf(table, item, {
        condition: over === 0 ? 'attribute_not_exists(pk)' : 'revision = :over',
        ...(over > 0 && { values: { ':over': over } }),
      });
    },
  };
}
