import type { OneOffStore } from '../aws/one-offs.ts';
import type { PlanStore } from '../aws/plans.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { RunStore } from '../aws/runs.ts';
import type { SendLogStore } from '../aws/send-log.ts';
import type { Actor } from '../domain/actor.ts';
import { phasesOf } from '../domain/plan/phases.ts';
import type { CurrentPlan, StoredPlan } from '../domain/plan/stored-plan.ts';
import { announcementPhase, CHANGE_KINDS } from '../domain/run/announcement.ts';
import { type ApprovalRefusal, mayApprove } from '../domain/run/approval.ts';
import type { Approval } from '../domain/run/approval-record.ts';
import { type Authors, authorsOf, isSince } from '../domain/run/authors.ts';
import { isOneOffId } from '../domain/run/one-off.ts';
import type { PhaseName } from '../domain/run/phase-marks.ts';
import { oneOffSending } from '../start-phase/announcement/one-off-sending.ts';
import { hashAudience, type Sending, sendingOf, toSendOf } from '../start-phase/check-approval.ts';

/** What approving needs from outside. */
export interface ApproveServices {
  readonly plans: Pick<PlanStore, 'page'>;
  readonly roster: Pick<RosterStore, 'active' | 'activeVersion' | 'filers'>;
  readonly oneOffs: Pick<OneOffStore, 'read'>;
  readonly runs: Pick<RunStore, 'runs'>;
  readonly sendLog: Pick<SendLogStore, 'facts'>;
}

/** The phase to approve, who approves it, and when. */
export interface ApprovalRequest {
  readonly name: PhaseName;
  readonly runNumber: number;
  readonly by: Actor;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  /** The latest approval of the phase: earlier contributions don't count. */
  readonly last: Approval | undefined;
}

/** An approval of what would be sent now, or why this person can't give it. */
export type ApprovalResult =
  | { readonly ok: true; readonly approval: Approval }
  | { readonly ok: false; readonly reason: ApprovalRefusal };

/** Creates the approval of a phase as it would be sent now. Stores nothing. */
export async function approvalOf(
  { name, runNumber, by, at, last }: ApprovalRequest,
  { current, services }: { current: CurrentPlan; services: ApproveServices },
): Promise<ApprovalResult> {
  // The pointer is read first, so that anything activated afterward counts as a later contribution.
  const active = await services.roster.active();
  const roster = await services.roster.activeVersion();
  if (!roster || roster.version !== active.version) return { ok: false, reason: 'no-roster' };
  const authors = await loadAuthors(current, { last, services, phaseId: name.phaseId });
  const decision = mayApprove({ by, authors });
  if (!decision.approve) return { ok: false, reason: decision.reason };
  const about = { plan: current.plan, rosterVersion: roster.version, runNumber };
  const sending = await sendingNow(name, { about, services });
  if (!sending) return { ok: false, reason: 'message-gone' };
  const approval = {
    ...toSendOf(sending),
    planVersion: current.version,
    rosterVersion: roster.version,
    rosterRevision: active.revision,
    ...(await hashAudience(sending, services)),
    erased: roster.erased ?? 0,
    by,
    authors: authors.ids,
    at,
  };
  return { ok: true, approval };
}

/**
 * Everyone who contributed to the plan and the roster since the phase was last approved, and everyone who wrote a
 * one-off message.
 */
export async function loadAuthors(
  current: CurrentPlan,
  options: {
    last: Approval | undefined;
    phaseId: string;
    services: Pick<ApproveServices, 'plans' | 'oneOffs'> & {
      roster: Pick<RosterStore, 'active' | 'activeVersion'>;
    };
  },
): Promise<Authors> {
  const authors = await planAndRosterAuthors(current, options);
  const oneOff = isOneOffId(options.phaseId) ? await options.services.oneOffs.read(options.phaseId) : null;
  return { ...authors, ids: [...new Set([...authors.ids, ...(oneOff?.authors ?? [])])] };
}

async function planAndRosterAuthors(
  current: CurrentPlan,
  { last, services }: Omit<Parameters<typeof loadAuthors>[1], 'phaseId'>,
): Promise<Authors> {
  const [active, roster] = [await services.roster.active(), await services.roster.activeVersion()];
  if (!roster) return { ids: [], hasUnknown: true };
  const plans = await plansSince(last, services);
  return authorsOf({ plans, planVersion: current.version, roster, active }, last ?? null);
}

const PAGE = 50;

async function plansSince(
  last: Approval | undefined,
  { plans }: Pick<ApproveServices, 'plans'>,
): Promise<StoredPlan[]> {
  const found: StoredPlan[] = [];
  let before: string | undefined;
  do {
    const page = await plans.page({ limit: PAGE, before });
    found.push(...page.plans);
    const oldest = page.plans.at(-1);
    const isEnough = last && oldest && oldest.version !== last.planVersion && !isSince(oldest.version, last);
    before = isEnough ? undefined : (page.next ?? undefined);
  } while (before !== undefined);
  return found;
}

/** What would go out now; `null`: the message is discarded. */
async function sendingNow(
  name: PhaseName,
  {
    about,
    services,
  }: { about: Pick<Sending, 'plan' | 'rosterVersion' | 'runNumber'>; services: ApproveServices },
): Promise<Sending | null> {
  if (isOneOffId(name.phaseId)) {
    const oneOff = await services.oneOffs.read(name.phaseId);
    return oneOff && oneOffSending(oneOff, about, services);
  }
  const change = CHANGE_KINDS.find((kind) => kind === name.phaseId);
  if (change) return { ...about, ...name, expiresAt: null, phase: announcementPhase(change) };
  const phase = phasesOf(about.plan).find(({ id }) => id === name.phaseId)!;
  return sendingOf(phase, about);
}
