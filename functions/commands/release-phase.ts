import { Temporal } from 'temporal-polyfill';
import type { AuditLog } from '../aws/audit-log.ts';
import type { StartNow, StartResult } from '../aws/start-phase.ts';
import type { ReleaseCommand } from '../domain/command.ts';
import { phasesOf } from '../domain/plan/phases.ts';
import type { CurrentPlan } from '../domain/plan/stored-plan.ts';
import { CHANGE_KINDS, changeName, isAnnouncementId } from '../domain/run/announcement.ts';
import { APPROVAL_REFUSALS, type ApprovalRefusal } from '../domain/run/approval.ts';
import type { Approval } from '../domain/run/approval-record.ts';
import { needsConfirmation } from '../domain/run/may-start.ts';
import { isOneOffId, type OneOff, oneOffName } from '../domain/run/one-off.ts';
import type { PhaseName } from '../domain/run/phase-marks.ts';
import { currentRun } from '../start-phase/current-run.ts';
import type { PhaseServices } from '../start-phase/services.ts';
import { startPhase } from '../start-phase/start-phase.ts';
import { approvalOf } from './approve-phase.ts';
import type { CommandContext } from './command-context.ts';

/** What came of a release: what was started, or why nothing is. `released-ahead`: recorded, and starts later. */
export type ReleaseResult =
  | StartResult
  | { readonly started: false; readonly reason: 'released-ahead' | ReleaseRefusal }
  /** `message`: what to do, as sentences. */
  | { readonly started: false; readonly reason: ApprovalRefusal; readonly message: string };

/** Why a release is refused; nothing is recorded. `changed`: something changed since the person reviewed it. */
type ReleaseRefusal = 'no-plan' | 'not-in-plan' | 'too-early' | 'complete' | 'changed';

type RecordServices = Pick<
  PhaseServices,
  'clock' | 'log' | 'oneOffs' | 'plans' | 'phaseMarks' | 'roster' | 'runs' | 'sendLog'
> & {
  readonly auditLog: AuditLog;
};

/**
 * Records a person's release, first in the audit log and then at the phase, and starts what it releases. StartPhase starts
 * announcements: what they say follows from the templates, which it has.
 */
export async function releasePhase(
  command: ReleaseCommand,
  { services, requestId }: CommandContext<PhaseServices & RecordServices & { readonly startNow: StartNow }>,
): Promise<ReleaseResult> {
  const recorded = await recordRelease(command, { services, requestId });
  if (!recorded.ok) {
    const { ok: _, ...refusal } = recorded;
    return { started: false, ...refusal };
  }
  if (recorded.isAhead) return { started: false, reason: 'released-ahead' };
  const { name } = recorded;
  return isAnnouncementId(name.phaseId)
    ? services.startNow(name)
    : startPhase(name, { startedBy: 'person', services });
}

/** A release that was recorded, or why it wasn't. `isAhead`: the phase starts automatically when it is due. */
type RecordedRelease =
  | { readonly ok: true; readonly name: PhaseName; readonly isAhead: boolean }
  | { readonly ok: false; readonly reason: ReleaseRefusal }
  | { readonly ok: false; readonly reason: ApprovalRefusal; readonly message: string };

/** The plan and roster versions that a person reviewed, and the revision of a one-off message. */
interface Reviewed {
  readonly plan: string;
  readonly roster: string;
  readonly revision?: number;
}

/**
 * Records a release without starting anything: the caller, or the next sweep, starts what is due. With two-person
 * approval, it is an approval of exactly what would be sent.
 * @param reviewed If left out, whatever is active
 */
export async function recordRelease(
  command: ReleaseCommand,
  { services, requestId, reviewed }: CommandContext<RecordServices> & { readonly reviewed?: Reviewed },
): Promise<RecordedRelease> {
  const { phaseId, by, why } = command;
  const current = await services.plans.current();
  if (!current) return { ok: false, reason: 'no-plan' };
  const oneOff = isOneOffId(phaseId) ? await services.oneOffs.read(phaseId) : null;
  const name = oneOff ? oneOffName(oneOff) : nameOf(phaseId, current);
  if (!name) return { ok: false, reason: 'not-in-plan' };
  const now = services.clock.now();
  const at = now.toString();
  const isAhead = Temporal.Instant.compare(now, name.scheduledFor) < 0;
  if (isAhead && isConfirmation(phaseId, current)) return { ok: false, reason: 'too-early' };
  const { runNumber, run, after } = await currentRun(name, services.runs);
  if (run?.completedAt !== undefined) return { ok: false, reason: 'complete' };
  const { hold, approval: last } = await services.phaseMarks.marks(name, runNumber);
  const isNeeded = current.plan.twoPersonApproval && !run;
  const approved = isNeeded
    ? await approvalOf({ name, runNumber, by, at, last }, { current, services })
    : null;
  if (approved?.ok === false) {
    services.log.info('approval-refused', { phase: phaseId, reason: approved.reason });
    return { ...approved, message: APPROVAL_REFUSALS[approved.reason] };
  }
  const { approval } = approved ?? {};
  if (reviewed && !isReviewed(reviewed, { current, approval, oneOff }))
    return { ok: false, reason: 'changed' };
  // What was reviewed is what goes out: from here on, no one can change the message.
  const frozen = oneOff && { revision: oneOff.revision, at };
  if (frozen && !(await services.oneOffs.freeze(phaseId, frozen))) return { ok: false, reason: 'changed' };
  await services.auditLog.put({
    at,
    requestId,
    act: command,
    before: [...after.map((runId) => `cancelled:${runId}`), ...(hold ? [hold.reason] : [])],
    after: approval
      ? ['approved', approval.planVersion, approval.rosterVersion]
      : [run ? 'running' : 'released'],
  });
  if (approval) await services.phaseMarks.approve(approval, why);
  else if (!run) await services.phaseMarks.release(name, { by, why, at, runNumber });
  if (approval && hold?.reason === 'approval-void') await services.phaseMarks.clearHold(name);
  services.log.info('phase-released', { phase: phaseId });
  return { ok: true, name, isAhead };
}

function isReviewed(
  { plan, roster, revision }: Reviewed,
  {
    current,
    approval,
    oneOff,
  }: { current: CurrentPlan; approval: Approval | undefined; oneOff: OneOff | null },
): boolean {
  const isRoster = !approval || roster === approval.rosterVersion;
  return plan === current.version && isRoster && (!oneOff || revision === oneOff.revision);
}

/** Whether the release of a phase confirms what its kind of message claims, such as that filing is open. */
function isConfirmation(phaseId: string, { plan }: CurrentPlan): boolean {
  return phasesOf(plan).some((phase) => phase.id === phaseId && needsConfirmation(plan, phase));
}

function nameOf(phaseId: string, current: CurrentPlan): PhaseName | null {
  const change = CHANGE_KINDS.find((kind) => kind === phaseId);
  if (change) return changeName(change, current);
  const phase = phasesOf(current.plan).find(({ id }) => id === phaseId);
  return phase ? { phaseId, scheduledFor: phase.at.toInstant().toString() } : null;
}
