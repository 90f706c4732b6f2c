import { Temporal } from 'temporal-polyfill';
import type { ContentClaim, StoredVersion, VersionDraft, VersionWriter } from '../aws/roster-writer.ts';
import { goLiveDate } from '../domain/plan/phases.ts';
import {
  type Activation,
  type ActiveRoster,
  activate,
  isOlderUpload,
  mayActivate,
} from '../domain/roster/activation.ts';
import { type Hold, OLDER_UPLOAD } from '../domain/roster/hold.ts';
import type { RosterVersion } from '../domain/roster/roster-version.ts';
import { versionOf } from '../domain/roster-upload.ts';
import type { Upload } from '../domain/upload.ts';
import { type CheckedTable, checkTable } from './check-table.ts';
import { holds } from './hold.ts';
import type { IngestServices, Intake } from './ingest.ts';
import type { Refusal } from './refuse.ts';
import { rosterSummary } from './report.ts';
import { openRosterReport, type RosterReport } from './roster-report.ts';
import type { Tally } from './tally.ts';
import { writeVersion } from './write-version.ts';

export type IngestOutcome =
  | { readonly done: 'ingested' }
  /** Another roster came into force since the comparison began. */
  | { readonly done: 'moved' }
  | { readonly done: 'refused'; readonly refusal: Refusal }
  /** Another upload of the same bytes was faster. */
  | { readonly done: 'same-content'; readonly claim: ContentClaim };

const NO_ROSTER: Refusal = {
  code: 'no-roster',
  refused:
    'There is no roster in force that an update could change: upload a whole roster to inbox/roster/ first, then this file again',
};

/** A version whose filers are all written. */
interface Written {
  readonly version: string;
  readonly base: RosterVersion | null;
  readonly checked: CheckedTable;
  readonly tally: Tally;
}

/** Checks an upload against the roster in force, writes its version and decides on it. */
export async function ingestOnto(intake: Intake, services: IngestServices): Promise<IngestOutcome> {
  const { upload, kind, plan, table } = intake;
  const base = await baseOf(intake, services);
  if (kind === 'update' && !base) return { done: 'refused', refusal: NO_ROSTER };
  const result = await checkTable(table, {
    kind,
    courtId: plan.plan.court.id,
    today: dateOf(intake),
    goLiveDate: goLiveDate(plan.plan),
    base: base && {
      filers: () => services.roster.filers(base.version),
      filersById: (ids) => services.roster.filersById(base.version, ids),
    },
  });
  if (!result.ok) return { done: 'refused', refusal: { code: 'not-a-roster', refused: result.refused } };
  const { checked } = result;
  const report = await openRosterReport(upload, { inbox: services.inbox, table, checked });
  try {
    return await writeAndDecide(intake, { base, checked, report, services });
  } catch (error) {
    await report.abandon();
    throw error;
  }
}

/** The roster to compare with: the one in force, or the one that was when an earlier try of this upload was decided on. */
async function baseOf(intake: Intake, { roster }: IngestServices): Promise<RosterVersion | null> {
  const active = await roster.active();
  const claimed = intake.claim && (await roster.version(intake.claim.version));
  const decided = active.acts.find(({ version, from }) => version === nameOf(intake, from));
  const base = claimed ? claimed.base : decided ? decided.from : active.version;
  if (base === null) return null;
  const found = await roster.version(base);
  if (!found) throw new Error(`Cannot ingest the upload because the roster ${base} must exist: it is gone`);
  return found;
}

function nameOf({ upload, kind, plan, sha256 }: Intake, base: string | null): string {
  const { id: courtId, zone } = plan.plan.court;
  return versionOf(upload, { sha256, kind, courtId, zone, base });
}

function dateOf({ upload, plan }: Intake): string {
  const instant = Temporal.Instant.from(upload.uploadedAt);
  return instant.toZonedDateTimeISO(plan.plan.court.zone).toPlainDate().toString();
}

interface Work {
  readonly base: RosterVersion | null;
  readonly checked: CheckedTable;
  readonly report: RosterReport;
  readonly services: IngestServices;
}

/** Writes the version's filers and the report of its rows, then decides. */
async function writeAndDecide(
  intake: Intake,
  { base, checked, report, services }: Work,
): Promise<IngestOutcome> {
  const draft = draftOf(intake, base?.version ?? null);
  const writer = await services.rosterWriter.begin(draft);
  const tally = await writeVersion(checked, {
    writer,
    report,
    base: intake.kind === 'update' && base ? services.roster.filers(base.version) : null,
    checkpointFilers: services.checkpointFilers,
  });
  const active = await services.roster.active();
  const stored = writer.complete ? await services.roster.version(draft.version) : null;
  const written = { version: draft.version, base, checked, tally };
  const held = stored?.held ?? holdsOf(intake, { ...written, active });
  const decision = await decide(intake, { ...written, held, draft, writer, active, services });
  if (decision.done !== 'ingested') {
    await report.abandon();
    return decision;
  }
  await tell(intake, { ...written, held, report, services });
  await services.rosterWriter.settle(intake.sha256);
  return decision;
}

function draftOf(intake: Intake, base: string | null): VersionDraft {
  const { upload, kind, plan, sha256, by } = intake;
  const { key, uploadedAt } = upload;
  const version = nameOf(intake, base);
  const of = { version, kind, base, key, uploadedAt, by };
  return { ...of, contentSha256: sha256, planVersion: plan.version };
}

/** Completes the version and, when nothing speaks against it, puts it in force. */
async function decide(
  { upload, sha256, claim }: Intake,
  { draft, writer, active, services, ...written }: Decision,
): Promise<IngestOutcome> {
  const { version, base } = draft;
  const { key, uploadedAt } = upload;
  const question = { version, base, held: written.held.length > 0 };
  const answer: Activation = claim ? 'decided' : mayActivate(active, question);
  if (answer === 'moved') return { done: 'moved' };
  if (!writer.complete) await writer.finish({ ...draft, ...figuresOf(upload, written) });
  if (answer === 'activate') {
    const act = { by: 'intake', why: 'a clean upload', at: services.clock.now().toString() };
    const moved = await services.roster.move(active, activate(active, { version, uploadedAt }, act));
    if (!moved) return { done: 'moved' };
  }
  if (await services.rosterWriter.claim(sha256, { version, key, uploadedAt })) return { done: 'ingested' };
  return { done: 'same-content', claim: (await services.rosterWriter.claimOf(sha256))! };
}

interface Decision extends Written {
  readonly held: readonly Hold[];
  readonly draft: VersionDraft;
  readonly writer: VersionWriter;
  readonly active: ActiveRoster;
  readonly services: IngestServices;
}

function holdsOf(
  { plan, upload }: Intake,
  { checked, tally, active }: Written & { active: ActiveRoster },
): Hold[] {
  const found = holds(checked, { rejected: tally.rejected, limits: plan.plan.roster });
  return isOlderUpload(active, upload.uploadedAt) ? [...found, OLDER_UPLOAD] : found;
}

function figuresOf(
  upload: Upload,
  { checked, tally, base, held }: Written & { held: readonly Hold[] },
): Omit<StoredVersion, keyof VersionDraft> {
  const { layout, ledger } = checked;
  const { filers, unreachable, changes, states } = ledger.totals();
  const kept = layout.kind === 'update' ? (base?.linkStatusAsOf ?? null) : null;
  const { accepted, rejected, warned } = tally;
  return {
    linkStatusAsOf: layout.positions.has('link_status') ? upload.uploadedAt : kept,
    filers,
    rows: { accepted, rejected, warned, unreachable },
    changes,
    states,
    problemCounts: tally.problemCounts,
    held,
  };
}

async function tell(
  { upload, plan, table }: Intake,
  {
    version,
    base,
    checked,
    tally,
    held,
    report,
    services,
  }: Written & { held: readonly Hold[]; report: RosterReport; services: IngestServices },
): Promise<void> {
  const { accepted, rejected, warned } = tally;
  const { key, uploadedAt } = upload;
  await report.finish({
    upload: { key, uploadedAt },
    version,
    base: base?.version ?? null,
    planVersion: plan.version,
    ...rosterSummary(table, { checked, tally, held }),
  });
  const detail = {
    version,
    kind: checked.layout.kind,
    filers: checked.ledger.totals().filers,
    accepted,
    rejected,
    warned,
  };
  services.log.info(held.length > 0 ? 'roster-held' : 'roster-ingested', detail);
  const reasons = held.map(({ code }) => code);
  await services.events.publish([
    held.length > 0
      ? { kind: 'RosterHeld', detail: { ...detail, reasons } }
      : { kind: 'RosterIngested', detail },
  ]);
}
