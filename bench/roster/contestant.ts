import { once } from 'node:events';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { parse } from 'csv-parse';
import { inboxOf } from '../../functions/aws/inbox.ts';
import { planStore } from '../../functions/aws/plans.ts';
import { rosterWriter } from '../../functions/aws/roster-writer.ts';
import { rosterStore } from '../../functions/aws/rosters.ts';
import { uploadArrivalsOf } from '../../functions/aws/upload-arrivals.ts';
import { uploadFormsOf } from '../../functions/aws/upload-forms.ts';
import { outsideActor } from '../../functions/domain/actor.ts';
import { parsePlan } from '../../functions/domain/plan/parse-plan.ts';
import { checkTable } from '../../functions/ingest-roster/check-table.ts';
import { ingest } from '../../functions/ingest-roster/ingest.ts';
import { openTable } from '../../functions/ingest-roster/table/open-table.ts';
import { machineClock } from '../../functions/lib/clock.ts';
import { ENV } from '../../functions/lib/env.ts';

/** What is measured: csv-parse alone, Crier's reading and deciding without a cloud, or all that intake does. */
export type Contestant = 'bare' | 'decide' | 'whole';

/** Where the cloud of `whole` is. */
export interface RosterCloud {
  readonly s3: string;
  readonly dynamoDb: string;
}

/** What a contestant took from its start to its end. */
export interface Took {
  /** User and system time. */
  readonly cpuMicroseconds: number;
  readonly seconds: number;
  /** The most that it had in memory. */
  readonly megabytes: number;
}

const UPLOADED_AT = '2018-07-24T13:00:00Z';
const CONTESTANTS = { bare, decide, whole };

/** A process of its own: `contestant.mjs NAME FILE PLAN [CLOUD]`. */
const [name, file, plan, cloud] = process.argv.slice(2) as [Contestant, string, string, string];
const began = performance.now();
await CONTESTANTS[name]();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.send!({
  cpuMicroseconds: userCPUTime + systemCPUTime,
  seconds: (performance.now() - began) / 1000,
  megabytes: maxRSS / 1024,
} satisfies Took);
process.disconnect();

async function bare(): Promise<void> {
  const parser = createReadStream(file).pipe(parse());
  parser.resume();
  await once(parser, 'end');
}

async function decide(): Promise<void> {
  const opened = await openTable({ read: () => createReadStream(file) });
  if (!opened.ok) throw new Error(`Cannot measure because the file must be a table: ${opened.refused}`);
  const result = await checkTable(opened.table, {
    kind: 'roster',
    courtId: 'nysb',
    today: UPLOADED_AT.slice(0, 10),
    zone: 'America/New_York',
    pivotDate: '2018-10-22',
    base: null,
  });
  if (!result.ok) throw new Error(`Cannot measure because the roster must be good: ${result.refused}`);
  // As it does: once to check all rows, and once to write them.
  for await (const _ of result.checked.decide());
}

async function whole(): Promise<void> {
  const { s3: s3Url, dynamoDb } = JSON.parse(cloud) as RosterCloud;
  const keys = { region: 'us-east-1', credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' } };
  const db = new DynamoDBClient({ ...keys, endpoint: dynamoDb, cacheMiddleware: true });
  const s3 = new S3Client({ ...keys, endpoint: s3Url, forcePathStyle: true });
  const env = { [ENV.launchTable]: 'launch', [ENV.rosterTable]: 'roster' };
  const parsed = parsePlan(readFileSync(plan, 'utf8'));
  if (!parsed.ok) throw new Error('Cannot measure because the example plan must be good');
  const plans = planStore(env, db);
  await plans.put({
    plan: parsed.plan,
    uploadedAt: UPLOADED_AT,
    key: 'inbox/launch/launch.json',
    by: outsideActor(),
  });
  const key = 'inbox/roster/big.csv';
  const { VersionId = null, ETag = null } = await s3.send(
    new HeadObjectCommand({ Bucket: 'inbox', Key: key }),
  );
  await ingest(
    {
      bucket: 'inbox',
      key,
      size: statSync(file).size,
      uploadedAt: UPLOADED_AT,
      versionId: VersionId,
      etag: ETag,
    },
    {
      clock: machineClock,
      log: { info: () => {}, error: console.error },
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
  s3.destroy();
  db.destroy();
}
