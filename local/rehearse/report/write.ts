import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../lib/user-error.ts';

/** Is in `summary.json`: by it a folder of an earlier rehearsal is known. */
export const MADE_BY = 'crier rehearse';

/** The files that a rehearsal leaves, by path in its folder. `summary.json` is written first. */
export interface OutFiles {
  readonly 'summary.json': string;
  readonly 'send-log.csv': string;
  readonly 'report.html': string;
  /** The notice for the court's website. */
  readonly 'public-notice.html': string;
  /** The emails by file name. */
  readonly outbox: ReadonlyMap<string, Uint8Array>;
}

const PAGES = ['summary.json', 'send-log.csv', 'report.html', 'public-notice.html'] as const;
const NAMES: readonly string[] = [...PAGES, 'outbox'];
/** What other commands leave in `out`, where a rehearsal goes too: they may have come first. */
const BESIDE: readonly string[] = ['bench-log', 'check', 'notice.html', 'phone-list.csv', 'preview'];
/** How many names are told about a folder that is refused. */
const TOLD = 5;

/**
 * Makes sure that a rehearsal may write there: it replaces what an earlier one left and touches nothing else.
 * @throws UserError when the folder holds what neither a rehearsal nor another command left.
 */
export function checkOut(folder: string): void {
  const taken = listFolder(folder).filter((entry) => !BESIDE.includes(entry));
  if (taken.length === 0 || isEarlierRehearsal(folder)) return;
  const more = taken.length > TOLD ? ` and ${taken.length - TOLD} more` : '';
  const holds = `${taken.slice(0, TOLD).join(', ')}${more}`;
  throw new UserError(
    `Cannot write to ${folder} because it has files that aren’t from a rehearsal: ${holds}`,
    ['Name another folder: npm run rehearse -- --out DIR'],
  );
}

/** Writes a rehearsal's files in place of an earlier one's. */
export function writeOut(folder: string, files: OutFiles): void {
  checkOut(folder);
  for (const name of NAMES) rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(join(folder, 'outbox'), { recursive: true });
  for (const name of PAGES) {
    writeFileSync(join(folder, name), files[name]);
  }
  for (const [name, raw] of files.outbox) writeFileSync(join(folder, 'outbox', name), raw);
}

function listFolder(folder: string): string[] {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) {
    throw new UserError(`Cannot write to ${folder} because it must be a folder: it is a file`);
  }
  return readdirSync(folder).sort();
}

function isEarlierRehearsal(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')).madeBy === MADE_BY;
  } catch {
    return false;
  }
}
