import { campaign } from '#campaign';
import { hasProgress } from '../domain/filer/progress.ts';
import { stateOf } from '../domain/filer/rules.ts';
import { DEFAULT_LIMITS } from '../domain/roster/hold.ts';
import type { Problem } from '../domain/roster/problem.ts';
import { changeNotes } from './change-notes.ts';
import type { CheckSettings } from './check-settings.ts';
import { type DecidedRow, decideRow } from './decide-row.ts';
import { findHeader } from './find-header.ts';
import { countList, type SpeaksOf, speaksOf } from './full-list.ts';
import { Ledger } from './ledger.ts';
import { type ReadRow, readRows } from './read-rows.ts';
import { FileFindings } from './row/file-findings.ts';
import type { Layout } from './row/header.ts';
import type { Table } from './table/open-table.ts';

/** A table that was read through once. */
export interface CheckedTable {
  readonly layout: Layout;
  readonly ledger: Ledger;
  /** Rows below the header that aren't blank. */
  readonly rows: number;
  /** Any row has a problem. */
  readonly hasProblems: boolean;
  /** What was known is kept where the file is blank. */
  readonly keepsKnown: boolean;
  /** Filers of the base of whom the roster says more than that they haven't begun. */
  readonly baseProgress: number;
  /** Which filers' progress the upload reports. */
  readonly says: SpeaksOf;
  /** Reads the rows again and decides each, in the file's order; blank ones aren't among them. */
  decide(): AsyncIterable<DecidedRow[]>;
}

/** A table that can be taken as a roster, or a sentence on why it can't. */
type CheckTable =
  | { readonly ok: true; readonly checked: CheckedTable }
  | { readonly ok: false; readonly refused: string };

/** Reads a table through: its header, and of every row what the others must be compared with. */
export async function checkTable(table: Table, settings: CheckSettings): Promise<CheckTable> {
  const header = await findHeader(table, settings.kind);
  if (!header.ok) return header;
  const findings = new FileFindings(header.layout);
  const { layout: found } = header;
  const ledger = new Ledger(settings.kind);
  const baseProgress = await noteBase(ledger, settings);
  let rows = 0;
  let hasProblems = false;
  for await (const batch of readRows(table, { layout: found, settings, findings })) {
    rows += batch.length;
    hasProblems ||= batch.some(({ parsed }) => parsed.problems.length > 0);
    for (const row of batch) noteRow(ledger, row);
  }
  if (rows === 0) return { ok: false, refused: 'The file has a header and no rows' };
  const { conflicts, repeatedRows } = ledger.totals();
  hasProblems ||= conflicts > 0 || repeatedRows > 0 || ledger.firms.hasAny;
  const { says, problems } = compare(ledger, { layout: found, settings });
  const layout = { ...found, problems: [...found.problems, ...findings.problems(), ...problems] };
  async function* decide(): AsyncIterable<DecidedRow[]> {
    for await (const batch of readRows(table, { layout, settings })) {
      yield batch.map((row) => decideRow(row, { layout, ledger }));
    }
  }
  const { keepsKnown = false } = settings;
  const facts = { keepsKnown, baseProgress, says };
  return { ok: true, checked: { layout, ledger, rows, hasProblems, ...facts, decide } };
}

/** Compares with the base: which filers the list covers, and warnings about the changes as a whole. */
function compare(
  ledger: Ledger,
  { layout, settings }: { layout: Layout; settings: CheckSettings },
): Pick<CheckedTable, 'says'> & { problems: Problem[] } {
  const totals = ledger.totals();
  const isList = layout.kind === 'update' && layout.positions.has(campaign.progress.status);
  const list = isList ? countList(ledger) : null;
  const says = list === null ? 'everyone' : speaksOf(list, settings.fewFilers ?? DEFAULT_LIMITS.fewFilers);
  const partial = says !== 'listed' || totals.baseFilers === 0 ? null : list;
  return { says, problems: changeNotes(layout.row, { totals, list: partial }) };
}

/** @returns how many filers of the base have made progress. */
async function noteBase(ledger: Ledger, { base, pivotDate }: CheckSettings): Promise<number> {
  let progressed = 0;
  for await (const filer of base?.filers() ?? []) {
    ledger.addBase(filer, stateOf(filer, pivotDate).state);
    if (hasProgress(filer)) progressed++;
  }
  return progressed;
}

function noteRow(ledger: Ledger, { parsed, filer, state }: ReadRow): void {
  const { row, filerId, facts, problems } = parsed;
  if (filerId === null) return;
  const said = filer ?? [facts, problems.map(({ code, found }) => [code, found])];
  const taken = filer && state && { filer, state: state.state };
  ledger.addRow({ row, filerId, facts: JSON.stringify(said), taken });
}
