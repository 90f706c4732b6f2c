import { Temporal } from 'temporal-polyfill';
import type { ChunkStore } from '../../aws/chunks.ts';
import type { EventPublisher } from '../../aws/event-bus.ts';
import type { PhaseMarkStore } from '../../aws/phase-marks.ts';
import type { RunStore } from '../../aws/runs.ts';
import type { SendLogStore } from '../../aws/send-log.ts';
import { DATE_CHANGE } from '../../domain/plan/kinds.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { datesOf } from '../../domain/plan/plan-version.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import { countOtherDates, dateChangeExpiry, nameSameDates } from '../../domain/run/announced-dates.ts';
import type { HoldReason } from '../../domain/run/may-start.ts';
import type { PhaseMarks, PhaseName, PreparedMark } from '../../domain/run/phase-marks.ts';
import type { Run } from '../../domain/run/run.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/runtime.ts';
import { areSettled, type CurrentRun, currentRun } from '../current-run.ts';
import { notifyPhaseHold } from '../notify-phase-hold.ts';
import { countAnnounced } from './announced-dates.ts';

/** What counting and announcing a change of dates needs. */
export interface PrepareServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly runs: Pick<RunStore, 'runs' | 'run'>;
  readonly chunks: Pick<ChunkStore, 'chunks'>;
  readonly sendLog: Pick<SendLogStore, 'facts'>;
  readonly phaseMarks: PhaseMarkStore;
  readonly events: EventPublisher;
}

/** The change to a plan's dates, and how far its announcement is. */
export interface DateChange extends CurrentRun {
  readonly name: PhaseName;
  readonly marks: PhaseMarks;
  /** How many filers need it; `null` once its run exists. */
  readonly prepared: PreparedMark | null;
}

/** How long a settled count is good: a phase may announce the dates to some of them meanwhile. */
const FRESH = Temporal.Duration.from({ hours: 24 });
/** The court decides whether a change is announced, and may decide against it: reminders are rare. */
const REMIND_AFTER = Temporal.Duration.from({ hours: 24 });

/** The name of the announcement of a plan's dates, used like a phase's. */
export function dateChangeName({ datesSince }: Pick<CurrentPlan, 'datesSince'>): PhaseName {
  return { phaseId: DATE_CHANGE, scheduledFor: datesSince };
}

/** Counts who knows other dates than the plan's, and notes the count. @returns `null` when no run ever named others. */
export async function findDateChange(
  current: CurrentPlan,
  services: PrepareServices,
): Promise<DateChange | null> {
  const runs = await services.runs.runs();
  const dates = datesOf(current.plan);
  const others = runs.filter((run) => !nameSameDates(run.dates, dates));
  if (others.length === 0) return null;
  const name = dateChangeName(current);
  const existing = await currentRun(name, services.runs);
  const marks = await services.phaseMarks.marks(name, existing.runNumber);
  if (existing.run) return { ...existing, name, marks, prepared: null };
  const known = marks.prepared;
  if (known && isFresh(known, { plan: current.plan, now: services.clock.now() }))
    return { ...existing, name, marks, prepared: known };
  const settled = await isSettled(others, services);
  const filers = countOtherDates(await countAnnounced(runs, services.sendLog), dates);
  const prepared = { filers, settled, at: services.clock.now().toString() };
  await services.phaseMarks.markPrepared(name, prepared);
  return { ...existing, name, marks, prepared };
}

/** Finds the change of dates, and notifies people that it waits for their release. Idempotent. */
export async function prepareDateChange(
  current: CurrentPlan,
  services: PrepareServices,
): Promise<DateChange | null> {
  const change = await findDateChange(current, services);
  if (change && !change.run && !change.marks.release) {
    const reason = whyWaits(change, { current, now: services.clock.now() });
    if (reason) await notifyWaiting(change, reason, services);
  }
  return change;
}

/** Why an unreleased change of dates waits; `null`: no filer needs it. */
export function whyWaits(
  { prepared, runNumber }: Pick<DateChange, 'prepared' | 'runNumber'>,
  { current, now }: { current: CurrentPlan; now: Temporal.Instant },
): HoldReason | null {
  if (!prepared?.filers) return null;
  if (isTooLate(current.plan, now)) return 'expired';
  return runNumber > 1 ? 'cancelled' : 'needs-release';
}

/** Notifies people why a change of dates waits, and how many filers it is for. */
export async function notifyWaiting(
  { name, marks, prepared }: DateChange,
  reason: HoldReason,
  services: Pick<PrepareServices, 'clock' | 'events' | 'log' | 'phaseMarks'>,
): Promise<void> {
  const detail = { filers: prepared?.filers ?? 0 };
  await notifyPhaseHold(name, { reason, marks, services, detail, remindAfter: REMIND_AFTER });
}

/**
 * Counting reads every log: it isn't repeated where no filer was left, nor once it is too late to announce anything.
 */
function isFresh(
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
  return Temporal.Instant.compare(now, dateChangeExpiry(plan, now.toString())) >= 0;
}

/** Whether every email that names other dates has its outcome: none is on its way any more. */
async function isSettled(others: readonly Run[], { chunks }: PrepareServices): Promise<boolean> {
  const isOver = others.every(
    ({ cancelled, completedAt }) => cancelled !== undefined || completedAt !== undefined,
  );
  const ids = others.map(({ runId }) => runId);
  return isOver && (await areSettled(ids, chunks));
}
