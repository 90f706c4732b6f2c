import { stringify } from 'csv-stringify/sync';
import type { State } from '../domain/filer/state.ts';
import type { Hold } from '../domain/roster/hold.ts';
import type { Problem } from '../domain/roster/problem.ts';
import type { ProblemCount, RosterChanges } from '../domain/roster/roster-version.ts';
import { guard } from '../lib/formula-guard.ts';
import type { CheckedTable } from './check-table.ts';
import type { DecidedRow } from './decide-row.ts';
import type { Refusal } from './intake.ts';
import { REPORT_COLUMNS } from './row/columns.ts';
import type { Layout } from './row/header.ts';
import type { TableFormat } from './table/open-table.ts';
import type { Tally } from './tally.ts';

/** What an upload came to, but for the problems, which may be a million. */
export interface RosterSummary {
  readonly file: Pick<TableFormat, 'encoding' | 'delimiter'> & {
    readonly format: TableFormat['format'] | null;
    /** Rows below the header that aren't blank. */
    readonly rows: number;
  };
  /** Why the file as a whole can't be used, and what to do. */
  readonly refused: string | null;
  /** Why a person must decide on it. */
  readonly held: readonly string[];
  readonly accepted: number;
  readonly rejected: number;
  readonly warned: number;
  readonly unreachable: number;
  /** Problems by kind, most frequent first. */
  readonly problemCounts: readonly ProblemCount[];
  /** Filers of the version by state. */
  readonly states: Readonly<Partial<Record<State, number>>>;
  readonly changes: RosterChanges | null;
}

/** The summary of an upload that became a version. */
export function rosterSummary(
  { format, encoding, delimiter }: TableFormat,
  { checked, tally, held }: { checked: CheckedTable; tally: Tally; held: readonly Hold[] },
): RosterSummary {
  const { states, changes, unreachable } = checked.ledger.totals();
  const { accepted, rejected, warned, problemCounts } = tally;
  const reasons = held.map(({ reason }) => reason);
  const file = { format, encoding, delimiter, rows: checked.rows };
  const counts = { accepted, rejected, warned, unreachable, problemCounts };
  return { file, refused: null, held: reasons, ...counts, states, changes };
}

/** The summary of an upload that can't be used. @param file As far as it could be read as a table. */
export function refusedSummary(file: TableFormat | null, refused: string): RosterSummary {
  const { format = null, encoding = null, delimiter = null } = file ?? {};
  const counts = { accepted: 0, rejected: 0, warned: 0, unreachable: 0, problemCounts: [] };
  return {
    file: { format, encoding, delimiter, rows: 0 },
    refused,
    held: [],
    ...counts,
    states: {},
    changes: null,
  };
}

/** The whole report for programs, as it is written beside the upload. */
export interface RosterReport extends RosterSummary {
  readonly problems: readonly Problem[];
  readonly upload: { readonly key: string; readonly uploadedAt: string };
  /** Of a refusal; absent in reports of earlier versions of Crier. */
  readonly code?: Refusal['code'];
  /** Absent when the upload is refused. */
  readonly version?: string;
  readonly base?: string | null;
  /** Key of the table to repair, `null` when no row has a problem. */
  readonly table?: string | null;
}

/** Text that takes what is written bit by bit. */
export interface TextSink {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Writes the report for programs: problems as they come, the summary last. */
export class JsonReport {
  readonly #sink: TextSink;
  #first = true;

  constructor(sink: TextSink) {
    this.#sink = sink;
  }

  async add(problems: readonly Problem[]): Promise<void> {
    if (problems.length === 0) return;
    const lines = problems.map((problem) => JSON.stringify(problem)).join(',\n');
    await this.#sink.write(`${this.#first ? '{"problems": [\n' : ',\n'}${lines}`);
    this.#first = false;
  }

  async finish(summary: object): Promise<void> {
    const rest = JSON.stringify(summary, null, 2).slice(1);
    await this.#sink.write(`${this.#first ? '{"problems": [' : '\n'}],${rest}\n`);
    await this.#sink.close();
  }
}

/** The table as it came in, each row with its number and problems in front: to be repaired and uploaded again. */
export class TableReport {
  readonly #sink: TextSink;
  readonly #delimiter: string;
  readonly #layout: Layout;
  /** Positions of the file's columns that aren't from an earlier report. */
  readonly #kept: readonly number[];

  constructor(sink: TextSink, { layout, delimiter }: { layout: Layout; delimiter: string }) {
    this.#sink = sink;
    this.#layout = layout;
    this.#delimiter = delimiter;
    this.#kept = layout.headers.flatMap((header, index) =>
      layout.reportColumns.includes(header) ? [] : [index],
    );
  }

  async start(): Promise<void> {
    // With the mark, Excel reads the file as UTF-8.
    const header = [...REPORT_COLUMNS, ...this.#kept.map((index) => this.#layout.headers[index] ?? '')];
    await this.#sink.write(`\ufeff${this.#lines([header])}`);
  }

  async add(rows: readonly DecidedRow[]): Promise<void> {
    const { headers } = this.#layout;
    const lines = rows.map(({ row, cells, problems }) => [
      String(row),
      problems.map(problemText).join('\n'),
      // Missing cells stay missing: filled up they would pass as blank the next time.
      ...this.#kept.filter((index) => index < cells.length).map((index) => cells[index] ?? ''),
      ...cells.slice(headers.length),
    ]);
    await this.#sink.write(this.#lines(lines));
  }

  close(): Promise<void> {
    return this.#sink.close();
  }

  #lines(rows: readonly (readonly string[])[]): string {
    return writeCsv(rows, this.#delimiter);
  }
}

/** CSV as spreadsheets read it: every cell quoted, none of them run. */
function writeCsv(rows: readonly (readonly string[])[], delimiter: string): string {
  const guarded = rows.map((cells) => cells.map(guard));
  return stringify(guarded, { delimiter, quoted: true, quoted_empty: false, record_delimiter: 'windows' });
}

/** `email (address): "a..b@x" is not …`: one line for one problem. */
export function problemText({ column, severity, found, expected }: Problem): string {
  return `${severity}: ${column === null ? 'row' : column} "${found}": expected ${expected}`;
}
