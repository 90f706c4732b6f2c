import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { dynamo } from './clients.ts';
import { type Lock, lockAt } from './lock.ts';

/**
 * One change of an account at a time: two people who disable each other at once would leave no one.
 * @throws Error when the table's variable is missing.
 */
export function peopleLock(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  db: DynamoDBClient = dynamo(),
): Lock {
  const table = { db, name: required(env, ENV.launchTable) };
  return lockAt(table, { key: { pk: 'people', sk: 'lock' }, clock });
}
