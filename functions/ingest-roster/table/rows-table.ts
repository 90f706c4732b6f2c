import { withoutCellQuotes } from './cell-quotes.ts';
import type { Table } from './open-table.ts';

/** Rows that are known without a file, as the table that a CSV of them would be. */
export function tableOfRows(rows: readonly (readonly string[])[]): Table {
  return {
    format: 'CSV',
    encoding: 'UTF-8',
    delimiter: ',',
    sheet: null,
    notes: [],
    rows: async function* () {
      yield rows.map((written, index) => {
        const cells = withoutCellQuotes(written);
        return { row: index + 1, cells, flaw: null, ...(cells !== written && { unquoted: true }) };
      });
    },
  };
}
