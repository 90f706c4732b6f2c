import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type CellChanges,
  correctionFile,
  correctionRows,
  PERSON_CELLS,
} from '../../../functions/commands/correction-file.ts';
import { CAMPAIGN_COLUMNS } from '../../../functions/domain/filer/filer.ts';
import type { ColumnName } from '../../../functions/ingest-roster/row/columns.ts';
import { tableOfRows } from '../../../functions/ingest-roster/table/rows-table.ts';
import { tableOf } from '../../support/roster/table.ts';

const COLUMNS = [
  ...Object.keys(PERSON_CELLS),
  ...CAMPAIGN_COLUMNS.map(([column]) => column),
] as readonly ColumnName[];

/** What people type, and what makes files hard to read. */
const aCell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '=1+1',
    '"a"',
    "'a'",
    'a;b',
    'a,b\tc',
    'a\r\nb',
    '\0',
    '\ud800',
    ' ; ',
    '#',
    'é',
    'O’Neil',
  ),
);
const someChanges: fc.Arbitrary<CellChanges> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...COLUMNS), aCell), { minLength: 1, selector: ([column]) => column })
  .map((changes) => new Map(changes));

it('checks a correction by the same cells that the intake reads from its file', async () => {
  await fc.assert(
    fc.asyncProperty(someChanges, async (changes) => {
      const rows = correctionRows({ userId: 'jdoe' }, { changes, id: 'c1' });
      const file = await tableOf(correctionFile(rows));
      const read = (await Array.fromAsync(file.rows())).flat();
      const known = (await Array.fromAsync(tableOfRows(rows).rows())).flat();
      const told = (all: typeof read) =>
        all.map(({ row, cells, flaw, unquoted = false }) => ({ row, cells, flaw, unquoted }));
      expect([told(read), file.notes]).toEqual([told(known), []]);
    }),
    { numRuns: 300 },
  );
});
