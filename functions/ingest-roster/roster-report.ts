import type { Inbox } from '../aws/inbox.ts';
import { reportKey, type Upload } from '../domain/upload.ts';
import type { CheckedTable } from './check-table.ts';
import type { DecidedRow } from './decide-row.ts';
import { JsonReport, TableReport } from './report.ts';
import type { Table } from './table/open-table.ts';

/** The report beside an upload, written while its rows are read. */
export interface RosterReport {
  add(rows: readonly DecidedRow[]): Promise<void>;
  finish(summary: object): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

/** Opens the report for programs and, when any row has a problem, the table to repair. */
export async function openRosterReport(
  upload: Upload,
  { inbox, table, checked }: { inbox: Inbox; table: Table; checked: CheckedTable },
): Promise<RosterReport> {
  const key = reportKey(upload);
  const jsonFile = inbox.openReport(upload, { key: `${key}.json`, type: 'application/json' });
  const json = new JsonReport(jsonFile);
  const tableKey = `${key}.csv`;
  const tableFile = checked.hasProblems
    ? inbox.openReport(upload, { key: tableKey, type: 'text/csv; charset=utf-8' })
    : null;
  const mended =
    tableFile && new TableReport(tableFile, { layout: checked.layout, delimiter: table.delimiter ?? ',' });
  await mended?.start();
  await json.add(checked.layout.problems);
  return {
    add: async (rows) => {
      await json.add(rows.flatMap(({ problems }) => problems));
      await mended?.add(rows);
    },
    finish: async (summary) => {
      await mended?.close();
      await json.finish({ ...summary, table: tableFile ? tableKey : null });
    },
    abandon: async () => {
      await Promise.all([jsonFile.abandon(), tableFile?.abandon()]);
    },
  };
}
