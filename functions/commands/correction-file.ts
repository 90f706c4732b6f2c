import { stringify } from 'csv-stringify/sync';
import { CAMPAIGN_COLUMNS, type Filer, factOf } from '../domain/filer/filer.ts';
import type { FilerState } from '../domain/filer/state.ts';
import type { Problem } from '../domain/roster/problem.ts';
import type { CheckSettings } from '../ingest-roster/check-settings.ts';
import { checkTable } from '../ingest-roster/check-table.ts';
import { type ColumnName, KEY, REPORT_COLUMNS } from '../ingest-roster/row/columns.ts';
import { tableOfRows } from '../ingest-roster/table/rows-table.ts';
import { guard } from '../lib/formula-guard.ts';

/** Columns of one filer's row with their new cells, as a person typed them. */
export type CellChanges = ReadonlyMap<ColumnName, string>;

/** Columns about a person that can be corrected, with the fact that each gives a filer. */
export const PERSON_CELLS = {
  email: 'email',
  secondary_emails: 'secondaryEmails',
  phone: 'phone',
  last_name: 'lastName',
  first_name: 'firstName',
  middle_name: 'middleName',
  suffix: 'suffix',
  firm: 'firm',
  bar_id: 'barId',
} as const satisfies Partial<Record<ColumnName, keyof Filer>>;

/** A filer's cells by column, spelt as an upload has them. */
export function cellsOf(filer: Filer): Map<ColumnName, string> {
  const person = Object.entries(PERSON_CELLS).map(
    ([column, fact]) => [column as ColumnName, cellOf(filer[fact])] as const,
  );
  const campaign = CAMPAIGN_COLUMNS.map(([column]) => [column, cellOf(factOf(filer, column))] as const);
  return new Map<ColumnName, string>([...person, ...campaign]);
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join('; ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** An update of one row: its header and the row. */
export type CorrectionRows = readonly [header: readonly string[], row: readonly string[]];

/** Control characters and halves of characters, which no one types, would make a file that is no text. */
const NO_TEXT = /[\p{Cc}\p{Cs}]/gu;

/**
 * The rows of an update that corrects a filer's row.
 * @param options `id`: of the upload. Crier passes over its column, and by it the same correction may be made twice.
 */
export function correctionRows(
  { userId }: Pick<Filer, 'userId'>,
  { changes, id }: { changes: CellChanges; id: string },
): CorrectionRows {
  const cells = [userId, ...changes.values()].map((cell) => guard(cell.replaceAll(NO_TEXT, ' ')));
  return [
    [KEY, ...changes.keys(), REPORT_COLUMNS[0]],
    [...cells, id],
  ];
}

/** The rows as a file to upload. */
export function correctionFile(rows: CorrectionRows): string {
  return stringify([...rows], { quoted: true, record_delimiter: 'windows' });
}

/** What the intake would make of a correction. */
export type CorrectionCheck =
  | {
      readonly ok: true;
      /** Of the row, as the intake tells them; none of them refuses it. */
      readonly problems: readonly Problem[];
      readonly state: FilerState;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }
  /** `refused`: why the file as a whole can't be used, as a sentence without its full stop. */
  | { readonly ok: false; readonly problems: readonly []; readonly refused: string };

/**
 * Checks a correction as the intake will check its file, without reading one: the console needs no reader of files.
 * @param settings With the filer as its base.
 */
export async function checkCorrection(
  rows: CorrectionRows,
  settings: CheckSettings,
): Promise<CorrectionCheck> {
  const result = await checkTable(tableOfRows(rows), settings);
  if (!result.ok) return { ok: false, problems: [], refused: result.refused };
  const decided = (await Array.fromAsync(result.checked.decide())).flat();
  const problems = [...result.checked.layout.problems, ...decided.flatMap((row) => row.problems)];
  const state = decided[0]?.state;
  return state ? { ok: true, problems, state } : { ok: false, problems };
}
