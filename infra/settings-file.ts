import { existsSync, readFileSync } from 'node:fs';
import { type Finding, shown } from '../functions/domain/plan/problem.ts';
import { readJson } from '../functions/domain/plan/read-json.ts';

/** The settings file that is read when none is named: in the folder where CDK is called. */
const DEFAULT_FILE = 'crier.settings.json';

/** A settings file as it was read, not checked yet. */
export interface SettingsFile {
  /** Its path, as it was named. */
  readonly path: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Settings that it holds twice. */
  readonly repeated: readonly Finding[];
  /** The line of a setting, from 1. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Reads a launch's settings file.
 * @param asked Its path. If left out, the default file is read, where there is one.
 * @returns `null` when none was asked for and there is none.
 * @throws Error when it can't be read, or isn't a JSON object.
 */
export function settingsFile(asked?: string): SettingsFile | null {
  if (asked === undefined && !existsSync(DEFAULT_FILE)) return null;
  const path = asked ?? DEFAULT_FILE;
  const json = readJson(textOf(path));
  if (!json.ok)
    throw new Error(`Cannot read ${path} because it ${json.problem.message}: found ${json.problem.found}`);
  const { value, repeated, lineOf } = json;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`Cannot read ${path} because it must be an object in { }: it is ${shown(value)}`);
  return { path, values: value as Record<string, unknown>, repeated, lineOf };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Error(`Cannot read ${path} because it must be a settings file`, { cause });
  }
}
