import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { GRANT_DAYS, grantSchema, type RoleGrant } from '../domain/account.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { putItem, queryItems } from './dynamo.ts';

/** Who got rights in the console lately, by account: staff are told about it. */
export interface RoleGrantStore {
  /** Notes an account's grant instead of its earlier one; `null`: it has none any more. */
  note(account: string, grant: RoleGrant | null, at: string): Promise<void>;
  /** Grants of the last {@link GRANT_DAYS} days. */
  latest(now: Temporal.Instant): Promise<readonly RoleGrant[]>;
}

const PK = 'role-grant';
const HOURS = 24 * GRANT_DAYS;

/** Builds the store on the launch's table. @throws Error when the table's variable is missing. */
export function roleGrantStore(env: Env, db: DynamoDBClient = dynamo()): RoleGrantStore {
  const table = { db, name: required(env, ENV.launchTable) };
  return {
    note: async (account, grant, at) => {
      const ends = Temporal.Instant.from(at).add({ hours: HOURS });
      const deleteAfter = Math.ceil(ends.epochMilliseconds / 1000);
      await putItem(table, { pk: PK, sk: account, ...(grant && { grant }), deleteAfter });
    },
    latest: async (now) => {
      const items = queryItems(table, { where: 'pk = :pk', values: { ':pk': PK } });
      const grants = await Array.fromAsync(items, ({ grant }) => (grant ? grantSchema.parse(grant) : null));
      const since = now.subtract({ hours: HOURS });
      return grants
        .filter((grant) => grant !== null)
        .filter(({ at }) => Temporal.Instant.compare(at, since) >= 0);
    },
  };
}
