import { campaign } from '#campaign';
import type { Filer } from '../domain/filer/filer.ts';
import { stateOf } from '../domain/filer/rules.ts';
import type { FilerState } from '../domain/filer/state.ts';
import { type Problem, shown } from '../domain/roster/problem.ts';
import type { CheckSettings } from './check-settings.ts';
import { filerRows } from './filer-rows.ts';
import { KEY } from './row/columns.ts';
import type { FileFindings } from './row/file-findings.ts';
import type { Layout } from './row/header.ts';
import { filerOf, isRefused, type ParsedRow, parseRow, type TableRow } from './row/parse-row.ts';
import type { Table } from './table/open-table.ts';

/** A row that was read, before it is known what the other rows say. */
export interface ReadRow {
  readonly source: TableRow;
  readonly parsed: ParsedRow;
  /** What the row makes of the filer; `null` when it is refused. */
  readonly filer: Filer | null;
  readonly state: FilerState | null;
}

/**
 * Reads the rows below the header that are filers, in the file's order.
 * @param findings Hears what is to be known about the file.
 */
export async function* readRows(
  table: Table,
  {
    layout,
    settings,
    findings,
  }: { layout: Layout; settings: CheckSettings; findings?: FileFindings | undefined },
): AsyncIterable<ReadRow[]> {
  const { courtId, today, zone, keepsKnown = false } = settings;
  const context = { layout, courtId, today, zone, keepsKnown };
  for await (const sources of filerRows(table, { layout, findings })) {
    const rows = sources.map((source) => ({ source, parsed: parseRow(source, context) }));
    const onto = settings.kind === 'update' || keepsKnown ? await filersNamed(rows, settings) : null;
    yield rows.map(({ source, parsed }) => {
      const isKnown = settings.kind === 'roster' || parsed.filerId === null || onto?.has(parsed.filerId);
      return readRow(source, isKnown ? parsed : unknownKey(parsed, { layout, source }), { onto, settings });
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
  const base = onto?.get(filerId) ?? null;
  const filer = filerOf(filerId, base ? facts : { ...dayOf(settings), ...facts }, base);
  const read = settings.keepsKnown && filer.email !== null ? withoutMissing(parsed) : parsed;
  return { source, parsed: read, filer, state: stateOf(filer, settings.pivotDate) };
}

/** What is known about a filer who is new, and whose progress isn't told: nothing, as of the upload's day. */
function dayOf({ today }: CheckSettings): Partial<Filer> {
  return { [campaign.columns[campaign.progress.asOf].fact]: today };
}

/** The address that a blank cell lacks is known. */
function withoutMissing(parsed: ParsedRow): ParsedRow {
  return { ...parsed, problems: parsed.problems.filter(({ code }) => code !== 'email-missing') };
}

/** The filers of the active roster that rows name. */
async function filersNamed(
  rows: readonly { parsed: ParsedRow }[],
  { base }: CheckSettings,
): Promise<ReadonlyMap<string, Filer>> {
  const ids = rows.map(({ parsed }) => parsed.filerId).filter((id) => id !== null);
  return (await base?.filersById(ids)) ?? new Map();
}

function unknownKey(parsed: ParsedRow, { layout, source }: { layout: Layout; source: TableRow }): ParsedRow {
  const { row, column, found } = keyCell(source, layout);
  const expected =
    "a user id on the active roster: an update can't add filers. Upload new filers with a whole roster";
  const problem: Problem = { row, column, code: 'user-id-unknown', severity: 'error', found, expected };
  return { ...parsed, problems: [...parsed.problems, problem] };
}

/** Where a problem of the row's key is, and the value there. */
export function keyCell(
  { row, cells }: TableRow,
  { headers, positions }: Layout,
): Pick<Problem, 'row' | 'column' | 'found'> {
  const index = positions.get(KEY) ?? 0;
  return { row, column: shown(headers[index] ?? ''), found: shown(cells[index] ?? '') };
}
