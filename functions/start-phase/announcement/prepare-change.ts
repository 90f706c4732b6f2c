import { Temporal } from 'temporal-polyfill';
import type { ChunkStore } from '../../aws/chunks.ts';
import type { EventPublisher } from '../../aws/event-bus.ts';
import type { PhaseMarkStore } from '../../aws/phase-marks.ts';
import type { RunStore } from '../../aws/runs.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import { type ChangeKind, changeName } from '../../domain/run/announcement.ts';
import type { HoldReason } from '../../domain/run/may-start.ts';
import type { PreparedMark } from '../../domain/run/phase-marks.ts';
import type { Run } from '../../domain/run/run.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/runtime.ts';
import { areSettled, currentRun } from '../current-run.ts';
import { notifyPhaseHold } from '../notify-phase-hold.ts';
import { othersOf } from './others.ts';
import type { StatedServices } from './stated-facts.ts';
import { countTold } from './told.ts';
import { type Change, isTooLate, whyWaits } from './why-no-change.ts';

/** What counting and announcing a change needs. */
export interface PrepareServices extends StatedServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly runs: Pick<RunStore, 'runs' | 'run'>;
  readonly chunks: Pick<ChunkStore, 'chunks'>;
  readonly phaseMarks: PhaseMarkStore;
  readonly events: EventPublisher;
}

/** How long a settled count is good while no run is completed. */
const FRESH = Temporal.Duration.from({ hours: 24 });
/** The court decides whether a change is announced, and may decide against it: reminders are rare. */
const REMIND_AFTER = Temporal.Duration.from({ hours: 24 });

/** Counts who was told otherwise than the plan says, and notes the count. @returns `null` when no run ever did. */
export async function findChange(
  kind: ChangeKind,
  current: CurrentPlan,
  services: PrepareServices,
): Promise<Change | null> {
  const { plan } = current;
  const runs = await services.runs.runs();
  const others = await othersOf(kind, runs, { plan, services });
  if (others.length === 0) return null;
  const name = changeName(kind, current);
  const existing = await currentRun(name, services.runs);
  const marks = await services.phaseMarks.marks(name, existing.runNumber);
  if (existing.run) return { ...existing, kind, name, marks, prepared: null };
  const known = marks.prepared;
  if (known && isFresh(known, { kind, plan, runs, now: services.clock.now() }))
    return { ...existing, kind, name, marks, prepared: known };
  const settled = await isSettled(others, services);
  const told = await countTold(kind, runs, { plan, services });
  const prepared = { ...told, settled, at: services.clock.now().toString() };
  await services.phaseMarks.markPrepared(name, prepared);
  return { ...existing, kind, name, marks, prepared };
}

/** Finds the change, and notifies people that it waits for their release. Idempotent. */
export async function prepareChange(
  kind: ChangeKind,
  current: CurrentPlan,
  services: PrepareServices,
): Promise<Change | null> {
  const change = await findChange(kind, current, services);
  if (change && !change.run && !change.marks.release) {
    const reason = whyWaits(change, { current, now: services.clock.now() });
    if (reason && reason !== 'dismissed') await notifyWaiting(change, reason, services);
  }
  return change;
}

/** Notifies people why a change waits, and how many filers it is for. */
export async function notifyWaiting(
  { name, marks, prepared }: Change,
  reason: HoldReason,
  services: Pick<PrepareServices, 'clock' | 'events' | 'log' | 'phaseMarks'>,
): Promise<void> {
  const detail = { filers: prepared?.filers ?? 0 };
  await notifyPhaseHold(name, { reason, marks, services, detail, remindAfter: REMIND_AFTER });
}

/**
 * Counting reads every log: it isn't repeated where no filer was left, nor once it is too late to announce anything. A run
 * that was completed meanwhile may have told some of them: a change of dates, for example, what a correction would.
 */
function isFresh(
  { filers, settled, at }: PreparedMark,
  about: { kind: ChangeKind; plan: Plan; runs: readonly Run[]; now: Temporal.Instant },
): boolean {
  if (!settled) return false;
  if (filers === 0 || isTooLate(about.kind, about)) return true;
  const counted = Temporal.Instant.from(at);
  const isLater = ({ completedAt }: Run) => completedAt && Temporal.Instant.compare(completedAt, counted) > 0;
  return !about.runs.some(isLater) && Temporal.Instant.compare(about.now, counted.add(FRESH)) < 0;
}

/** Whether every email that says otherwise has its outcome: none is on its way any more. */
async function isSettled(others: readonly Run[], { chunks }: PrepareServices): Promise<boolean> {
  const isOver = others.every(
    ({ cancelled, completedAt }) => cancelled !== undefined || completedAt !== undefined,
  );
  const ids = others.map(({ runId }) => runId);
  return isOver && (await areSettled(ids, chunks));
}
