import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import dynalite from 'dynalite';
import { machineClock } from '../../functions/lib/clock.ts';
import { startS3Sqs } from '../../local/cloud/s3-sqs/s3-sqs.ts';
import { listen, readBody } from '../../local/lib/listen.ts';

/** DynamoDB's default limit of a table on demand, in writes of 1 KB a second. */
const WRITES_A_SECOND = 4_000;

/**
 * A cloud in a process of its own, so that its memory doesn't count: S3 with the roster in it, and a DynamoDB that
 * accepts 4,000 filers a second, answers the others with UnprocessedItems, and keeps none.
 */
async function main(file: string): Promise<void> {
  const keys = { region: 'us-east-1', credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' } };
  const storage = await startS3Sqs({ clock: machineClock, credentials: keys.credentials });
  const s3 = new S3Client({ ...keys, endpoint: storage.url, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: 'inbox' }));
  await new Upload({
    client: s3,
    params: { Bucket: 'inbox', Key: 'inbox/roster/big.csv', Body: createReadStream(file) },
  }).done();
  const server = dynalite({ createTableMs: 0 });
  const [handle] = server.listeners('request');
  server.removeAllListeners('request');
  const meter = { allowed: WRITES_A_SECOND, at: performance.now() };
  server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request);
    if (String(request.headers['x-amz-target']).endsWith('.BatchWriteItem'))
      return takeBatch(body, { response, meter });
    const { headers, method, url } = request;
    handle?.call(server, Object.assign(Readable.from([body]), { headers, method, url }), response);
  });
  const tables = await listen(server);
  const db = new DynamoDBClient({ ...keys, endpoint: tables.url });
  for (const TableName of ['launch', 'roster']) {
    const key = (AttributeName: 'pk' | 'sk') => ({ AttributeName, AttributeType: 'S' }) as const;
    await db.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [key('pk'), key('sk')],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      }),
    );
  }
  process.on('disconnect', () => process.exit());
  process.send?.({ s3: storage.url, dynamoDb: tables.url });
}

interface Meter {
  allowed: number;
  at: number;
}

function takeBatch(body: Buffer, { response, meter }: { response: ServerResponse; meter: Meter }): void {
  const [table = '', requests = []] =
    Object.entries(JSON.parse(body.toString()).RequestItems as Record<string, unknown[]>)[0] ?? [];
  const now = performance.now();
  meter.allowed = Math.min(WRITES_A_SECOND, meter.allowed + ((now - meter.at) / 1000) * WRITES_A_SECOND);
  meter.at = now;
  const count = Math.min(requests.length, Math.floor(meter.allowed));
  meter.allowed -= count;
  const left = requests.slice(count);
  response.setHeader('content-type', 'application/x-amz-json-1.0');
  response.end(JSON.stringify({ UnprocessedItems: left.length > 0 ? { [table]: left } : {} }));
}

await main(process.argv[2]!);
