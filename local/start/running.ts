import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { campaign } from '#campaign';
import type { Cloud } from '../cloud/cloud.ts';
import { UserError } from '../lib/user-error.ts';

/** A cloud's endpoints, and the access key for them. */
export type CloudAccess = Pick<Cloud, 'endpoints' | 'credentials'>;

/** How other commands find a cloud of `npm start`. */
export interface RunningCloud extends CloudAccess {
  readonly pid: number;
  readonly launch: string;
  /** The name of its campaign. */
  readonly campaign: string;
  readonly bucket: string;
  /** Absolute path of its data folder, which identifies it. */
  readonly dataDir: string;
  /** The link that opens its pages. */
  readonly link: string;
}

const DIR = process.env.CRIER_RUNNING_DIR ?? join(import.meta.dirname, '../../.crier/running');
const fileOf = (pid: number) => join(DIR, `${pid}.json`);

/** Writes down where this process's cloud is, in files that only this user can read: they hold its keys. */
export function noteRunning(
  { bucket, credentials, endpoints, console, pageKey }: Cloud,
  { launch, dataDir }: Pick<RunningCloud, 'launch' | 'dataDir'>,
): void {
  const running: RunningCloud = {
    pid: process.pid,
    launch,
    campaign: campaign.name,
    bucket,
    dataDir: resolve(dataDir),
    endpoints,
    credentials,
    link: pageKey.linkTo(console),
  };
  mkdirSync(DIR, { recursive: true, mode: 0o700 });
  writePrivate(fileOf(process.pid), JSON.stringify(running, null, 2));
  writePrivate(credentialsFile(dataDir), profileOf(credentials));
  writePrivate(headerFile(dataDir), `Authorization: ${pageKey.authorization}\n`);
}

/** Removes what `noteRunning` wrote. */
export function forgetRunning(dataDir: string): void {
  rmSync(fileOf(process.pid), { force: true });
  rmSync(credentialsFile(dataDir), { force: true });
  rmSync(headerFile(dataDir), { force: true });
}

/** For the AWS CLI: `AWS_SHARED_CREDENTIALS_FILE`. */
function credentialsFile(dataDir: string): string {
  return join(dataDir, 'aws-credentials');
}

/** For curl, which reads a header from a file: `-H @FILE`. On its command line, other users could read the key. */
function headerFile(dataDir: string): string {
  return join(dataDir, 'page-key.header');
}

function profileOf({ accessKeyId, secretAccessKey }: CloudAccess['credentials']): string {
  return `[default]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
}

/** Writes a file that only this user can read, whole or not at all. */
function writePrivate(path: string, content: string): void {
  const unfinished = `${path}.unfinished`;
  // A file left by an earlier start would keep its old mode.
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, content, { mode: 0o600 });
  renameSync(unfinished, path);
}

/** The cloud that uses a data folder; `null` if none does. */
export function findRunning(dataDir: string): RunningCloud | null {
  return runningClouds().find((one) => one.dataDir === resolve(dataDir)) ?? null;
}

/**
 * Finds the running cloud that a command should use.
 * @param dataDir Its data folder. @default that of the only one running
 * @throws UserError if none is running, if several are, or if it belongs to another campaign.
 */
export function requireRunning(dataDir?: string): RunningCloud {
  const clouds = runningClouds().filter((one) => !dataDir || one.dataDir === resolve(dataDir));
  const [running, ...others] = clouds;
  if (!running) {
    const where = dataDir ? ` on the data in ${dataDir}` : '';
    const option = dataDir ? ` -- --data ${dataDir}` : '';
    throw new UserError(`Cannot find a running cloud${where}`, [
      `Start one in another terminal: npm start${option}`,
    ]);
  }
  if (others.length > 0)
    throw new UserError(`Cannot tell which running cloud to use because ${clouds.length} are running`, [
      'Name the data folder of one:',
      ...clouds.map((one) => `  --data ${relative('.', one.dataDir) || '.'}`),
    ]);
  if (running.campaign !== campaign.name)
    throw new UserError(
      `Cannot talk to the running cloud because it runs another campaign: ${running.campaign}`,
      [`Use: --campaign ${running.campaign}`],
    );
  return running;
}

/** Clouds whose processes are alive; files of other processes are removed. */
function runningClouds(): RunningCloud[] {
  return notes().flatMap((name) => {
    const path = join(DIR, name);
    try {
      const running = JSON.parse(readFileSync(path, 'utf8')) as RunningCloud;
      process.kill(running.pid, 0);
      return [running];
    } catch {
      rmSync(path, { force: true });
      return [];
    }
  });
}

function notes(): string[] {
  try {
    return readdirSync(DIR).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}
