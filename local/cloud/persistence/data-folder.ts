import { hash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../lib/user-error.ts';
import type { Template } from '../template/template.ts';

/** Where a cloud keeps what outlives its process. One cloud at a time. */
export interface DataFolder {
  /** Directory of the tables. */
  readonly tables: string;
  /** Directory of S3's objects. */
  readonly objects: string;
  /** File of the emails that SES took. */
  readonly outbox: string;
  /** File of the events that were worked on. */
  readonly handled: string;
  /** Notes that everything is made: before that, the next start begins anew. */
  finish(): void;
  /** Lets go of the folder. */
  close(): void;
}

/** What the data were written by and for. */
interface Stamp {
  readonly format: number;
  readonly launch: string;
  /** Hash of the tables and buckets as the template makes them. */
  readonly shape: string;
}

/** Of the files below; a change that an older cloud can't read raises it. */
const FORMAT = 2;
const STAMP = 'crier-data.json';
const MAKING = 'being-made';
const LOCK = 'lock';

/**
 * Takes a folder for a cloud, and makes it if need be.
 * @throws UserError when another process has it, or when it holds anything but this launch's data in this form:
 * nothing in it is changed then.
 */
export function openDataFolder(dir: string, wanted: { launch: string; template: Template }): DataFolder {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const release = lock(dir);
  try {
    const stamp: Stamp = { format: FORMAT, launch: wanted.launch, shape: shapeOf(wanted.template) };
    const isNew = !checkStamp(dir, stamp);
    if (isNew) beginAnew(dir);
    return {
      tables: join(dir, 'tables'),
      objects: join(dir, 'objects'),
      outbox: join(dir, 'outbox'),
      handled: join(dir, 'handled-events'),
      finish: () => {
        if (isNew) writeStamp(dir, stamp);
      },
      close: release,
    };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Deletes a folder's data.
 * @param announce Hears before, if there is anything to delete.
 * @throws UserError when a process has it, or when it is no folder of Crier's.
 */
export function deleteData(dir: string, announce: (line: string) => void): void {
  if (!existsSync(dir)) return;
  const release = lock(dir);
  try {
    const names = namesIn(dir);
    if (names.length === 0) return;
    if (!names.includes(STAMP) && !names.includes(MAKING)) throw notOurs(dir);
    announce(`Deleting the tables, files and emails of earlier runs in ${dir}`);
    for (const name of names) rmSync(join(dir, name), { recursive: true, force: true });
  } finally {
    release();
  }
}

/** @returns whether data stand here that this cloud can use. */
function checkStamp(dir: string, { format, launch, shape }: Stamp): boolean {
  const names = namesIn(dir);
  if (names.length === 0 || (names.includes(MAKING) && !names.includes(STAMP))) return false;
  if (!names.includes(STAMP)) throw notOurs(dir);
  const found = JSON.parse(readFileSync(join(dir, STAMP), 'utf8')) as Stamp;
  if (found.launch !== launch) {
    throw refusal(dir, `be those of the launch ${launch}: they are those of ${found.launch}`);
  }
  if (found.format !== format) throw refusal(dir, `have the format ${format}: it is ${found.format}`);
  if (found.shape !== shape) {
    throw refusal(dir, 'have the tables and buckets of this version of Crier: they are those of another');
  }
  return true;
}

function refusal(dir: string, must: string): UserError {
  return new UserError(`Cannot start because the data in ${dir} must ${must}`, [
    'Nothing in it was changed. Start with --data and another directory, or with --fresh to delete it and start over',
  ]);
}

function notOurs(dir: string): UserError {
  return new UserError(
    `Cannot use ${dir} because it must be empty or hold data of Crier: it holds other things`,
    ['Nothing in it was changed. Name another directory with --data'],
  );
}

/** What a start left behind that was killed before everything was made. */
function beginAnew(dir: string): void {
  writeFileSync(join(dir, MAKING), '');
  for (const name of namesIn(dir)) {
    if (name !== MAKING) rmSync(join(dir, name), { recursive: true, force: true });
  }
}

/** Everything but locks, also such as a kill left behind. */
function namesIn(dir: string): string[] {
  return readdirSync(dir).filter((name) => name !== LOCK && !name.startsWith(`${LOCK}.`));
}

function writeStamp(dir: string, stamp: Stamp): void {
  const unfinished = join(dir, `${STAMP}.unfinished`);
  writeFileSync(unfinished, `${JSON.stringify(stamp)}\n`);
  renameSync(unfinished, join(dir, STAMP));
  rmSync(join(dir, MAKING), { force: true });
}

/** What of the template the data depend on. Other changes leave them usable. */
function shapeOf(template: Template): string {
  const tables = template.ofType('AWS::DynamoDB::Table').map(({ name, properties }) => {
    const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = properties;
    return { name, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes };
  });
  const buckets = template.ofType('AWS::S3::Bucket').map(({ name }) => name);
  return hash('sha256', JSON.stringify({ tables, buckets }), 'hex').slice(0, 16);
}

/** @returns what lets go. @throws UserError when a living process has the folder. */
function lock(dir: string): () => void {
  const path = join(dir, LOCK);
  if (!tryLock(path)) {
    const pid = Number(readFileSync(path, 'utf8'));
    if (isAlive(pid)) {
      throw new UserError(`Cannot use ${dir} because one process at a time may: process ${pid} does`, [
        `End that one first, or name another directory with --data. Only if it is no Crier, delete ${path}`,
      ]);
    }
    rmSync(path, { force: true });
    if (!tryLock(path)) return lock(dir);
  }
  return () => rmSync(path, { force: true });
}

/** Written first and then linked: a lock always names its process. */
function tryLock(path: string): boolean {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own);
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
