import { randomBytes } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { getItem, putItem } from './dynamo.ts';

const fieldsSchema = z.record(z.string(), z.string());

const formSchema = z.object({
  /** Path that the form is posted to. */
  action: z.string(),
  /** What was typed, by field. */
  values: fieldsSchema,
  /** What was wrong with it, by field, in the order of the fields; empty if nothing was. */
  problems: fieldsSchema,
  /** It was saved as it is, and is to be completed later. @default false */
  isSaved: z.boolean().exactOptional(),
});

/** A form that wasn't accepted, or came after its sign-in had ended. */
export type KeptForm = Readonly<z.infer<typeof formSchema>>;

/** Forms to be shown again. URLs hold a form's id, never what was typed. */
export interface KeptFormStore {
  /** Keeps a person's form for some hours. @returns the id that URLs use for it */
  keep(form: KeptForm, owner: { personId: string; at: Temporal.Instant; hours: number }): Promise<string>;
  /** A person's form; `null` if there is no such form, it has expired, or it is someone else's. */
  open(formId: string, owner: { personId: string; at: Temporal.Instant }): Promise<KeptForm | null>;
}

/** The partition of all kept forms, in the table of searches. */
export const KEPT_FORMS = 'form';
const itemSchema = z.object({
  form: formSchema,
  personId: z.string(),
  /** Epoch seconds: DynamoDB deletes the item within a few days after it. */
  expiresAt: z.number(),
});
/** An id as `keep` makes it: 144 random bits. */
const ID = /^[\w-]{24}$/;

/** Builds the store on the table of searches. @throws Error when the table's variable is missing. */
export function keptFormStore(env: Env, db: DynamoDBClient = dynamo()): KeptFormStore {
  const table = { db, name: required(env, ENV.searchTable) };
  return {
    keep: async (form, { personId, at, hours }) => {
      const formId = randomBytes(18).toString('base64url');
      const expiresAt = seconds(at) + hours * 3600;
      await putItem(table, { pk: KEPT_FORMS, sk: formId, form, personId, expiresAt });
      return formId;
    },
    open: async (formId, { personId, at }) => {
      if (!ID.test(formId)) return null;
      const found = await getItem(table, { pk: KEPT_FORMS, sk: formId });
      const kept = found && itemSchema.parse(found);
      return kept?.personId === personId && kept.expiresAt > seconds(at) ? kept.form : null;
    },
  };
}

function seconds(at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / 1000);
}
