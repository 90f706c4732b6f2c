import { Temporal } from 'temporal-polyfill';
import type { ChunkStore } from '../../aws/chunks.ts';
import type { EventPublisher } from '../../aws/event-bus.ts';
import type { PhaseStore } from '../../aws/phase-marks.ts';
import type { CurrentPlan } from '../../aws/plans.ts';
import type { RunStore } from '../../aws/runs.ts';
import type { SendLogStore } from '../../aws/send-log.ts';
import { DATE_CHANGE, type Plan } from '../../domain/plan/plan.ts';
import { nameSameDates, tellingEnds, toldOthers } from '../../domain/run/announced-dates.ts';
import type { HoldReason } from '../../domain/run/may-start.ts';
import type { PhaseMarks, PhaseName, PreparedMark } from '../../domain/run/phase-marks.ts';
import { datesOf, type Run } from '../../domain/run/run.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import { areSettled, type Standing, standingRun } from '../current-run.ts';
import { tellHold } from '../notify-hold.ts';
import { countTold } from './announced-dates.ts';

export interface PrepareServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly runs: Pick<RunStore, 'runs' | 'run'>;
  readonly chunks: Pick<ChunkStore, 'chunks'>;
  readonly sendLog: Pick<SendLogStore, 'facts'>;
  readonly phases: PhaseStore;
  readonly events: EventPublisher;
}

/** The change to a plan's dates, and where it stands. */
export interface DateChange extends Standing {
  readonly name: PhaseName;
  readonly marks: PhaseMarks;
  /** Whom it tells; `null` once its run stands. */
  readonly prepared: PreparedMark | null;
}

/** A settled count is good for so long: a phase may tell some of them meanwhile. */
const FRESH = Temporal.Duration.from({ hours: 24 });
/** Whether a change is told is the court's to decide, and silence may be the answer. */
const REMIND_AFTER = Temporal.Duration.from({ hours: 24 });

/** The name under which a plan's dates are told, wherever a phase has its name. */
export function dateChangeName({ datesSince }: Pick<CurrentPlan, 'datesSince'>): PhaseName {
  return { phaseId: DATE_CHANGE, scheduledFor: datesSince };
}

/** Counts who knows other dates than the plan's, and notes it. @returns `null` when no run ever named others. */
export async function findDateChange(
  current: CurrentPlan,
  services: PrepareServices,
): Promise<DateChange | null> {
  const runs = await services.runs.runs();
  const dates = datesOf(current.plan);
  const others = runs.filter((run) => !nameSameDates(run.dates, dates));
  if (others.length === 0) return null;
  const name = dateChangeName(current);
  const standing = await standingRun(name, services.runs);
  const marks = await services.phases.marks(name, standing.turn);
  if (standing.run) return { ...standing, name, marks, prepared: null };
  const known = marks.prepared;
  if (known && isGood(known, { plan: current.plan, now: services.clock.now() }))
    return { ...standing, name, marks, prepared: known };
  const settled = await isSettled(others, services);
  const filers = toldOthers(await countTold(runs, services.sendLog), dates);
  const prepared = { filers, settled, at: services.clock.now().toString() };
  await services.phases.markPrepared(name, prepared);
  return { ...standing, name, marks, prepared };
}

/** Finds the change of dates, and tells people that it waits for their release. Safe to repeat. */
export async function prepareDateChange(
  current: CurrentPlan,
  services: PrepareServices,
): Promise<DateChange | null> {
  const change = await findDateChange(current, services);
  if (change && !change.run && !change.marks.release) {
    const reason = whyWaits(change, { current, now: services.clock.now() });
    if (reason) await tellWaits(change, reason, services);
  }
  return change;
}

/** Why an unreleased change of dates waits; `null`: nobody needs it. */
export function whyWaits(
  { prepared, turn }: Pick<DateChange, 'prepared' | 'turn'>,
  { current, now }: { current: CurrentPlan; now: Temporal.Instant },
): HoldReason | null {
  if (!prepared?.filers) return null;
  if (isTooLate(current.plan, now)) return 'expired';
  return turn > 1 ? 'cancelled' : 'needs-release';
}

export async function tellWaits(
  { name, marks, prepared }: DateChange,
  reason: HoldReason,
  services: Pick<PrepareServices, 'clock' | 'events' | 'log' | 'phases'>,
): Promise<void> {
  const detail = { filers: prepared?.filers ?? 0 };
  await tellHold(name, { reason, marks, services, detail, remindAfter: REMIND_AFTER });
}

/** Counting reads every log: not again where nobody was left, nor once it is too late to tell. */
function isGood(
  { filers, settled, at }: PreparedMark,
  { plan, now }: { plan: Plan; now: Temporal.Instant },
): boolean {
  if (!settled) return false;
  return (
    filers === 0 ||
    isTooLate(plan, now) ||
    Temporal.Instant.compare(now, Temporal.Instant.from(at).add(FRESH)) < 0
  );
}

function isTooLate(plan: Plan, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, tellingEnds(plan, now.toString())) >= 0;
}

/** Whether no email that names other dates is on its way any more. */
async function isSettled(others: readonly Run[], { chunks }: PrepareServices): Promise<boolean> {
  const isOver = others.every(
    ({ cancelled, completedAt }) => cancelled !== undefined || completedAt !== undefined,
  );
  const ids = others.map(({ runId }) => runId);
  return isOver && (await areSettled(ids, chunks));
}
