import type { Filer } from '../../domain/filer/filer.ts';
import type { Severity } from '../../domain/roster/problem.ts';

/** What cells say about a filer: facts, and what becomes one only by another cell. */
export type Facts = Partial<Omit<Filer, 'filerId' | 'sharedAddress' | 'otherAccounts'>> & {
  /** Found in the cell of the primary one. */
  readonly extraEmails?: readonly string[];
  /** A primary address that looks like a placeholder, and whether a person says that it is read. */
  readonly placeholder?: string;
  readonly isEmailConfirmed?: boolean;
  /** A remark beside the name says that the filer is gone or shouldn't be emailed. */
  readonly isNameWarning?: boolean;
  /** Of the column beside that of the secondary ones. */
  readonly furtherEmails?: readonly string[];
};

/** A problem of a cell, before it knows its row and column. */
export interface Note {
  readonly code: string;
  readonly severity: Severity;
  readonly expected: string;
  /** What was found, where it isn't the whole cell. */
  readonly found?: string;
}

/** What a cell says, and what is to be noted about it. */
export interface Reading {
  readonly facts: Facts;
  readonly notes: readonly Note[];
}

/** What it takes to read a cell. */
export interface CellContext {
  /** The upload's date in the court's zone, `2018-07-24`. */
  readonly today: string;
  /** The court's zone, `America/New_York`. */
  readonly zone: string;
}

/** Nothing to say about a cell. */
export const NO_NOTES: readonly Note[] = [];

/** Reads one cell, cleaned. */
export type Reader = (text: string, context: CellContext) => Reading;

/** Ends what was expected of a cell that can't be read. */
export const AS_UNKNOWN = '; it is read as unknown';

/** The reading of a cell that refuses its row. */
export function refuse(code: string, expected: string): Reading {
  return { facts: {}, notes: [{ code, severity: 'error', expected }] };
}
