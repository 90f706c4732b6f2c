import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { CALL_RESULT_CODES, type Call, type CallStatus } from '../domain/call.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { deleteItem, getItem, type ItemKey, putItem, queryItems, updateItem } from './dynamo.ts';

/** Calls to filers, and who is to call whom. */
export interface CallStore {
  /** Adds a call, and notes it as the filer's latest. */
  record(call: Call): Promise<void>;
  /** Notes that a person has settled causes of calls to a filer. @param at Instant, ISO 8601 in UTC */
  settle(filerId: string, causes: readonly string[], at: string): Promise<void>;
  /** Says who is to call a filer. @param assignee Sign-in id; `null`: no one in particular */
  assign(filerId: string, assignee: string | null): Promise<void>;
  /** The calls to a filer, newest first. */
  ofFiler(filerId: string): Promise<Call[]>;
  /** `null`: nothing was noted of the filer. */
  callStatus(filerId: string): Promise<CallStatus | null>;
  /** Of every filer who was called or assigned, by their id. */
  callStatuses(): Promise<Map<string, CallStatus>>;
}

/** Erases what is kept of the calls to a filer. @returns how many calls there were */
export type EraseCalls = (filerId: string, isErasable: (at: string) => boolean) => Promise<number>;

const CALL_STATUS = 'call-status';
const callPk = (filerId: string) => `call#${filerId}`;
const callKey = ({ filerId, at, requestId }: Call): ItemKey => ({
  pk: callPk(filerId),
  sk: `${at}#${requestId}`,
});
const callStatusKey = (filerId: string): ItemKey => ({ pk: CALL_STATUS, sk: filerId });

const result = z.enum(CALL_RESULT_CODES);
const callSchema = z.object({
  filerId: z.string(),
  at: z.string(),
  requestId: z.string(),
  by: z.string(),
  result,
  note: z.string(),
});
const callStatusSchema = z.object({
  sk: z.string(),
  assignee: z.string().nullable().default(null),
  last: z.object({ at: z.string(), by: z.string(), result }).nullable().default(null),
  settled: z.record(z.string(), z.string()).default({}),
});

/** Keeps calls in the delivery table. @throws Error when its variable is missing. */
export function callStore(env: Env, db: DynamoDBClient = dynamo()): CallStore {
  const table = { db, name: required(env, ENV.deliveryTable) };
  return {
    record: async (call) => {
      const { filerId, at, by, result } = call;
      await putItem(table, { ...callKey(call), ...callSchema.parse(call) });
      await updateItem(table, callStatusKey(filerId), {
        update: 'SET #last = :last',
        names: { '#last': 'last' },
        values: { ':last': { at, by, result } },
      });
    },
    settle: async (filerId, causes, at) => {
      if (causes.length === 0) return;
      const item = await getItem(table, callStatusKey(filerId));
      const { settled } = item ? callStatusOf(item) : { settled: {} };
      await updateItem(table, callStatusKey(filerId), {
        update: 'SET settled = :settled',
        values: { ':settled': { ...settled, ...Object.fromEntries(causes.map((cause) => [cause, at])) } },
      });
    },
    assign: async (filerId, assignee) => {
      await updateItem(table, callStatusKey(filerId), {
        update: 'SET assignee = :assignee',
        values: { ':assignee': assignee },
      });
    },
    ofFiler: async (filerId) => {
      const where = { where: 'pk = :pk', values: { ':pk': callPk(filerId) }, descending: true };
      return Array.fromAsync(queryItems(table, { ...where, consistent: true }), (item) =>
        callSchema.parse(item),
      );
    },
    callStatus: async (filerId) => {
      const item = await getItem(table, callStatusKey(filerId));
      return item && callStatusOf(item);
    },
    callStatuses: async () => {
      const items = queryItems(table, {
        where: 'pk = :pk',
        values: { ':pk': CALL_STATUS },
        consistent: true,
      });
      const found = await Array.fromAsync(items, callStatusOf);
      return new Map(found.map((one) => [one.filerId, one]));
    },
  };
}

function callStatusOf(item: unknown): CallStatus {
  const { sk: filerId, ...rest } = callStatusSchema.parse(item);
  return { filerId, ...rest };
}

/** Erases in the delivery table. @throws Error when its variable is missing. */
export function callEraser(env: Env, db: DynamoDBClient = dynamo()): EraseCalls {
  const table = { db, name: required(env, ENV.deliveryTable) };
  const { ofFiler } = callStore(env, db);
  return async (filerId, isErasable) => {
    const calls = await ofFiler(filerId);
    const erased = calls.filter(({ at }) => isErasable(at));
    for (const call of erased) await deleteItem(table, callKey(call));
    // Who came back as a new filer keeps what was noted since.
    if (erased.length === calls.length) await deleteItem(table, callStatusKey(filerId));
    return erased.length;
  };
}
