import { stringify } from 'csv-stringify/sync';
import { campaign } from '#campaign';
import type { Fact, FactKind } from '../../../functions/domain/send/fact.ts';
import { fileTime } from '../../../functions/lib/court-time.ts';
import { guard } from '../../../functions/lib/formula-guard.ts';
import type { SendLine } from './read.ts';

/** The columns of `send-log.csv`, in their order, with what is in each. */
const COLUMNS: Readonly<Record<string, (line: SendLine, zone: string) => string>> = {
  phase: ({ run }) => run.phaseId,
  scheduled_for: ({ run }, zone) => fileTime(run.scheduledFor, zone),
  zone: (_, zone) => zone,
  [campaign.key.column]: ({ filer }) => filer.userId,
  last_name: ({ filer }) => filer.lastName,
  first_name: ({ filer }) => filer.firstName ?? '',
  user_type: ({ filer }) => filer.userType,
  firm: ({ filer }) => filer.firm ?? '',
  email: ({ filer }) => filer.email ?? '',
  phone: ({ filer }) => filer.phone ?? '',
  state: ({ state }) => state.state,
  rule: ({ state }) => String(state.rule),
  because: ({ state }) => state.reason,
  account_state: ({ state }) => state.account?.state ?? '',
  flags: ({ state }) => state.flags.join('; '),
  status: ({ send }) => send.status,
  reason: ({ send }) => send.fact?.reason ?? '',
  status_since: ({ send }, zone) => (send.fact ? fileTime(send.fact.at, zone) : ''),
  sent_at: ({ facts }, zone) => timeOf(facts, ['sent', 'send'], zone),
  delivered_at: ({ facts }, zone) => timeOf(facts, ['delivered'], zone),
  bounced_at: ({ facts }, zone) => timeOf(facts, ['bounced', 'rejected'], zone),
  complained_at: ({ facts }, zone) => timeOf(facts, ['complained'], zone),
  attempt: ({ send }) => String(send.attempt),
  message_id: ({ facts }) => facts.find(({ messageId }) => messageId)?.messageId ?? '',
  filer_id: ({ filer }) => filer.filerId,
  run_id: ({ run }) => run.runId,
};

/**
 * The send log as a table: one line for each filer and run, folded, with times as the court's clocks show them.
 * Cells that a spreadsheet would run start with an apostrophe.
 */
export function sendLogCsv(lines: readonly SendLine[], zone: string): string {
  const rows = lines.map((line) => Object.values(COLUMNS).map((cellOf) => guard(cellOf(line, zone))));
  return stringify([Object.keys(COLUMNS), ...rows], { bom: true, record_delimiter: 'windows' });
}

/** When the first of these facts was true; blank when none is known. */
function timeOf(facts: readonly Fact[], kinds: readonly FactKind[], zone: string): string {
  const times = facts.filter(({ kind }) => kinds.includes(kind)).map(({ at }) => at);
  const first = times.sort()[0];
  return first ? fileTime(first, zone) : '';
}
