import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { getItem, putItem } from '../functions/aws/dynamo.ts';
import { INDEXES } from '../functions/aws/log-keys.ts';
import { pick } from '../functions/aws/pick.ts';
import { gate, progress, queuedRetries } from '../functions/aws/services.ts';
import type { Filer } from '../functions/domain/filer/filer.ts';
import type { Run } from '../functions/domain/run/run.ts';
import { runCounts } from '../functions/domain/run/run-counts.ts';
import { indexRoster } from '../functions/index-roster/index-roster.ts';
import { machineClock } from '../functions/lib/clock.ts';
import { cursorOf } from '../functions/lib/cursor.ts';
import { ENV } from '../functions/lib/env.ts';
import { attentionPage } from '../functions/queries/attention-page.ts';
import { countLog } from '../functions/queries/count-log.ts';
import { filerTimeline } from '../functions/queries/filer-timeline.ts';
import { filersPage } from '../functions/queries/filers-page.ts';
import { runsList } from '../functions/queries/runs-list.ts';
import { searchRoster } from '../functions/queries/search-roster.ts';
import { sendsPage } from '../functions/queries/sends-page.ts';
import { fill, idAt, LOG_SERVICES, RUN, VERSION } from './log-fill.ts';

const { sends: asked } = parseArgs({ options: { sends: { type: 'string', default: '20000' } } }).values;
const SENDS = Number(asked);
const DIRECTORY = join(import.meta.dirname, '../out/bench-log');
const keys = { region: 'us-east-1', credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' } };
const env = {
  [ENV.launchTable]: 'launch',
  [ENV.rosterTable]: 'roster',
  [ENV.deliveryTable]: 'delivery',
  [ENV.sendLogTable]: 'log',
  [ENV.suppressionTable]: 'suppression',
  [ENV.inboxBucket]: 'inbox',
};
const TIMES = 15;

rmSync(DIRECTORY, { recursive: true, force: true });
mkdirSync(DIRECTORY, { recursive: true });
const cloud = fork(join(import.meta.dirname, 'log-cloud.ts'), [DIRECTORY]);
const [urls] = (await once(cloud, 'message')) as [{ dynamoDb: string; s3: string }];
const db = new DynamoDBClient({ ...keys, endpoint: urls.dynamoDb, cacheMiddleware: true });
const storage = new S3Client({ ...keys, endpoint: urls.s3, forcePathStyle: true });
for (const table of ['launch', 'roster', 'delivery', 'log', 'suppression']) await createTable(table);
await storage.send(new CreateBucketCommand({ Bucket: 'inbox' }));

const clock = machineClock;
const log = { info: () => {}, error: () => {} };
const picked = { ...LOG_SERVICES, gate, progress, queuedRetries };
const services = {
  ...pick({ env, clock, log }, picked, { db, s3: storage }),
  plans: { current: async () => null },
  planOf: async () => {
    throw new Error('Cannot read a plan in the bench');
  },
};

const filled = await seconds(`${SENDS} sends written`, () =>
  fill(db, SENDS, {
    tables: { roster: 'roster', delivery: 'delivery', log: 'log' },
    version: VERSION,
    isRunning: true,
  }),
);
await putRun();
console.log(`${filled.facts} facts in ${filled.chunks} chunks`);
await seconds('the roster is indexed', () => indexRoster(VERSION, services));
await seconds('the run is counted (the sweep does that)', async () => {
  const counts = await countLog({ runId: RUN }, services);
  const run = await services.runs.run(RUN);
  await services.counts.put(runCounts(run!, { counts, asOf: clock.now().toString() }));
});

const one = await median(async () => {
  const filerId = idAt(Math.floor(Math.random() * 0.9 * SENDS), SENDS);
  const key = { pk: `${RUN}#${filerId[0]}`, sk: `${filerId}#1#sent` };
  await getItem({ db, name: 'log' }, key, { consistent: false });
  return 1;
});
console.log(`one item read: ${one.milliseconds.toFixed(2)} ms`);

const middle = { after: idAt(Math.floor(SENDS / 2), SENDS) };
const filers = { version: VERSION, services, pivotDate: null };
const pages: Readonly<Record<string, () => Promise<number>>> = {
  'runs with counts': async () => (await runsList(services)).length,
  'sends, first page': () => sends({}),
  'sends, page in the middle': () => sends({}, cursorOf(`sends ${RUN}  `, middle)),
  'sends, failed': () => sends({ status: 'failed' }),
  'sends, bounced': () => sends({ status: 'bounced' }),
  'sends, skipped': () => sends({ status: 'skipped' }),
  'sends, waiting (first 1,000 chunks)': () => sends({ status: 'waiting' }),
  'sends, delivered': () => sends({ status: 'delivered' }),
  'sends, state conflict (a fortieth)': () => sends({ state: 'conflict' }),
  'attention, first page': async () => lengthOf(await attentionPage({ services })),
  'search "jane smi"': () => found('jane smi'),
  'search "quillfeather" (a thousandth)': () => found('quillfeather'),
  'search one address': () => found('filer1234@example'),
  'search that finds no one': () => found('nuñez xyzzy'),
  'filers, first page': async () => lengthOf(await filersPage(filers, filers)),
  'filers, inactive (no one: 5,000 read)': async () =>
    lengthOf(await filersPage({ ...filers, state: 'inactive' }, filers)),
  'one filer with history': async () => (await filerTimeline(idAt(1234, SENDS), filers))?.entries.length ?? 0,
};
for (const [name, page] of Object.entries(pages)) {
  const { milliseconds, answer } = await median(page);
  const ratio = (milliseconds / one.milliseconds).toFixed(0).padStart(5);
  console.log(
    `${name.padEnd(40)} ${milliseconds.toFixed(1).padStart(8)} ms ${ratio} × one item, ${answer} lines`,
  );
}
db.destroy();
storage.destroy();
cloud.disconnect();
await once(cloud, 'exit');
rmSync(DIRECTORY, { recursive: true, force: true });

function sends(filter: object, cursor?: string): Promise<number> {
  return sendsPage({ runId: RUN, ...filter }, { cursor, services }).then(lengthOf);
}

function lengthOf(page: { ok: true; lines: readonly unknown[] } | { ok: false; refused: string }): number {
  if (!page.ok) throw new Error(page.refused);
  return page.lines.length;
}

async function found(typed: string): Promise<number> {
  const join = async (filers: readonly Filer[]) => filers.map((filer) => ({ filer }));
  return lengthOf(await searchRoster({ version: VERSION, typed }, { join, services }));
}

async function median(page: () => Promise<number>): Promise<{ milliseconds: number; answer: number }> {
  const times: number[] = [];
  let answer = 0;
  for (let time = 0; time < TIMES; time++) {
    const started = performance.now();
    answer = await page();
    times.push(performance.now() - started);
  }
  return { milliseconds: times.sort((a, b) => a - b)[Math.floor(TIMES / 2)]!, answer };
}

async function seconds<Answer>(what: string, work: () => Promise<Answer>): Promise<Answer> {
  const started = performance.now();
  const answer = await work();
  console.log(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return answer;
}

async function putRun(): Promise<void> {
  const { chunks, mailable } = filled;
  await services.runs.putIfAbsent({
    runId: RUN,
    phaseId: 'notice-1',
    kind: 'notice',
    scheduledFor: '2018-07-24T13:00:00Z',
    rosterVersion: VERSION,
    audience: { byState: {}, mailable, skipped: SENDS - mailable, chunks },
    enqueued: true,
  } as unknown as Run);
  const item = {
    ...{
      pk: 'version',
      sk: VERSION,
      version: VERSION,
      kind: 'roster',
      base: null,
      key: 'inbox/roster/bench.csv',
    },
    ...{ contentSha256: VERSION, uploadedAt: '2018-07-24T12:00:00Z', planVersion: 'bench' },
    ...{ filers: SENDS, complete: true },
  };
  await putItem({ db, name: 'roster' }, item);
}

async function createTable(table: string): Promise<void> {
  const indexes = table === 'log' ? Object.values(INDEXES) : [];
  const names = ['', ...indexes].map((index) =>
    index ? ([`${index}Pk`, `${index}Sk`] as const) : (['pk', 'sk'] as const),
  );
  const schemas = names.map(([pk, sk]) => [
    { AttributeName: pk, KeyType: 'HASH' as const },
    { AttributeName: sk, KeyType: 'RANGE' as const },
  ]);
  await db.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: names
        .flat()
        .map((name) => ({ AttributeName: name, AttributeType: 'S' as const })),
      KeySchema: schemas[0],
      ...(indexes.length > 0 && {
        GlobalSecondaryIndexes: indexes.map((IndexName, index) => ({
          IndexName,
          KeySchema: schemas[index + 1],
          Projection: { ProjectionType: IndexName === 'rare' ? ('KEYS_ONLY' as const) : ('ALL' as const) },
        })),
      }),
    }),
  );
}
