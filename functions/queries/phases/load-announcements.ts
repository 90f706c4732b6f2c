import type { Temporal } from 'temporal-polyfill';
import { type AnnouncementKind, ONE_OFF } from '../../domain/plan/kinds.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import {
  announcementExpiry,
  CHANGE_KINDS,
  type ChangeKind,
  changeName,
} from '../../domain/run/announcement.ts';
import { type OneOff, oneOffName } from '../../domain/run/one-off.ts';
import type { PhaseName } from '../../domain/run/phase-marks.ts';
import type { Run } from '../../domain/run/run.ts';
import { othersOf } from '../../start-phase/announcement/others.ts';
import { whyNoChange } from '../../start-phase/announcement/why-no-change.ts';
import { whyNoOneOff } from '../../start-phase/announcement/why-no-one-off.ts';
import { areSettled } from '../../start-phase/current-run.ts';
import type { Held } from '../../start-phase/decide-start.ts';
import type { PhaseRecord, PhaseState, PlannedPhase } from './phase-state.ts';
import { notedVoid, type PhasesServices, stateOf } from './phase-with-status.ts';

interface LoadOptions {
  readonly current: CurrentPlan;
  readonly runs: readonly Run[];
  readonly roster: RosterVersion | null;
  readonly now: Temporal.Instant;
  readonly recordOf: (name: PhaseName) => Promise<Omit<PhaseRecord, 'earlierRun'>>;
  readonly services: Pick<PhasesServices, 'chunks' | 'oneOffs' | 'planOf'>;
}

/** What filers were told otherwise than the plan says, as phases: only where someone was, as far as that is counted. */
export async function loadChanges(about: LoadOptions): Promise<PhaseState[]> {
  const { current, runs, services } = about;
  const states = await Promise.all(
    CHANGE_KINDS.map(async (kind) => {
      const others = await othersOf(kind, runs, { plan: current.plan, services });
      return others.length > 0 ? changeState(kind, about) : null;
    }),
  );
  return states.filter((state) => state !== null);
}

async function changeState(
  kind: ChangeKind,
  { current, roster, now, recordOf }: LoadOptions,
): Promise<PhaseState | null> {
  const { plan } = current;
  const name = changeName(kind, current);
  const record = { ...(await recordOf(name)), earlierRun: null };
  const { run, runNumber } = record.currentRun;
  const { marks } = record;
  const { prepared = null } = marks;
  if (!run && prepared?.settled && prepared.filers === 0) return null;
  const expiresAt = run?.expiresAt ?? announcementExpiry(kind, { plan, from: now.toString() });
  const planned = plannedAnnouncement(kind, { current, id: kind, at: name.scheduledFor, expiresAt });
  const reason = run ? null : whyNoChange({ kind, prepared, marks, runNumber }, { current, roster, now });
  // Counted again by the sweep: until then, it isn't known whether anyone needs it.
  const held: Held | null = reason && { reason: reason === 'nobody-told' ? 'sends-unsettled' : reason };
  return announcementState({ planned, record, held, now, current });
}

/** One-off messages, drafts among them, as phases; the newest first. */
export async function loadMessages(about: LoadOptions): Promise<PhaseState[]> {
  const all = await about.services.oneOffs.all();
  const newestFirst = all.toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
  return Promise.all(newestFirst.map((oneOff) => messageState(oneOff, about)));
}

async function messageState(
  oneOff: OneOff,
  { current, roster, now, recordOf, services }: LoadOptions,
): Promise<PhaseState> {
  const record = { ...(await recordOf(oneOffName(oneOff))), earlierRun: null };
  const { marks, currentRun } = record;
  const { run, runNumber, after } = currentRun;
  const { frozenAt, submittedAt, createdAt } = oneOff;
  const from = marks.release?.at ?? frozenAt ?? now.toString();
  const expiresAt = run?.expiresAt ?? announcementExpiry(ONE_OFF, { plan: current.plan, from });
  const at = frozenAt ?? submittedAt ?? createdAt;
  const planned = plannedAnnouncement(ONE_OFF, { current, id: oneOff.id, at, expiresAt });
  const isSettled = run !== null || (await areSettled(after, services.chunks));
  const reason = run ? null : whyNoOneOff(oneOff, { marks, runNumber, current, roster, isSettled, now });
  // Whether its text fits the plan takes the templates: what starts it checks that, and notes it.
  const isUnfit = run === null && marks.hold?.reason === 'unfit-text';
  const held: Held | null = reason ? { reason } : isUnfit ? { reason: 'unfit-text' } : null;
  return announcementState({ planned: { ...planned, oneOff }, record, held, now, current });
}

/** Whether an approval is void takes reading two rosters: the sweep does that, and notes it. */
function announcementState({
  planned,
  record,
  held,
  now,
  current: { plan },
}: {
  readonly planned: PlannedPhase;
  readonly record: PhaseRecord;
  readonly held: Held | null;
  readonly now: Temporal.Instant;
  readonly current: CurrentPlan;
}): PhaseState {
  const isVoid = plan.twoPersonApproval && (held === null || held.reason === 'needs-release');
  const { zone } = plan.court;
  return stateOf({ planned, record, held: (isVoid && notedVoid(record.marks)) || held, now, zone });
}

function plannedAnnouncement(
  kind: AnnouncementKind,
  { current, ...about }: Pick<PlannedPhase, 'id' | 'at' | 'expiresAt'> & { readonly current: CurrentPlan },
): PlannedPhase {
  return {
    ...about,
    kind,
    number: 1,
    of: 1,
    approval: 'by-hand',
    twoPersonApproval: current.plan.twoPersonApproval,
    hold: false,
    needsConfirmation: false,
  };
}
