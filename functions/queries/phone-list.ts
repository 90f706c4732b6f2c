import type { Services } from '../aws/services.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { stateOf } from '../domain/filer/rules.ts';
import { goLiveDate } from '../domain/plan/phases.ts';
import { bounceReason, PHONE_REASONS, type PhoneRow, phoneRow } from '../domain/send/phone-list.ts';
import { foldStatus } from '../domain/send/status.ts';
import type { Suppression } from '../domain/send/suppression.ts';
import { secondaryAttemptOf } from './send-reports.ts';

export interface PhoneListPage {
  readonly rows: readonly PhoneRow[];
  /** Pass it as `after` to go on; `null`: this was the last page. */
  readonly next: string | null;
}

/** An answer of Lambda holds 6 MB: so many rows are far less. */
const MOST_ROWS = 5000;
const AT_ONCE = 100;

/** A page of the phone list: who, of the roster in force, must be told by other means. In the order of ids. */
export async function askPhoneList(
  services: Pick<Services, 'chunks' | 'launch' | 'roster' | 'sendLog' | 'suppression'>,
  after = '',
): Promise<PhoneListPage> {
  const version = await services.roster.activeVersion();
  if (!version) return { rows: [], next: null };
  const current = await services.launch.currentPlan();
  const goLive = current && goLiveDate(current.plan);
  const isAllowed = current?.plan.sending.secondaryAddresses;
  const rows: PhoneRow[] = [];
  let batch: Filer[] = [];

  async function takeBatch(): Promise<void> {
    const addresses = batch.flatMap(({ email }) => email ?? []);
    const suppressed = await services.suppression.suppressed(addresses);
    for (const filer of batch) {
      const suppression = filer.email === null ? undefined : suppressed.get(filer.email);
      const row = phoneRow(filer, { state: stateOf(filer, goLive), suppression });
      if (row) rows.push(await withSecondary(row, { suppression, isAllowed, services }));
    }
    batch = [];
  }

  for await (const filer of services.roster.filers(version.version)) {
    // Filers come by shard, the first digit of the id, then by id: in the order of ids.
    if (filer.filerId <= after) continue;
    batch.push(filer);
    if (batch.length < AT_ONCE) continue;
    await takeBatch();
    if (rows.length >= MOST_ROWS) return { rows, next: filer.filerId };
  }
  await takeBatch();
  return { rows, next: null };
}

interface Bounced {
  readonly suppression: Suppression | undefined;
  /** Whether the plan allows secondary addresses; left out: not known. */
  readonly isAllowed?: boolean | undefined;
  readonly services: Pick<Services, 'chunks' | 'sendLog' | 'suppression'>;
}

/** Of a bounced mailbox: why the filer's other addresses don't help, and what became of an email to one of them. */
export async function withSecondary(
  row: PhoneRow,
  { suppression, isAllowed, services }: Bounced,
): Promise<PhoneRow> {
  if (row.reason !== 'hard-bounce' || !suppression) return row;
  const { filerId, others } = row;
  const attempt = await secondaryAttemptOf(suppression.runId, { filerId, services });
  const facts = attempt === null ? [] : await services.sendLog.factsOf(suppression.runId, filerId);
  const status =
    attempt === null ? null : foldStatus(facts.filter((fact) => fact.attempt === attempt)).status;
  const suppressed = await services.suppression.suppressed(others);
  const reason = bounceReason({ others, status, suppressed, isAllowed });
  return { ...row, reason, why: PHONE_REASONS[reason], secondary: status ?? 'none' };
}
