import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { S3Client } from '@aws-sdk/client-s3';
import type { RosterReport } from '../../functions/ingest-roster/report.ts';
import { type Bucket, bucketOf } from '../cloud/s3-sqs/bucket.ts';
import { REGION } from '../cloud/template/account.ts';
import { hintsFor } from '../lib/hints.ts';
import type { InputKind } from '../lib/input-kind.ts';
import { runCommand } from '../lib/run-command.ts';
import { UserError } from '../lib/user-error.ts';
import { type RunningCloud, requireRunning } from '../start/running.ts';
import { UPLOAD_USAGE, uploadArguments } from './arguments.ts';
import { nextSteps, tableReport } from './text.ts';

const FOLDERS: Readonly<Record<InputKind, string>> = { plan: 'launch', roster: 'roster', update: 'update' };
const MAX_WAIT_SECONDS = 15 * 60;

/** Puts a file into the inbox of the running cloud, waits for its report and shows it. */
async function upload(): Promise<void> {
  const given = uploadArguments(process.argv.slice(2));
  if (given === 'help') return say(UPLOAD_USAGE);
  const { kind, name, content, data } = given;
  const running = requireRunning(data);
  const bucket = bucketOf(running.bucket, clientOf(running));
  const folder = `${FOLDERS[kind]}/${name}`;
  const before = new Set((await bucket.read(`reports/${folder}/`)).keys());
  await bucket.put(`inbox/${folder}`, content);
  say(`Uploaded as ${kind} of the launch ${running.launch}: inbox/${folder}\n`);
  const report = await waitForReport(bucket, {
    prefix: `reports/${folder}/`,
    before,
    needed: kind === 'plan' ? ['json', 'txt'] : ['json'],
  });
  const inbox = `${running.endpoints.SES}/inbox`;
  const {
    text,
    good,
    isKnown = false,
    version,
  } = kind === 'plan' ? readPlanReport(report) : readTableReport(report, kind);
  const steps = isKnown ? [] : ['', ...nextSteps(kind, { good, inbox, ...(version && { version }) })];
  say(hintsFor([text, ...steps].join('\n'), { data }));
  if (!good) process.exitCode = 1;
}

function clientOf({ endpoints, credentials }: RunningCloud): S3Client {
  return new S3Client({ endpoint: endpoints.S3, region: REGION, credentials, forcePathStyle: true });
}

/** The parts of the report by their kind of file, once all that are needed are there. */
async function waitForReport(
  bucket: Bucket,
  { prefix, before, needed }: { prefix: string; before: ReadonlySet<string>; needed: readonly string[] },
): Promise<Map<string, string>> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  let hasSaidSo = false;
  while (seconds() < MAX_WAIT_SECONDS) {
    const fresh = [...(await bucket.read(prefix))].filter(([key]) => !before.has(key));
    const parts = new Map(
      fresh.map(([key, content]) => [key.split('.').at(-1) ?? '', Buffer.from(content).toString()] as const),
    );
    if (needed.every((type) => parts.has(type))) return parts;
    if (!hasSaidSo && seconds() > 20) {
      hasSaidSo = true;
      say('Still waiting for the report …');
    }
    await wait(seconds() < 5 ? 200 : 1000);
  }
  throw new UserError(
    `Cannot show a report because none was written within ${MAX_WAIT_SECONDS / 60} minutes`,
    ['See the terminal of npm start for what went wrong'],
  );
}

interface ReadReport {
  readonly text: string;
  /** Whether it is active now. */
  readonly good: boolean;
  /** Whether the same file was uploaded before: nothing is wrong, and nothing to do. */
  readonly isKnown?: boolean;
  /** Of a roster that a person must decide on. */
  readonly version?: string;
}

function readPlanReport(parts: ReadonlyMap<string, string>): ReadReport {
  const { outcome } = JSON.parse(parts.get('json') ?? '{}') as { outcome?: string };
  return { text: (parts.get('txt') ?? '').trimEnd(), good: outcome !== 'refused' };
}

function readTableReport(parts: ReadonlyMap<string, string>, kind: Exclude<InputKind, 'plan'>): ReadReport {
  const report = JSON.parse(parts.get('json') ?? '{}') as RosterReport;
  const isKnown = report.code === 'same-content';
  const good = isKnown || (report.refused === null && report.held.length === 0);
  const table = saveTable(report.table, parts.get('csv'));
  return {
    text: tableReport({ ...report, table }, kind),
    good,
    isKnown,
    ...(report.version && { version: report.version }),
  };
}

/** Saves the table to correct as a local file. @returns its path; the key when it isn't there. */
function saveTable(key: string | null | undefined, content: string | undefined): string | null {
  if (!key || content === undefined) return key ?? null;
  const path = join('.crier', key);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

await runCommand(upload);
