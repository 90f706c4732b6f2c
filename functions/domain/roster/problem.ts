/**
 * `error`: the row is refused. `address`: the filer is kept, but can't be reached by email.
 * `warning`: the row is taken, and something about it should be known.
 */
export type Severity = 'error' | 'address' | 'warning';

/** Something about one cell, or about a whole row. */
export interface Problem {
  /** The row as a spreadsheet shows it: the header is 1. */
  readonly row: number;
  /** The header as in the file, `null` for the row as a whole. */
  readonly column: string | null;
  /** What kind of problem: listed with its meaning in docs/roster.md. */
  readonly code: string;
  readonly severity: Severity;
  /** The value, shortened, with what can't be seen made visible. */
  readonly found: string;
  /** What the cell should hold, and what to do. */
  readonly expected: string;
}

/** As much of a value is shown, in characters. */
export const FOUND_LENGTH = 80;

/**
 * A value fit to be shown: short, and with control and invisible characters shown as `\u200b`.
 * @param longest In characters, as shown. @default 80
 */
export function shown(value: string, longest: number = FOUND_LENGTH): string {
  const visible = value.slice(0, longest + 1).replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return visible.length > longest ? `${visible.slice(0, longest)}…` : visible;
}

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029\u00a0]/gu;
