/** One thing wrong with an uploaded plan. */
export interface Problem {
  /** JSON path, `$.phases[2].when.at`. */
  readonly path: string;
  /** Line of the upload, from 1; of what surrounds it when the thing itself is missing. */
  readonly line: number;
  /** The value there, cut to a readable length. */
  readonly found: string;
  /** What is expected, as a clause that starts with "must". */
  readonly message: string;
}

/** A problem whose place isn't turned into text yet. */
export interface Finding {
  readonly at: readonly PropertyKey[];
  readonly found: string;
  readonly message: string;
}

const SHOWN_LENGTH = 80;

/** `$.phases[2].when.at` of `['phases', 2, 'when', 'at']`. */
export function jsonPath(path: readonly PropertyKey[]): string {
  return `$${path.map(step).join('')}`;
}

function step(key: PropertyKey): string {
  if (typeof key === 'number') return `[${key}]`;
  const name = cut(String(key));
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** A value as a person wants to see it in a report: JSON, cut when long, `nothing` when missing. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  return cut(JSON.stringify(value));
}

function cut(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

/** The value at a path of a JSON value; `undefined` when there is none. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<PropertyKey, unknown>)[key];
  }
  return found;
}
