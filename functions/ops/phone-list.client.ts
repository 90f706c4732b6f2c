import type { Suppression } from '../feedback/suppression.client.ts';
import type { Filer } from '../filers/filer.ts';
import { stateOf } from '../filers/rules.ts';
import { goLiveDate } from '../launch/phases.ts';
import { foldStatus } from '../send-log/status.ts';
import { type PhoneRow, phoneRow } from './phone-list.ts';
import { secondaryAttemptOf } from './secondary-attempt.client.ts';
import type { OpsServices } from './services.client.ts';

export interface PhoneListPage {
  readonly rows: readonly PhoneRow[];
  /** Pass it as `after` to go on; `null`: this was the last page. */
  readonly next: string | null;
}

/** An answer of Lambda holds 6 MB: so many rows are far less. */
const MOST_ROWS = 5000;
const AT_ONCE = 100;

/** A page of the phone list: who, of the roster in force, must be told by other means. In the order of ids. */
export async function askPhoneList(services: OpsServices, after = ''): Promise<PhoneListPage> {
  const version = await services.roster.activeVersion();
  if (!version) return { rows: [], next: null };
  const current = await services.launch.currentPlan();
  const goLive = current && goLiveDate(current.plan);
  const rows: PhoneRow[] = [];
  let batch: Filer[] = [];

  async function takeBatch(): Promise<void> {
    const addresses = batch.flatMap(({ email }) => email ?? []);
    const suppressed = await services.suppression.suppressed(addresses);
    for (const filer of batch) {
      const suppression = filer.email === null ? undefined : suppressed.get(filer.email);
      const row = phoneRow(filer, { state: stateOf(filer, goLive), suppression });
      if (row) rows.push(await withSecondary(row, { suppression, services }));
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

/** Of a bounced mailbox: what became of the email to the secondary address. */
export async function withSecondary(
  row: PhoneRow,
  {
    suppression,
    services,
  }: { suppression: Suppression | undefined; services: Pick<OpsServices, 'chunks' | 'sendLog'> },
): Promise<PhoneRow> {
  if (row.reason !== 'hard-bounce' || !suppression) return row;
  const { filerId } = row;
  const attempt = await secondaryAttemptOf(suppression.runId, { filerId, services });
  if (attempt === null) return { ...row, secondary: 'none' };
  const facts = await services.sendLog.factsOf(suppression.runId, filerId);
  return { ...row, secondary: foldStatus(facts.filter((fact) => fact.attempt === attempt)).status };
}
