import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { parse } from 'csv-parse';
import { build } from 'esbuild';
import { inboxOf } from '../functions/aws/inbox.ts';
import { planStore } from '../functions/aws/plans.ts';
import { rosterWriter } from '../functions/aws/roster-writer.ts';
import { rosterStore } from '../functions/aws/rosters.ts';
import { uploadArrivalsOf } from '../functions/aws/upload-arrivals.ts';
import { uploadFormsOf } from '../functions/aws/upload-forms.ts';
import { outsideActor } from '../functions/domain/actor.ts';
import { parsePlan } from '../functions/domain/plan/parse-plan.ts';
import { ingest } from '../functions/ingest-roster/ingest.ts';
import { machineClock } from '../functions/lib/clock.ts';
import { ENV } from '../functions/lib/env.ts';
import { writeRosterFile } from './roster-file.ts';

const [mode = 'all', count = '1000000'] = process.argv.slice(2);
const ROWS = Number(count);
const FILE = join(import.meta.dirname, '../out', `bench-roster-${ROWS}.csv`);
const keys = { region: 'us-east-1', credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' } };

/** What the process took since it started. */
function figures(name: string, seconds: number): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cpu = (userCPUTime + systemCPUTime) / 1e6;
  console.log(
    `${name.padEnd(28)} ${seconds.toFixed(1).padStart(7)} s ${Math.round(ROWS / seconds)
      .toLocaleString('en')
      .padStart(9)} rows/s ` +
      `${((1e6 * cpu) / ROWS).toFixed(1).padStart(6)} µs CPU a row ${Math.round(maxRSS / 1024)
        .toString()
        .padStart(5)} MiB resident at most`,
  );
}

async function bare(): Promise<void> {
  const started = performance.now();
  const parser = createReadStream(FILE).pipe(parse());
  parser.resume();
  await once(parser, 'end');
  figures('csv-parse alone', (performance.now() - started) / 1000);
}

async function whole(): Promise<void> {
  const cloud = fork(join(import.meta.dirname, 'roster-cloud.ts'), [FILE]);
  const [urls] = (await once(cloud, 'message')) as [{ s3: string; dynamoDb: string }];
  const db = new DynamoDBClient({ ...keys, endpoint: urls.dynamoDb, cacheMiddleware: true });
  const s3 = new S3Client({ ...keys, endpoint: urls.s3, forcePathStyle: true });
  const env = { [ENV.launchTable]: 'launch', [ENV.rosterTable]: 'roster' };
  const parsed = parsePlan(
    readFileSync(join(import.meta.dirname, '../examples/nysb-2018/launch.json'), 'utf8'),
  );
  if (!parsed.ok) throw new Error('Cannot run because the example plan must be good');
  const uploadedAt = '2018-07-24T13:00:00Z';
  const plans = planStore(env, db);
  await plans.put({ plan: parsed.plan, uploadedAt, key: 'inbox/launch/launch.json', by: outsideActor() });
  const key = 'inbox/roster/big.csv';
  const { VersionId = null, ETag = null } = await s3.send(
    new HeadObjectCommand({ Bucket: 'inbox', Key: key }),
  );
  const started = performance.now();
  await ingest(
    { bucket: 'inbox', key, size: statSync(FILE).size, uploadedAt, versionId: VersionId, etag: ETag },
    {
      clock: machineClock,
      log: { info: (code, fields) => console.log(code, JSON.stringify(fields)), error: console.error },
      plans,
      uploadForms: uploadFormsOf({ env, clock: machineClock }, db),
      arrivals: uploadArrivalsOf({ env, clock: machineClock }, db),
      roster: rosterStore({ env, clock: machineClock }, db),
      rosterWriter: rosterWriter({ env, clock: machineClock }, db),
      inbox: inboxOf(s3),
      events: { publish: async () => {} },
      auditLog: { put: async () => {}, putOnce: async () => {} },
    },
  );
  figures('intake, 4,000 writes/s', (performance.now() - started) / 1000);
  cloud.send('figures');
  const [{ taken, unprocessed }] = (await once(cloud, 'message')) as [{ taken: number; unprocessed: number }];
  console.log(`${taken} filers taken by the table, ${unprocessed} sent again because it had not taken them`);
  cloud.kill();
  s3.destroy();
}

mkdirSync(join(FILE, '..'), { recursive: true });
if (!existsSync(FILE)) await writeRosterFile(FILE, ROWS);
if (mode === 'bare') await bare();
else if (mode === 'whole') await whole();
else {
  console.log(`${ROWS.toLocaleString('en')} rows, ${Math.round(statSync(FILE).size / 1e6)} MB`);
  // Bundled like the function, so that stripping types isn't measured. Each part runs in a process of its own.
  const bundle = join(FILE, '../bench-roster.mjs');
  await build({
    entryPoints: [import.meta.filename],
    outfile: bundle,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: ['esbuild'],
    define: { 'import.meta.dirname': JSON.stringify(import.meta.dirname) },
    banner: {
      js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);",
    },
  });
  for (const part of ['bare', 'whole']) await once(fork(bundle, [part, count]), 'exit');
}
