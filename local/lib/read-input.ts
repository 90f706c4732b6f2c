import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { UserError } from './user-error.ts';

/** A file that is named to a command. */
interface NamedInput {
  readonly path: string;
  /** The option by which it is named, if it is one: `--launch`. */
  readonly option?: string;
  /** What it must be: `a launch plan (launch.json)`. */
  readonly expected: string;
}

/** What most commands expect. */
export const PLAN_FILE = 'a launch plan (launch.json)';

/** Reads a file. @throws UserError when it can't be read: which file, why, and what is expected. */
export function readInput(input: NamedInput): Buffer {
  try {
    return readFileSync(input.path);
  } catch (error) {
    throw unreadable(input, error);
  }
}

/**
 * Makes sure that a file can be read, before it is read piece by piece.
 * @throws UserError as `readInput` does.
 */
export function requireInput(input: NamedInput): void {
  try {
    accessSync(input.path, constants.R_OK);
  } catch (error) {
    throw unreadable(input, error);
  }
  if (statSync(input.path).isDirectory()) throw unreadable(input, { code: 'EISDIR' });
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'you may not read it',
};

function unreadable({ path, option, expected }: NamedInput, error: unknown): UserError {
  const { code = 'it failed' } = error as NodeJS.ErrnoException;
  const given = option === undefined ? '' : `, given as ${option},`;
  // Outside of this folder a path is shown as it was given.
  const inside = relative('.', path);
  const shown = inside === '' || inside.startsWith('..') ? path : inside;
  return new UserError(`Cannot read ${shown}${given} because ${WHY[code] ?? code}`, [
    `It must be ${expected}. Paths are seen from ${process.cwd()}`,
  ]);
}
