import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Temporal } from 'temporal-polyfill';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { queryItems, updateIf } from './dynamo.ts';
import { SESSION_ITEMS } from './sessions.ts';

/**
 * Gives an end to what earlier code stored without one: names of users, counts of test emails, and sign-ins.
 * @returns how many items got one.
 */
export type EndSessions = (how: { at: Temporal.Instant; nameDays: number }) => Promise<number>;

const DAY_SECONDS = 24 * 3600;

/** Works on the session table. @throws Error when the table's variable is missing. */
export function sessionEnder(env: Env, db: DynamoDBClient = dynamo()): EndSessions {
  const table = { db, name: required(env, ENV.sessionTable) };

  async function endIn(pk: string, expiresAt: number): Promise<number> {
    let ended = 0;
    const query = { where: 'pk = :pk', values: { ':pk': pk }, filter: 'attribute_not_exists(expiresAt)' };
    for await (const { sk } of queryItems(table, query)) {
      const isNew = await updateIf(
        table,
        { pk, sk: String(sk) },
        {
          update: 'SET expiresAt = :end',
          // A sign-in meanwhile gives it its own end.
          condition: 'attribute_exists(pk) AND attribute_not_exists(expiresAt)',
          values: { ':end': expiresAt },
        },
      );
      if (isNew) ended++;
    }
    return ended;
  }

  return async ({ at, nameDays }) => {
    const inDays = (days: number) => Math.floor(at.epochMilliseconds / 1000) + Math.ceil(days * DAY_SECONDS);
    const names = await endIn(SESSION_ITEMS.person, inDays(nameDays));
    // Neither a sign-in nor a minute's count is of use after a day.
    const others = await Promise.all(
      [SESSION_ITEMS.session, SESSION_ITEMS.test].map((pk) => endIn(pk, inDays(1))),
    );
    return others.reduce((sum, count) => sum + count, names);
  };
}
