import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../lib/user-error.ts';
import type { Template } from '../template/template.ts';
import { damaged } from './damaged.ts';
import { isLockFile, lockDirectory } from './lock.ts';

/** Where a cloud keeps what outlives its process. One cloud at a time. */
export interface DataFolder {
  /** Directory of the tables. */
  readonly tables: string;
  /** Directory of S3's objects. */
  readonly objects: string;
  /** File of the emails that SES took. */
  readonly outbox: string;
  /** File of the events that were handled. */
  readonly handled: string;
  /** File of the accounts of the console's people. */
  readonly accounts: string;
  /** Notes that everything is made: before that, the next start begins again. */
  finish(): void;
  /** Unlocks the folder. */
  close(): void;
}

/** What the data were written by and for. */
interface Stamp {
  readonly format: number;
  readonly launch: string;
  /** Hash of the tables and buckets as the template makes them. */
  readonly shape: string;
}

/** What a folder holds, for a cloud that wants to use it. */
type Contents =
  /** Nothing, or what a start left behind that was killed before everything was made. */
  | { readonly kind: 'none' }
  | { readonly kind: 'usable' }
  | { readonly kind: 'refused'; readonly error: UserError };

/** Of the files below; a change that an older cloud can't read raises it. */
const FORMAT = 2;
const STAMP = 'crier-data.json';
/** Is in a folder while it is made. */
const MAKING = 'being-made';

/**
 * Takes a folder for a cloud, and makes it if need be.
 * @throws UserError when another process has it, or when it holds anything but this launch's data in this form:
 * nothing in it is changed then.
 */
export function openDataFolder(dir: string, wanted: { launch: string; template: Template }): DataFolder {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const unlock = lockDirectory(dir);
  try {
    const stamp: Stamp = { format: FORMAT, launch: wanted.launch, shape: shapeOf(wanted.template) };
    const contents = contentsOf(dir, { ...stamp, usable: shapesOf(wanted.template) });
    if (contents.kind === 'refused') throw contents.error;
    if (contents.kind === 'none') beginAnew(dir);
    return {
      tables: join(dir, 'tables'),
      objects: join(dir, 'objects'),
      outbox: join(dir, 'outbox'),
      handled: join(dir, 'handled-events'),
      accounts: join(dir, 'accounts.json'),
      finish: () => {
        if (contents.kind === 'none') writeStamp(dir, stamp);
      },
      close: unlock,
    };
  } catch (error) {
    unlock();
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
  const unlock = lockDirectory(dir);
  try {
    const names = namesIn(dir);
    if (names.length === 0) return;
    if (!names.includes(STAMP) && !names.includes(MAKING)) throw notOurs(dir, names);
    announce(`Deleting the tables, files and emails of earlier runs in ${dir}`);
    for (const name of names) rmSync(join(dir, name), { recursive: true, force: true });
  } finally {
    unlock();
  }
}

function contentsOf(
  dir: string,
  { format, launch, usable }: Stamp & { usable: readonly string[] },
): Contents {
  const names = namesIn(dir);
  if (!names.includes(STAMP)) {
    if (names.length === 0 || names.includes(MAKING)) return { kind: 'none' };
    return { kind: 'refused', error: notOurs(dir, names) };
  }
  const found = readStamp(join(dir, STAMP));
  const refused = (must: string): Contents => ({ kind: 'refused', error: otherData(dir, must) });
  if (found.launch !== launch) {
    return refused(`be those of the launch ${launch}: they are those of ${found.launch}`);
  }
  if (found.format !== format) return refused(`have the format ${format}: it is ${found.format}`);
  if (!usable.includes(found.shape)) {
    return refused('have the tables and buckets of this version of Crier: they are from another version');
  }
  return { kind: 'usable' };
}

function otherData(dir: string, must: string): UserError {
  return new UserError(`Cannot start because the data in ${dir} must ${must}`, [
    'Nothing in it was changed. Start with --data and another folder, or with --fresh to delete it and start over',
  ]);
}

function notOurs(dir: string, names: readonly string[]): UserError {
  const [first = '', ...others] = names.toSorted();
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return new UserError(
    `Cannot use ${dir} because it must be empty or hold data of Crier: it holds ${first}${more}`,
    ['Nothing in it was changed. Move it elsewhere, or name another folder with --data'],
  );
}

/** @throws UserError when it can't be read. */
function readStamp(path: string): Stamp {
  try {
    return { ...JSON.parse(readFileSync(path, 'utf8')) };
  } catch {
    throw damaged(path, 'it must be JSON that names the launch and the format of the data');
  }
}

function beginAnew(dir: string): void {
  writeFileSync(join(dir, MAKING), '');
  for (const name of namesIn(dir)) {
    if (name !== MAKING) rmSync(join(dir, name), { recursive: true, force: true });
  }
}

/** What file managers leave in any folder that a person looks into: macOS the first two, Windows the others. */
const DESKTOP_FILE = /^(\.DS_Store|\._.*|Thumbs\.db|desktop\.ini)$/i;

/** Everything but locks and what file managers leave. */
function namesIn(dir: string): string[] {
  return readdirSync(dir).filter((name) => !isLockFile(name) && !DESKTOP_FILE.test(name));
}

function writeStamp(dir: string, stamp: Stamp): void {
  const unfinished = join(dir, `${STAMP}.unfinished`);
  writeFileSync(unfinished, `${JSON.stringify(stamp)}\n`);
  renameSync(unfinished, join(dir, STAMP));
  rmSync(join(dir, MAKING), { force: true });
}

/** What of the template the data depend on. Other changes leave them usable. */
function shapeOf(template: Template): string {
  return shapesOf(template).at(-1)!;
}

/**
 * The shapes of data that a template can use: of any of its tables and buckets, and of all of them last. A table that was added
 * since is made at the start.
 */
function shapesOf(template: Template): string[] {
  const tables = template.ofType('AWS::DynamoDB::Table').map(({ name, properties }) => {
    const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = properties;
    return { name, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes };
  });
  const buckets = template.ofType('AWS::S3::Bucket').map(({ name }) => name);
  return subsetsOf(buckets).flatMap((someBuckets) =>
    subsetsOf(tables).map((someTables) => {
      const shape = JSON.stringify({ tables: someTables, buckets: someBuckets });
      return hash('sha256', shape, 'hex').slice(0, 16);
    }),
  );
}

function subsetsOf<Value>(values: readonly Value[]): Value[][] {
  const subsets: Value[][] = [[]];
  for (const value of values) subsets.push(...subsets.map((some) => [...some, value]));
  return subsets;
}
