import { campaign } from '#campaign';
import { mailboxOf } from '../../domain/filer/addresses.ts';
import { BLANK, type Filer } from '../../domain/filer/filer.ts';
import { filerIdOf } from '../../domain/filer/filer-id.ts';
import { FOUND_LENGTH, type Problem, shown } from '../../domain/roster/problem.ts';
import { unguard } from '../../lib/formula-guard.ts';
import type { ColumnName } from './columns.ts';
import type { Layout } from './header.ts';
import { readCell } from './read-cell.ts';
import type { CellContext, Facts, Reading } from './reading.ts';
import { saidOnly } from './said-facts.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What it takes to read a row. */
interface RowContext extends CellContext {
  readonly courtId: string;
  readonly layout: Layout;
  /** Blank cells say nothing, so that what was known is kept. */
  readonly keepsKnown: boolean;
}

/** A row as a spreadsheet shows it. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** What is wrong with the row as a row of a table. */
  readonly flaw: Flaw | null;
  /** Some of its bytes weren't in the file's encoding, and were read as Windows-1252. */
  readonly mixed?: boolean;
  /** A layer of quotes was taken away: around the line, around its cells, or single ones. */
  readonly unquoted?: boolean;
}

/** A warning about a file as a whole, before it is known where its header is. */
export type FileNote = Pick<Problem, 'code' | 'found' | 'expected'>;

/** Why a row can't be told apart into cells. */
export type Flaw = 'quote-open' | 'quote-inside' | 'row-too-long' | 'cells-too-few';

/** What a row says, and what is wrong with it. */
export interface ParsedRow {
  readonly row: number;
  /** The key's hash, `null` when the row has no readable key. */
  readonly filerId: string | null;
  readonly facts: Facts;
  /** All of the row's problems; with an `error` among them the row is refused. */
  readonly problems: readonly Problem[];
}

/** What was found and what is expected have fewer than 300 characters together, with a space and an ellipsis. */
const MESSAGE_LENGTH = 297;

const FLAWS: Readonly<Record<Exclude<Flaw, 'cells-too-few'>, string>> = {
  'quote-open':
    'a closing quote: a cell of this row starts with a quote that is never closed. Delete the quote or close it',
  'quote-inside': 'doubled quotes inside a quoted cell, such as "John ""Jack"" Smith"',
  'row-too-long': 'a row of at most 4 MB',
};

/** Reads a row's cells: what they say about the filer, and every problem at once. */
export function parseRow(row: TableRow, context: RowContext): ParsedRow {
  const malformed = flawOf(row, context.layout);
  if (malformed) return { row: row.row, filerId: null, facts: {}, problems: [malformed] };
  const { headers, positions, kind } = context.layout;
  const problems: Problem[] = [];
  const readings = new Map<ColumnName, Reading>();
  const { status, asOf } = campaign.progress;
  if (!positions.has(asOf) && (kind === 'roster' || positions.has(status))) {
    readings.set(asOf, readCell(asOf, '', context));
  }
  for (const [column, index] of positions) {
    // A day without the progress that was true on it would make what is known look newer than it is.
    if (column === asOf && kind === 'update' && !positions.has(status)) continue;
    const cell = unguard(row.cells[index] ?? '');
    const reading = readCell(column, cell, context);
    readings.set(column, reading);
    for (const { found = cell, ...note } of reading.notes) {
      const room = MESSAGE_LENGTH - note.expected.length;
      const text = shown(found, Math.min(FOUND_LENGTH, room));
      problems.push({ row: row.row, column: shown(headers[index] ?? column), ...note, found: text });
    }
  }
  const said = context.keepsKnown ? saidOnly(readings, context) : readings;
  const facts: Facts = Object.assign({}, ...[...said.values()].map((reading) => reading.facts));
  confirmAddress(facts, problems);
  if (row.mixed) problems.push(mixedEncoding(row));
  const filerId = facts.userId ? filerIdOf(context.courtId, facts.userId) : null;
  return { row: row.row, filerId, facts, problems };
}

/** Mails no one whom a remark beside the name warns of, nor a placeholder, unless the row says that the address is read. */
function confirmAddress(facts: Writable<Facts>, problems: Problem[]): void {
  const { placeholder, isEmailConfirmed, isNameWarning } = facts;
  delete facts.placeholder;
  delete facts.isEmailConfirmed;
  delete facts.isNameWarning;
  if (!isEmailConfirmed && isNameWarning) facts.email = null;
  if (!isEmailConfirmed) return;
  if (placeholder !== undefined) facts.email = placeholder;
  for (const [at, { code, severity }] of problems.entries()) {
    const expected = severity === 'address' ? CONFIRMED[code] : undefined;
    if (expected) problems[at] = { ...problems[at]!, severity: 'warning', expected };
  }
}
const CONFIRMED: Readonly<Record<string, string>> = {
  'email-placeholder': 'an address in use: the row says that this one is, so it is used as it is',
  'name-remark':
    'a name alone: the remark is left out. The row says that the address is in use, so it is emailed',
};

/** Whether a row has nothing in it: such rows count, and say nothing. */
export function isBlank({ cells, flaw }: TableRow): boolean {
  return flaw === null && cells.every((cell) => cell.trim() === '');
}

/** Whether a row is refused: any of its problems is an error. */
export function isRefused({ problems }: Pick<ParsedRow, 'problems'>): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/**
 * The filer that the facts make.
 * @param base The same filer in the active roster, for an update or where what was known is kept.
 */
export function filerOf(filerId: string, facts: Facts, base: Filer | null): Filer {
  const { extraEmails = [], furtherEmails = [], ...said } = facts;
  const filer = { ...BLANK, ...base, ...said, filerId } as Filer;
  if (extraEmails.length + furtherEmails.length === 0) return filer;
  const others = [...extraEmails, ...filer.secondaryEmails, ...furtherEmails];
  const mailboxes = [filer.email ?? '', ...others].map(mailboxOf);
  const isFirst = (_: string, index: number) => mailboxes.indexOf(mailboxes[index + 1] ?? '') === index + 1;
  return { ...filer, secondaryEmails: others.filter(isFirst) };
}

/** What makes the row no row of this table: its cells can't be told apart, so nothing is taken from it. */
function flawOf({ row, cells, flaw }: TableRow, { headers }: Layout): Problem | null {
  const problem = { row, column: null, severity: 'error' } as const;
  if (flaw === 'cells-too-few') {
    const expected = `${headers.length} cells, as in the header: the rest may be in the next row. Put a cell with line breaks in quotes`;
    return { ...problem, code: flaw, found: `${cells.length} cells`, expected };
  }
  if (flaw) return { ...problem, code: flaw, found: shown(cells.join(' ')), expected: FLAWS[flaw] };
  if (cells.slice(headers.length).some((cell) => cell.trim() !== '')) {
    const expected = `${headers.length} cells, as in the header: a cell that contains the separator must be in quotes`;
    return { ...problem, code: 'cells-too-many', found: `${cells.length} cells`, expected };
  }
  return null;
}

function mixedEncoding({ row, cells }: TableRow): Problem {
  const expected = 'UTF-8, as in the rest of the file: the row was read as Windows-1252. Check its accents';
  return {
    row,
    column: null,
    code: 'encoding-mixed',
    severity: 'warning',
    found: shown(cells.join(' ')),
    expected,
  };
}
