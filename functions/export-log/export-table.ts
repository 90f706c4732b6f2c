import { stringify } from 'csv-stringify/sync';
import { campaign } from '#campaign';
import type { Run } from '../domain/run/run.ts';
import type { FactKind } from '../domain/send/fact.ts';
import { fileTime } from '../lib/court-time.ts';
import { guard } from '../lib/formula-guard.ts';
import type { SendLine } from '../queries/send-line.ts';

interface Cell {
  readonly line: SendLine;
  readonly run: Run;
  readonly zone: string;
  /** The court's wall time with its offset; blank for none. */
  readonly time: (instant: string | null | undefined) => string;
}

/** The columns of an export, in their order. */
const COLUMNS: Readonly<Record<string, (cell: Cell) => string>> = {
  phase: ({ run }) => run.phaseId,
  scheduled_for: ({ run, time }) => time(run.scheduledFor),
  zone: ({ zone }) => zone,
  [campaign.key.column]: ({ line }) => line.filer?.userId ?? '',
  last_name: ({ line }) => line.filer?.lastName ?? '',
  first_name: ({ line }) => line.filer?.firstName ?? '',
  user_type: ({ line }) => line.filer?.userType ?? '',
  firm: ({ line }) => line.filer?.firm ?? '',
  email: ({ line }) => line.filer?.email ?? '',
  phone: ({ line }) => line.filer?.phone ?? '',
  state: ({ line }) => line.state ?? '',
  status: ({ line }) => line.status,
  reason: ({ line }) => line.reason ?? '',
  meaning: ({ line }) => line.meaning,
  status_since: ({ line, time }) => time(line.at),
  sent_at: ({ line, time }) => time(firstOf(line, ['sent', 'send'])),
  delivered_at: ({ line, time }) => time(firstOf(line, ['delivered'])),
  bounced_at: ({ line, time }) => time(firstOf(line, ['bounced', 'rejected'])),
  complained_at: ({ line, time }) => time(firstOf(line, ['complained'])),
  attempt: ({ line }) => String(line.attempt),
  message_id: ({ line }) => line.facts.find(({ messageId }) => messageId)?.messageId ?? '',
  filer_id: ({ line }) => line.filerId,
  run_id: ({ run }) => run.runId,
};
const FORMAT = { record_delimiter: 'windows' } as const;

/** The header of an export, with the mark by which spreadsheets know UTF-8. */
export function exportHeader(): string {
  return stringify([Object.keys(COLUMNS)], { ...FORMAT, bom: true });
}

/** Rows of an export; cells that a spreadsheet would run start with an apostrophe. */
export function exportRows(lines: readonly SendLine[], { run, zone }: { run: Run; zone: string }): string {
  const time = (instant: string | null | undefined) => (instant ? fileTime(instant, zone) : '');
  const rows = lines.map((line) =>
    Object.values(COLUMNS).map((cellOf) => guard(cellOf({ line, run, zone, time }))),
  );
  return rows.length > 0 ? stringify(rows, FORMAT) : '';
}

function firstOf({ facts }: SendLine, kinds: readonly FactKind[]): string | undefined {
  return facts.find(({ kind }) => kinds.includes(kind))?.at;
}
