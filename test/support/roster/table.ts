import { readFileSync } from 'node:fs';
import type { Filer } from '../../../functions/domain/filer/filer.ts';
import type { Base, CheckSettings } from '../../../functions/ingest-roster/check-settings.ts';
import { type CheckedTable, checkTable } from '../../../functions/ingest-roster/check-table.ts';
import type { DecidedRow } from '../../../functions/ingest-roster/decide-row.ts';
import { openTable, type Table } from '../../../functions/ingest-roster/table/open-table.ts';

const FAULTS = new URL('../fixtures/faults/', import.meta.url);

export const SETTINGS: CheckSettings = {
  kind: 'roster',
  courtId: 'nysb',
  today: '2018-07-24',
  zone: 'America/New_York',
  pivotDate: '2018-10-22',
  base: null,
};

/** Bytes as a file, given in pieces of any size. */
export function sourceOf(content: string | Uint8Array, pieceBytes = 65_536) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    read: async function* () {
      for (let start = 0; start < bytes.length; start += pieceBytes)
        yield bytes.subarray(start, start + pieceBytes);
    },
  };
}

/** @throws Error when it is refused. */
export async function tableOf(content: string | Uint8Array, pieceBytes?: number): Promise<Table> {
  const opened = await openTable(sourceOf(content, pieceBytes));
  if (!opened.ok) throw new Error(opened.refused);
  return opened.table;
}

/** Why a file is refused, `null` when it isn't. */
export async function refusalOf(
  content: string | Uint8Array,
  settings: Partial<CheckSettings> = {},
): Promise<string | null> {
  const opened = await openTable(sourceOf(content));
  if (!opened.ok) return opened.refused;
  const result = await checkTable(opened.table, { ...SETTINGS, ...settings });
  return result.ok ? null : result.refused;
}

interface Checked {
  readonly checked: CheckedTable;
  readonly rows: readonly DecidedRow[];
}

/** Checks a roster or an update, and decides every row. @throws Error when it is refused. */
export async function check(
  content: string | Uint8Array,
  settings: Partial<CheckSettings> = {},
): Promise<Checked> {
  const result = await checkTable(await tableOf(content), { ...SETTINGS, ...settings });
  if (!result.ok) throw new Error(result.refused);
  return { checked: result.checked, rows: (await Array.fromAsync(result.checked.decide())).flat() };
}

/** An active roster, to compare with. @throws Error when it is refused. */
export async function baseOf(content: string, settings: Partial<CheckSettings> = {}): Promise<Base> {
  const { rows } = await check(content, settings);
  const filers = rows.map(({ filer }) => filer).filter((filer) => filer !== null);
  return {
    filers: async function* () {
      yield* filers;
    },
    filersById: async (ids) => {
      const wanted = new Set(ids);
      const found = filers.filter(({ filerId }) => wanted.has(filerId));
      return new Map(found.map((filer) => [filer.filerId, filer]));
    },
  };
}

/** `row column code severity` of every problem. */
export function told(rows: readonly DecidedRow[]): string[] {
  return rows.flatMap(({ problems }) =>
    problems.map(({ row, column, code, severity }) => `${row} ${column ?? '-'} ${code} ${severity}`),
  );
}

/** Checks one of the files that once came in wrong: its filers, and every problem as `row column code severity`. */
export async function checkFault(
  name: string,
  settings: Partial<CheckSettings> = {},
): Promise<{ filers: Filer[]; told: string[]; rows: readonly DecidedRow[] }> {
  const { rows } = await check(readFileSync(new URL(name, FAULTS)), { today: '2018-10-29', ...settings });
  return { filers: rows.flatMap(({ filer }) => filer ?? []), told: told(rows), rows };
}

/** The cells of every row of a table. */
export async function cellsOf(content: Uint8Array): Promise<(readonly string[])[]> {
  const table = await tableOf(content);
  return (await Array.fromAsync(table.rows())).flat().map(({ cells }) => cells);
}
