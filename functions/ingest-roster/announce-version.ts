import type { StoredVersion } from '../domain/roster/roster-version.ts';
import type { CheckedTable } from './check-table.ts';
import type { Intake } from './intake.ts';
import { rosterSummary } from './report.ts';
import type { RosterReport } from './roster-report.ts';
import type { Tally } from './tally.ts';

/** Says what an upload has become: in the report, in the log and by an event. */
export async function announceVersion(
  version: StoredVersion,
  {
    intake: { table, services },
    checked,
    tally,
    report,
  }: { intake: Intake; checked: CheckedTable; tally: Tally; report: RosterReport },
): Promise<void> {
  const { key, uploadedAt, base, planVersion, held, kind, filers } = version;
  await report.finish({
    upload: { key, uploadedAt },
    version: version.version,
    base,
    planVersion,
    ...rosterSummary(table, { checked, tally, held }),
  });
  const { accepted, rejected, warned } = tally;
  const detail = { version: version.version, kind, filers, accepted, rejected, warned };
  const reasons = held.map(({ code }) => code);
  services.log.info(held.length > 0 ? 'roster-held' : 'roster-ingested', detail);
  await services.events.publish([
    held.length > 0
      ? { kind: 'RosterHeld', detail: { ...detail, reasons } }
      : { kind: 'RosterIngested', detail },
  ]);
}
