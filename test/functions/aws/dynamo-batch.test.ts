import { BatchGetItemCommand, type DynamoDBClient, type KeysAndAttributes } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putItem } from '../../../functions/aws/dynamo.ts';
import { batchGet } from '../../../functions/aws/dynamo-batch.ts';
import { ENV } from '../../../functions/lib/env.ts';
import { startTables, type Tables } from '../../support/send-tables.ts';

const KEYS = Array.from({ length: 230 }, (_, number) => ({ pk: 'one', sk: String(number).padStart(3, '0') }));

let tables: Tables;
beforeAll(async () => {
  tables = await startTables();
  const table = { db: tables.db, name: tables.env[ENV.launchTable]! };
  await Promise.all(KEYS.map((key) => putItem(table, { ...key, is: 'there' })));
});
afterAll(() => tables.close());

/** Reads where the table answers for this many keys of a request only, and says what was waited for between. */
async function readWith(mostAtOnce: number, keys = KEYS) {
  const waits: number[] = [];
  const consistent: unknown[] = [];
  const db = Object.create(tables.db) as DynamoDBClient;
  db.send = (async (command: BatchGetItemCommand) => {
    const [[table, request]] = Object.entries(command.input.RequestItems!) as [[string, KeysAndAttributes]];
    const { Keys = [], ...rest } = request;
    consistent.push(rest.ConsistentRead);
    const taken = Keys.slice(0, mostAtOnce);
    const left = Keys.slice(mostAtOnce);
    const answer = taken.length
      ? await tables.db.send(new BatchGetItemCommand({ RequestItems: { [table]: { ...rest, Keys: taken } } }))
      : { Responses: {} };
    return { ...answer, ...(left.length > 0 && { UnprocessedKeys: { [table]: { ...rest, Keys: left } } }) };
  }) as typeof db.send;
  const clock = { sleep: async (milliseconds: number) => void waits.push(milliseconds) };
  const items = await batchGet({ db, name: tables.env[ENV.launchTable]! }, keys, {
    what: 'the launch',
    clock,
  });
  return { found: items.map(({ sk }) => sk as string).sort(), waits, consistent };
}

describe('batchGet', () => {
  it('reads a hundred at once, consistently, and waits for nothing when all is answered', async () => {
    const { found, waits, consistent } = await readWith(100);
    expect(found).toEqual(KEYS.map(({ sk }) => sk));
    expect(consistent).toEqual([true, true, true]);
    expect(waits).toEqual([]);
  });

  it('asks again for what was left, each time after twice the wait', async () => {
    const { found, waits } = await readWith(30, KEYS.slice(0, 100));
    expect(found).toHaveLength(100);
    expect(waits).toEqual([200, 400, 800]);
  });

  it('leaves out what is not there', async () => {
    expect((await readWith(100, [{ pk: 'one', sk: 'nowhere' }, KEYS[0]!])).found).toEqual(['000']);
  });

  it('takes no one who stays unread for someone who is not there', async () => {
    await expect(readWith(0, KEYS.slice(0, 3))).rejects.toThrow(
      'Cannot continue because the launch must be known: 3 items are still unread',
    );
  });
});
