import { crierActor } from '../domain/actor.ts';
import { pivotDate } from '../domain/plan/phases.ts';
import { type ActiveRoster, activate, mayActivate } from '../domain/roster/activation.ts';
import type { RosterVersion, StoredVersion } from '../domain/roster/roster-version.ts';
import { versionAuthors } from '../domain/roster/version-authors.ts';
import { announceVersion } from './announce-version.ts';
import type { CheckSettings } from './check-settings.ts';
import { type CheckedTable, checkTable } from './check-table.ts';
import type { IngestOutcome, Intake, Refusal } from './intake.ts';
import { completed, draftOf, holdsOf, nameOf, uploadDate } from './make-version.ts';
import { openRosterReport, type RosterReport } from './roster-report.ts';
import { sameContent } from './same-content.ts';
import { writeVersion } from './write-version.ts';

const NO_ROSTER: Refusal = {
  code: 'no-roster',
  refused:
    'There is no active roster to update: upload a whole roster to inbox/roster/ first, then ' +
    'this file again',
};

/** A version in the making. */
interface Making {
  readonly intake: Intake;
  /** The roster that it is compared with; of an update, the one that it builds on. */
  readonly base: RosterVersion | null;
  readonly checked: CheckedTable;
  readonly report: RosterReport;
}

/** Checks an upload against the active roster, writes its version, and activates it when it may be. */
export async function ingestOnto(intake: Intake): Promise<IngestOutcome> {
  const { upload, kind, table, services } = intake;
  const base = await baseOf(intake);
  if (kind === 'update' && !base) return { done: 'refused', refusal: NO_ROSTER, file: table };
  const result = await checkTable(table, settingsOf(intake, base));
  if (!result.ok) {
    return { done: 'refused', refusal: { code: 'not-a-roster', refused: result.refused }, file: table };
  }
  // What follows writes for minutes; when it is cut short, it continues where it stopped.
  await services.rosterWriter.endTry(upload);
  const { checked } = result;
  const report = await openRosterReport(upload, { inbox: services.inbox, table, checked });
  try {
    const outcome = await makeVersion({ intake, base, checked, report });
    if (outcome.done !== 'ingested') await report.abandon();
    return outcome;
  } catch (error) {
    await report.abandon();
    throw error;
  }
}

/**
 * The roster to compare with: the active one, or the one that was active when an earlier try of this upload was decided
 * on.
 */
async function baseOf(intake: Intake): Promise<RosterVersion | null> {
  const { claim, services } = intake;
  const active = await services.roster.active();
  const claimed = claim && (await services.roster.version(claim.version));
  const decided = active.decisions.find(({ version, from }) => version === nameOf(intake, from));
  const base = claimed ? claimed.base : decided ? decided.from : active.version;
  if (base === null) return null;
  const found = await services.roster.version(base);
  if (!found) throw new Error(`Cannot ingest the upload because the roster ${base} must exist: it is gone`);
  return found;
}

function settingsOf(intake: Intake, base: RosterVersion | null): CheckSettings {
  const { kind, plan, keeps, services } = intake;
  return {
    kind,
    keepsKnown: keeps !== null,
    courtId: plan.plan.court.id,
    today: uploadDate(intake),
    zone: plan.plan.court.zone,
    pivotDate: pivotDate(plan.plan),
    fewFilers: plan.plan.roster.fewFilers,
    base: base && {
      filers: () => services.roster.filers(base.version),
      filersById: (ids) => services.roster.filersById(base.version, ids),
    },
  };
}

/** Writes the version's filers and the report of its rows, decides on it, and does what is decided. */
async function makeVersion(making: Making): Promise<IngestOutcome> {
  const { intake, base, checked, report } = making;
  const { claim, kind, services, sha256 } = intake;
  const draft = draftOf(intake, base);
  const writer = await services.rosterWriter.begin(draft);
  const tally = await writeVersion(checked, {
    writer,
    report,
    base: kind === 'update' && base ? services.roster.filers(base.version) : null,
    checkpointFilers: services.checkpointFilers,
  });
  const active = await services.roster.active();
  const stored = writer.complete ? await services.roster.version(draft.version) : null;
  const held = stored?.held ?? holdsOf(intake, { checked, tally, active });
  const version = completed(draft, { base, checked, tally, held, intake });
  const activation = mayActivate(active, { ...version, isClaimed: claim !== null });
  if (activation === 'moved') return { done: 'moved' };
  if (!writer.complete) await writer.finish(version);
  if (activation === 'activate' && !(await activated(version, { active, intake }))) return { done: 'moved' };
  await recordActivation(version, intake);
  const refusal = await claimed(version, intake);
  if (refusal) return { done: 'refused', refusal, file: null };
  await announceVersion(version, { ...making, tally });
  await services.rosterWriter.settle(sha256);
  return { done: 'ingested' };
}

/** Why a version is activated automatically, for the record. */
const PASSED = 'it passed every check';

/** Activates a version. @returns whether it did: `false` when another one was activated since `active` was read. */
function activated(
  version: StoredVersion,
  { active, intake: { services } }: { active: ActiveRoster; intake: Intake },
): Promise<boolean> {
  const named = { version: version.version, uploadedAt: version.uploadedAt };
  const decider = { by: 'intake' as const, why: PASSED, at: services.clock.now().toString() };
  return services.roster.move(
    active,
    activate(active, { ...named, authors: versionAuthors(version), ...decider }),
  );
}

/** Records that a version was activated automatically; a repeat, also after a crash, records nothing new. */
async function recordActivation({ version }: StoredVersion, { services }: Intake): Promise<void> {
  const { decisions } = await services.roster.active();
  const decision = decisions.find((one) => one.version === version && one.by === 'intake');
  if (!decision) return;
  const { at, from, why } = decision;
  await services.auditLog.putOnce({
    at,
    requestId: `activate-${version}`,
    act: { act: 'activate', version, by: crierActor(), why },
    before: from === null ? [] : [from],
    after: [version],
  });
}

/** Claims the content for the upload. @returns why not, when another upload of the same bytes was faster. */
async function claimed(
  { version, key, uploadedAt }: StoredVersion,
  { sha256, services }: Intake,
): Promise<Refusal | null> {
  if (await services.rosterWriter.claim(sha256, { version, key, uploadedAt })) return null;
  return sameContent((await services.rosterWriter.claimOf(sha256))!, services);
}
