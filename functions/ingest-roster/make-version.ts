import { Temporal } from 'temporal-polyfill';
import { byOf } from '../domain/actor.ts';
import { progressSince } from '../domain/plan/phases.ts';
import { type ActiveRoster, isOlderUpload } from '../domain/roster/activation.ts';
import { type Hold, OLDER_UPLOAD } from '../domain/roster/hold.ts';
import type { RosterVersion, StoredVersion, VersionDraft } from '../domain/roster/roster-version.ts';
import { versionAuthors } from '../domain/roster/version-authors.ts';
import { versionOf } from '../domain/upload.ts';
import type { CheckedTable } from './check-table.ts';
import { holds } from './hold.ts';
import type { Intake } from './intake.ts';
import { progressAsOf } from './progress-age.ts';
import type { Tally } from './tally.ts';

/** Name of the version that an upload becomes on top of a base. */
export function nameOf(
  { upload, kind, plan, sha256 }: Omit<Intake, 'services'>,
  base: string | null,
): string {
  const { id: courtId, zone } = plan.plan.court;
  return versionOf(upload, { sha256, kind, courtId, zone, base });
}

/** The upload's date in the court's zone, `2018-07-24`. */
export function uploadDate({ dataAt, plan }: Pick<Intake, 'dataAt' | 'plan'>): string {
  const instant = Temporal.Instant.from(dataAt);
  return instant.toZonedDateTimeISO(plan.plan.court.zone).toPlainDate().toString();
}

/** The version of an upload before its rows are read. */
export function draftOf(intake: Omit<Intake, 'services'>, base: RosterVersion | null): VersionDraft {
  const { upload, kind, plan, sha256, by, keeps, keptAuthors } = intake;
  const { key, uploadedAt } = upload;
  const version = nameOf(intake, base?.version ?? null);
  // A file that keeps known values takes them from the base, as an update does.
  const built = (kind === 'update' || keeps !== null) && base ? versionAuthors(base) : [];
  const authors = [...new Set([...built, ...keptAuthors, byOf(by)])];
  const made = { contentSha256: sha256, planVersion: plan.version, ...(keeps !== null && { keeps }) };
  return { version, kind, base: base?.version ?? null, key, uploadedAt, by, authors, ...made };
}

/** Why a version must wait for a person, by its rows and by what is active; empty when it may be activated. */
export function holdsOf(
  { plan, dataAt }: Pick<Intake, 'plan' | 'dataAt'>,
  { checked, tally, active }: { checked: CheckedTable; tally: Tally; active: ActiveRoster },
): Hold[] {
  const found = holds(checked, { rejected: tally.rejected, limits: plan.plan.roster });
  return isOlderUpload(active, dataAt) ? [...found, OLDER_UPLOAD] : found;
}

/** The version as it is stored, once its rows are read. */
export function completed(
  draft: VersionDraft,
  {
    base,
    checked,
    tally,
    held,
    intake: { plan, dataAt },
  }: {
    base: RosterVersion | null;
    checked: CheckedTable;
    tally: Tally;
    held: readonly Hold[];
    intake: Pick<Intake, 'plan' | 'dataAt'>;
  },
): StoredVersion {
  const { filers, unreachable, changes, states } = checked.ledger.totals();
  const { accepted, rejected, warned, problemCounts } = tally;
  return {
    ...draft,
    progressAsOf: progressAsOf(checked, {
      base,
      uploadedAt: dataAt,
      since: progressSince(plan.plan),
      zone: plan.plan.court.zone,
    }),
    filers,
    rows: { accepted, rejected, warned, unreachable },
    changes,
    states,
    problemCounts,
    held,
  };
}
