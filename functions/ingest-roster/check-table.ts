import type { Filer } from '../domain/filer/filer.ts';
import { stateOf } from '../domain/filer/rules.ts';
import type { FilerState } from '../domain/filer/state.ts';
import { type Problem, shown } from '../domain/roster/problem.ts';
import type { UploadKind } from '../domain/upload.ts';
import { Ledger } from './ledger.ts';
import { columnsNamed } from './row/columns.ts';
import { type Layout, readHeader } from './row/header.ts';
import { filerOf, isBlank, isRefused, type ParsedRow, parseRow, type TableRow } from './row/parse-row.ts';
import type { Table } from './table/open-table.ts';

/** The roster in force, on which an update builds and with which a new roster is compared. */
export interface Base {
  filers(): AsyncIterable<Filer>;
  filersById(ids: readonly string[]): Promise<ReadonlyMap<string, Filer>>;
}

export interface CheckSettings {
  readonly kind: UploadKind;
  readonly courtId: string;
  /** The upload's date in the court's zone, `2018-07-24`. */
  readonly today: string;
  /** `null` while it is to be announced, or no plan is known. */
  readonly goLiveDate: string | null;
  readonly base: Base | null;
}

/** A row with all that was found out about it. */
export interface DecidedRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly problems: readonly Problem[];
  /** What the version gets, `null` when the row gives it nothing. */
  readonly filer: Filer | null;
  readonly state: FilerState | null;
}

/** A table that was read through once. */
export interface CheckedTable {
  readonly layout: Layout;
  readonly ledger: Ledger;
  /** Rows below the header that aren't blank. */
  readonly rows: number;
  /** Any row has a problem. */
  readonly hasProblems: boolean;
  /** Filers of the base with another link status than unlinked. */
  readonly baseLinkStatuses: number;
  /** Reads the rows again and decides each, in the file's order; blank ones aren't among them. */
  decide(): AsyncIterable<DecidedRow[]>;
}

export type CheckTable =
  | { readonly ok: true; readonly checked: CheckedTable }
  | { readonly ok: false; readonly refused: string };

/** A row that was read by itself, before it is known what the other rows say. */
interface ReadRow {
  readonly source: TableRow;
  readonly parsed: ParsedRow;
  readonly filer: Filer | null;
  readonly state: FilerState | null;
}

/** Among the first rows a header is looked for, to tell where it is. */
const HEADER_WITHIN = 20;

/** Reads a table through: its header, and of every row what the others must be compared with. */
export async function checkTable(table: Table, settings: CheckSettings): Promise<CheckTable> {
  const header = await findHeader(table, settings.kind);
  if (!header.ok) return header;
  const layout = {
    ...header.layout,
    problems: [...header.layout.problems, ...sheetProblems(table, header.layout.row)],
  };
  const ledger = new Ledger(settings.kind);
  const baseLinkStatuses = await noteBase(ledger, settings);
  let rows = 0;
  let hasProblems = false;
  for await (const batch of readRows(table, { layout, settings })) {
    rows += batch.length;
    for (const { parsed, filer, state } of batch) {
      hasProblems ||= parsed.problems.length > 0;
      if (parsed.filerId === null) continue;
      const facts = JSON.stringify(
        filer ?? [parsed.facts, parsed.problems.map(({ code, found }) => [code, found])],
      );
      const taken = filer && state && { filer, state: state.state };
      ledger.addRow(parsed.row, { filerId: parsed.filerId, facts, taken });
    }
  }
  if (rows === 0) return { ok: false, refused: 'The file has a header and no rows' };
  const { conflicts, repeatedRows } = ledger.totals();
  return {
    ok: true,
    checked: {
      layout,
      ledger,
      rows,
      hasProblems: hasProblems || conflicts > 0 || repeatedRows > 0,
      baseLinkStatuses,
      decide: async function* () {
        for await (const batch of readRows(table, { layout, settings })) {
          yield batch.map((row) => decideRow(row, { layout, ledger }));
        }
      },
    },
  };
}

async function findHeader(table: Table, kind: UploadKind): Promise<ReturnType<typeof readHeader>> {
  for await (const batch of table.rows()) {
    const filled = batch.filter((row) => !isBlank(row));
    const [first] = filled;
    if (!first) continue;
    const header = readHeader(first.cells, { kind, row: first.row });
    const other = filled
      .slice(1, HEADER_WITHIN)
      .find(({ cells }) => columnsNamed(cells) > 1 + columnsNamed(first.cells));
    if (header.ok || !other) return header;
    const refused = `Row ${first.row} must be the header, and row ${other.row} looks like it: delete the rows above it and upload the file again`;
    return { ok: false, refused };
  }
  return { ok: false, refused: 'The file has no rows' };
}

function sheetProblems({ otherSheets }: Table, row: number): Problem[] {
  return otherSheets.map((name) => ({
    row,
    column: null,
    code: 'sheet-ignored',
    severity: 'warning',
    found: shown(name),
    expected: 'one sheet: only the first one is read',
  }));
}

async function noteBase(ledger: Ledger, { base, goLiveDate }: CheckSettings): Promise<number> {
  let linkStatuses = 0;
  for await (const filer of base?.filers() ?? []) {
    ledger.addBase(filer, stateOf(filer, goLiveDate).state);
    if (filer.linkStatus !== 'unlinked') linkStatuses++;
  }
  return linkStatuses;
}

interface Reading {
  readonly layout: Layout;
  readonly ledger: Ledger;
  readonly settings: CheckSettings;
}

async function* readRows(
  table: Table,
  { layout, settings }: Omit<Reading, 'ledger'>,
): AsyncIterable<ReadRow[]> {
  const context = { layout, courtId: settings.courtId, today: settings.today };
  for await (const batch of table.rows()) {
    const sources = batch.filter((row) => row.row > layout.row && !isBlank(row));
    const parsed = sources.map((source) => ({ source, parsed: parseRow(source, context) }));
    const onto = settings.kind === 'update' ? await basesOf(parsed, settings) : null;
    yield parsed.map(({ source, parsed }) => {
      const known = onto === null || parsed.filerId === null || onto.has(parsed.filerId);
      return readRow(source, known ? parsed : unknownKey(parsed, { layout, source }), { onto, settings });
    });
  }
}

function readRow(
  source: TableRow,
  parsed: ParsedRow,
  { onto, settings }: { onto: ReadonlyMap<string, Filer> | null; settings: CheckSettings },
): ReadRow {
  const { filerId, facts } = parsed;
  if (filerId === null || isRefused(parsed)) return { source, parsed, filer: null, state: null };
  const filer = filerOf(filerId, facts, onto?.get(filerId) ?? null);
  return { source, parsed, filer, state: stateOf(filer, settings.goLiveDate) };
}

async function basesOf(
  rows: readonly { parsed: ParsedRow }[],
  { base }: CheckSettings,
): Promise<ReadonlyMap<string, Filer>> {
  const ids = rows.map(({ parsed }) => parsed.filerId).filter((id) => id !== null);
  return (await base?.filersById(ids)) ?? new Map();
}

function unknownKey(parsed: ParsedRow, { layout, source }: { layout: Layout; source: TableRow }): ParsedRow {
  const index = layout.positions.get('cmecf_user_id') ?? 0;
  const problem: Problem = {
    row: parsed.row,
    column: shown(layout.headers[index] ?? ''),
    code: 'user-id-unknown',
    severity: 'error',
    found: shown(source.cells[index] ?? ''),
    expected:
      'a user id of the roster in force: an update adds nobody. Upload new filers with a whole roster',
  };
  return { ...parsed, problems: [...parsed.problems, problem] };
}

function decideRow(
  { source, parsed, filer, state }: ReadRow,
  { layout, ledger }: Pick<Reading, 'layout' | 'ledger'>,
): DecidedRow {
  const { row, problems } = parsed;
  const nothing = { row, cells: source.cells, filer: null, state: null };
  if (parsed.filerId === null) return { ...nothing, problems };
  const outcome = ledger.outcomeOf(row, parsed.filerId);
  if (outcome.outcome !== 'taken') {
    const index = layout.positions.get('cmecf_user_id') ?? 0;
    const about = {
      row,
      column: shown(layout.headers[index] ?? ''),
      found: shown(source.cells[index] ?? ''),
    };
    return { ...nothing, problems: [...problems, { ...about, ...keyProblem(outcome) }] };
  }
  if (!filer) return { ...nothing, problems };
  return { ...nothing, problems, filer: { ...filer, sharedAddress: ledger.isShared(filer.email) }, state };
}

function keyProblem(
  outcome: Exclude<ReturnType<Ledger['outcomeOf']>, { outcome: 'taken' }>,
): Pick<Problem, 'code' | 'severity' | 'expected'> {
  if (outcome.outcome === 'repeated') {
    const expected = `one row for each user id: row ${outcome.first} says the same, and this one is left out`;
    return { code: 'key-repeated', severity: 'warning', expected };
  }
  const named = outcome.rows.join(', ');
  const rows =
    outcome.of > outcome.rows.length ? `${named} and ${outcome.of - outcome.rows.length} more` : named;
  const expected = `one row for each user id: rows ${rows} have this one and say different things, so none is taken. Keep the right one`;
  return { code: 'key-conflict', severity: 'error', expected };
}
