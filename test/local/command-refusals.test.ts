import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type CheckArguments, readCheckArguments } from '../../local/check/arguments.ts';
import { checkFile } from '../../local/check/file.ts';
import { checkHints } from '../../local/check/hints.ts';
import { UserError } from '../../local/lib/user-error.ts';
import { opsArguments } from '../../local/ops/arguments.ts';
import { readArguments } from '../../local/rehearse/arguments.ts';
import { startArguments } from '../../local/start/arguments.ts';
import { uploadArguments } from '../../local/upload/arguments.ts';

const dir = mkdtempSync(join(tmpdir(), 'crier-refusals-'));
afterAll(() => rmSync(dir, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

/** What is said by a command that can't begin, line by line. */
async function refusalOf(command: () => unknown): Promise<string[]> {
  try {
    await command();
  } catch (error) {
    if (error instanceof UserError) return [error.message, ...error.details];
    throw error;
  }
  throw new Error('Cannot test because it must be refused');
}

describe('an option that is none', () => {
  it.each<[command: string, read: (args: string[]) => unknown, help: string]>([
    ['check', readCheckArguments, 'npm run check -- --help'],
    ['upload', uploadArguments, 'npm run upload -- --help'],
    ['start', startArguments, 'npm start -- --help'],
    ['rehearse', readArguments, 'npm run rehearse -- --help'],
  ])('is named by %s, with where help is and nothing of dashes', async (command, read, help) => {
    expect(await refusalOf(() => read(['--bogus']))).toEqual([
      `Cannot ${command}: Unknown option '--bogus'`,
      `Every option: ${help}`,
    ]);
  });
});

function check(...args: string[]): Promise<unknown> {
  return checkFile(readCheckArguments(args)!);
}

describe('a file that is not there', () => {
  const sound = file('sound.csv', 'uid,last_name,email\na,A,a@example.com\n');
  const gone = join(dir, 'gone.csv');
  it.each<[command: string, read: () => unknown, given: string, expected: string]>([
    ['check', () => check(gone), '', 'a roster or an update, as CSV or Excel workbook'],
    ['check', () => check(sound, '--launch', gone), ', given as --launch,', 'a launch plan (launch.json)'],
    ['check', () => check(sound, '--base', gone), ', given as --base,', 'the active roster'],
    ['upload', () => uploadArguments([gone]), '', 'a launch plan, a roster or an update'],
    [
      'start',
      () => startArguments(['--launch', gone]),
      ', given as --launch,',
      'a launch plan (launch.json)',
    ],
    ['ops changes', () => opsArguments(['changes', gone]), '', 'a launch plan (launch.json)'],
    [
      'rehearse',
      () => readArguments(['--update', `2018-10-24T07:00=${gone}`]),
      ', given as --update,',
      'an update (CSV)',
    ],
  ])('is named by %s, with what is expected: %#', async (_, read, given, expected) => {
    expect(await refusalOf(read)).toEqual([
      `Cannot read ${gone}${given} because there is no such file`,
      `It must be ${expected}. Paths are seen from ${process.cwd()}`,
    ]);
  });

  it('may be a directory, and check says so before it reads', async () => {
    expect(await refusalOf(() => check(dir))).toContain(`Cannot read ${dir} because it is a directory`);
  });
});

describe('checkHints', () => {
  const hintsOf = (path: string, given: Partial<CheckArguments> = {}, refused: string | null = null) =>
    checkHints({ file: path, launch: undefined, base: undefined, update: false, ...given }, { refused });
  const roster = file('roster.csv', 'uid,last_name,email\na,A,a@example.com\n');
  const links = file('october.csv', 'uid,link_status\na,linked\n');

  it('says how to learn what each phase would send, unless that is said already', () => {
    expect(hintsOf(roster)).toEqual(['To see what each phase would send, add --launch launch.json.']);
    expect(hintsOf(roster, { launch: 'launch.json' })).toEqual([]);
    expect(hintsOf(roster, {}, 'The file is empty')).toEqual([]);
  });

  it('says how to check an update as one, refused or not', () => {
    const how = `It looks like an update. To check it as one: npm run check -- ${links} --update --base`;
    expect(hintsOf(links, {}, 'There is no column for the email address')).toEqual([`${how} ROSTER`]);
    expect(hintsOf(links, { base: 'august.csv', launch: 'launch.json' })).toEqual([`${how} august.csv`]);
    expect(hintsOf(links, { update: true, launch: 'launch.json' })).toEqual([]);
  });
});
