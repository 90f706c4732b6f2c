import type { Problem } from '../../../functions/domain/roster/problem.ts';
import { checkTable } from '../../../functions/ingest-roster/check-table.ts';
import { openTable } from '../../../functions/ingest-roster/table/open-table.ts';
import { Tally } from '../../../functions/ingest-roster/tally.ts';
import { SETTINGS, sourceOf } from './table.ts';

/** Of the processor, and generous: a megabyte takes a fifth of a second. */
const MILLISECONDS_A_MEGABYTE = 5_000;

/**
 * Takes any bytes through intake's reading, in pieces of a given size.
 * @throws Error when intake fails, takes too long, loses a row or says something at length.
 */
export async function survive(bytes: Uint8Array, pieceBytes: number): Promise<'refused' | 'read'> {
  const started = process.cpuUsage();
  const opened = await openTable(sourceOf(bytes, pieceBytes));
  const result = opened.ok ? await checkTable(opened.table, SETTINGS) : opened;
  if (!result.ok) {
    if (!result.refused) throw new Error('Cannot refuse a file because the reason must be told: it is empty');
    return 'refused';
  }
  const { checked } = result;
  checkLength(checked.layout.problems);
  const tally = new Tally();
  let repeated = 0;
  for await (const rows of checked.decide()) {
    tally.add(rows);
    for (const { filer, problems } of rows) {
      const isRefused = problems.some(({ severity }) => severity === 'error');
      if (!filer && !isRefused) repeated++;
      if (filer && isRefused) throw new Error('Cannot take a refused row');
      checkLength(problems);
    }
  }
  const { filers, repeatedRows } = checked.ledger.totals();
  const figures = { rows: checked.rows, ...tally, repeated, filers, repeatedRows };
  const adds = tally.accepted + tally.rejected + repeated === checked.rows;
  if (!adds || filers !== tally.accepted || repeatedRows !== repeated) {
    throw new Error(`Cannot account for every row: ${JSON.stringify(figures)}`);
  }
  const took = process.cpuUsage(started).user / 1000;
  const most = MILLISECONDS_A_MEGABYTE * (1 + bytes.length / 1_000_000);
  if (took > most)
    throw new Error(`Cannot read ${bytes.length} bytes in time: it took ${Math.round(took)} ms`);
  return 'read';
}

function checkLength(problems: readonly Problem[]): void {
  for (const { code, found, expected } of problems) {
    if (`${found} ${expected}`.length >= 300) {
      throw new Error(`Cannot tell of ${code} because it must take fewer than 300 characters: it takes more`);
    }
  }
}
