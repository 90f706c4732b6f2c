import { stringify } from 'csv-stringify/sync';
import { campaign } from '#campaign';
import { type CallStatus, isSettled } from '../../domain/call.ts';
import type { State } from '../../domain/filer/state.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import { causeOf } from '../../domain/send/phone-index.ts';
import { awaitsCourt } from '../../domain/send/phone-list.ts';
import { fileTime } from '../../lib/court-time.ts';
import { guard } from '../../lib/formula-guard.ts';
import type { PhoneEntry } from '../../queries/phone-entries.ts';

/** What the file takes besides the filers. */
interface Noted {
  readonly zone: string;
  readonly callStatuses: ReadonlyMap<string, CallStatus>;
  /** What colleagues are called, by their sign-in ids. */
  readonly names: ReadonlyMap<string, string>;
}

/** The columns of the file, in their order. */
const COLUMNS: Readonly<Record<string, (entry: PhoneEntry, noted: Noted) => string>> = {
  last_name: ({ row }) => row.lastName,
  first_name: ({ row }) => row.firstName,
  firm: ({ row }) => row.firm,
  phone: ({ row }) => row.phone,
  email: ({ row }) => row.email,
  reason: ({ row }) => row.reason,
  why: ({ row }) => row.why,
  secondary: ({ row }) => row.secondary,
  state: ({ row }) => row.state,
  last_email: ({ last }) => (last ? phaseName(last.run) : ''),
  last_email_status: ({ last }) => last?.status ?? '',
  last_email_at: ({ last }, { zone }) => (last?.at ? fileTime(last.at, zone) : ''),
  part: (entry, { callStatuses }) => partOf(entry, callStatuses.get(entry.row.filerId)),
  assigned_to: ({ row }, { callStatuses, names }) => nameOf(callStatuses.get(row.filerId)?.assignee, names),
  last_call: ({ row }, { callStatuses }) => callStatuses.get(row.filerId)?.last?.result ?? '',
  last_call_at: ({ row }, { callStatuses, zone }) => {
    const at = callStatuses.get(row.filerId)?.last?.at;
    return at === undefined ? '' : fileTime(at, zone);
  },
  last_call_by: ({ row }, { callStatuses, names }) => nameOf(callStatuses.get(row.filerId)?.last?.by, names),
  zone: (_entry, { zone }) => zone,
  [campaign.key.column]: ({ row }) => row.userId,
  filer_id: ({ row }) => row.filerId,
};

function nameOf(id: string | null | undefined, names: ReadonlyMap<string, string>): string {
  return id ? (names.get(id) ?? id) : '';
}

/** Whether a filer is still to be called: the same parts as on the page. */
function partOf(
  { row: { reason, state }, suppressedAt }: PhoneEntry,
  callStatus: CallStatus | undefined,
): string {
  if (awaitsCourt(state as State)) return 'awaiting the court';
  const cause = causeOf({ reason, state });
  const isDone = isSettled(callStatus ?? null, { cause, since: cause === 'stopped' ? suppressedAt : null });
  return isDone ? 'done' : 'to call';
}

/** Lambda hands on 6 MB at most, as JSON, with the answer's headers. */
const MAX_BYTES = 5.5 * 1024 * 1024;

/** The first rows that together fit into an answer, whatever their cells hold. */
function rowsThatFit(rows: readonly (readonly string[])[]): typeof rows {
  let bytes = 0;
  const end = rows.findIndex((row) => {
    // As JSON in JSON, a row is at least as long as CSV in JSON.
    bytes += Buffer.byteLength(JSON.stringify(JSON.stringify(row)));
    return bytes > MAX_BYTES;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

/**
 * The list as CSV, as much of it as fits into one answer. Cells that a spreadsheet would run start with an apostrophe.
 * @param isCut There are more filers than one file takes: the last line says so.
 */
export function phoneTable(
  entries: readonly PhoneEntry[],
  { isCut, ...noted }: Noted & { isCut: boolean },
): string {
  const cells = entries.map((entry) => Object.values(COLUMNS).map((cell) => guard(cell(entry, noted))));
  const fitting = rowsThatFit(cells);
  const isShort = isCut || fitting.length < cells.length;
  const more = [['More filers follow. The whole list: npm run ops -- phone-list']];
  // Without this mark Excel reads the file in an old encoding.
  return stringify([Object.keys(COLUMNS), ...fitting, ...(isShort ? more : [])], {
    bom: true,
    record_delimiter: 'windows',
  });
}
