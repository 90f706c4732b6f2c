import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { StaffNotice, ToldNeeds } from '../domain/run/staff-notices.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { getItem, putIf } from './dynamo.ts';

const toldSchema = z.object({
  keys: z.array(z.string()),
  sentAt: z.string().nullable(),
  revision: z.number(),
});

const NOTHING_TOLD: ToldNeeds = { keys: [], sentAt: null, revision: 0 };

/** What notices staff have been sent, so that each is sent once. */
export interface StaffNoticeStore {
  /** Whether the regular notice of a day or week has been claimed. */
  isClaimed(notice: StaffNotice, day: string): Promise<boolean>;
  /** Claims the regular notice of a day or week. @returns whether it was still free */
  claim(notice: StaffNotice, day: string): Promise<boolean>;
  /** What staff were told about urgently. */
  told(): Promise<ToldNeeds>;
  /** Notes what they are told about. @returns whether no other call has noted something since it was read */
  note(next: ToldNeeds): Promise<boolean>;
}

const PK = 'staff-notices';
const TOLD = { pk: PK, sk: 'urgent' };

/** Builds the store on the launch's table. @throws Error when the table's variable is missing. */
export function staffNoticeStore(env: Env, db: DynamoDBClient = dynamo()): StaffNoticeStore {
  const table = { db, name: required(env, ENV.launchTable) };
  const keyOf = (notice: StaffNotice, day: string) => ({ pk: PK, sk: `${notice}#${day}` });
  return {
    isClaimed: async (notice, day) => (await getItem(table, keyOf(notice, day))) !== null,
    claim: (notice, day) => putIf(table, keyOf(notice, day), { condition: 'attribute_not_exists(pk)' }),
    told: async () => {
      const item = await getItem(table, TOLD);
      return item ? toldSchema.parse(item) : NOTHING_TOLD;
    },
    note: (next) =>
      putIf(
        table,
        { ...TOLD, ...next },
        {
          condition: 'attribute_not_exists(pk) OR revision = :before',
          values: { ':before': next.revision - 1 },
        },
      ),
  };
}
