import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { deleteIf, updateItem } from './dynamo.ts';
import { filerKey } from './rosters.ts';
import { versionKey } from './version-writer.ts';

/** Deletes a filer from a version of the roster, which counts how many were erased. @returns whether it had the filer. */
export type EraseRow = (version: string, filerId: string) => Promise<boolean>;

/** Erases in the roster's table. @throws Error when its variable is missing. */
export function rowEraser(env: Env, db: DynamoDBClient = dynamo()): EraseRow {
  const table = { db, name: required(env, ENV.rosterTable) };
  return async (version, filerId) => {
    const condition = 'attribute_exists(pk)';
    if (!(await deleteIf(table, filerKey(version, filerId), { condition }))) return false;
    await updateItem(table, versionKey(version), { update: 'ADD erased :one', values: { ':one': 1 } });
    return true;
  };
}
