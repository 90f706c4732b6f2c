import { Temporal } from 'temporal-polyfill';
import { type Phase, phasesOf } from '../../domain/plan/phases.ts';
import { DATE_CHANGE } from '../../domain/plan/plan.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import { dateChangeExpiry, nameSameDates } from '../../domain/run/announced-dates.ts';
import { type HoldReason, needsFilingOpen } from '../../domain/run/may-start.ts';
import type { PhaseMarks, PhaseName } from '../../domain/run/phase-marks.ts';
import { runsOf } from '../../domain/run/phase-runs.ts';
import { datesOf, type Run } from '../../domain/run/run.ts';
import { type Gate, reasonsOf } from '../../domain/run/send-gate.ts';
import type { CurrentRun } from '../../start-phase/current-run.ts';
import { dateChangeName, whyWaits } from '../../start-phase/date-change/prepare-date-change.ts';
import type { ConsoleServices } from '../services.ts';
import type { PhaseNaming } from './phase-name.ts';
import { type PhaseStatus, phaseStatus, RELEASABLE } from './phase-status.ts';

/** A phase of the plan in force, or its change of dates, and where it stands. Instants: ISO 8601 in UTC. */
export interface PhaseState extends PhaseNaming {
  readonly id: string;
  readonly at: string;
  readonly expiresAt: string;
  readonly approval: Phase['approval'];
  /** The plan holds it. */
  readonly hold: boolean;
  /** Waits at its hour for the word that filing is open. */
  readonly needsFilingOpen: boolean;
  readonly standing: CurrentRun;
  readonly marks: PhaseMarks;
  /** Reasons that hold its run; those that hold everything begin with `all:`. */
  readonly holds: readonly string[];
  readonly status: PhaseStatus;
}

export interface PhasesState {
  readonly phases: readonly PhaseState[];
  /** Runs of phases that the plan doesn't have at that time any more. */
  readonly others: readonly Run[];
  readonly runs: readonly Run[];
  readonly gate: Gate;
}

type FactServices = Pick<ConsoleServices, 'runs' | 'gate' | 'phases'>;

interface Asked {
  readonly services: FactServices;
  readonly now: Temporal.Instant;
}

/** Every phase of the plan, by time, and the change of dates first if there is one. */
export async function loadPhases(current: CurrentPlan, { services, now }: Asked): Promise<PhasesState> {
  const [runs, gate] = await Promise.all([services.runs.runs(), services.gate.read()]);
  const read = { current, runs, gate, services, now };
  const ofPlan = await Promise.all(phasesOf(current.plan).map((phase) => planned(phase, read)));
  const change = await dateChange(read);
  const phases = [...(change ? [change] : []), ...ofPlan];
  const known = new Set(
    phases.flatMap(({ standing: { run, after } }) => [...(run ? [run.runId] : []), ...after]),
  );
  return { phases, others: runs.filter(({ runId }) => !known.has(runId)), runs, gate };
}

interface Read extends Asked {
  readonly current: CurrentPlan;
  readonly runs: readonly Run[];
  readonly gate: Gate;
}

async function planned(phase: Phase, read: Read): Promise<PhaseState> {
  const { current, services } = read;
  const { id, kind, number, of, approval, hold } = phase;
  const needsOpen = needsFilingOpen(current.plan, phase);
  const name = { phaseId: id, scheduledFor: phase.at.toInstant().toString() };
  const standing = standingOf(name, read.runs);
  const marks = await services.phases.marks(name, standing.runNumber);
  const holds = holdsOf(standing.run, read.gate);
  // Until the next tick notes it, the plan alone says what it waits for.
  const waitsFor =
    standing.after.length > 0 ? 'cancelled' : planHold({ approval, hold, needsFilingOpen: needsOpen });
  const noted = marks.hold?.reason ?? waitsFor;
  return {
    id,
    kind,
    number,
    of,
    approval,
    hold,
    needsFilingOpen: needsOpen,
    at: name.scheduledFor,
    expiresAt: phase.expiresAt.toInstant().toString(),
    standing,
    marks,
    holds,
    status: statusOf(phase, { standing, marks, holds, noted, now: read.now }),
  };
}

/** What the plan itself makes a phase wait for at its hour. */
function planHold({
  approval,
  hold,
  needsFilingOpen,
}: Pick<PhaseState, 'approval' | 'hold' | 'needsFilingOpen'>): HoldReason | null {
  if (hold) return 'held-by-plan';
  if (approval === 'by-hand') return 'needs-release';
  return needsFilingOpen ? 'filing-open-unconfirmed' : null;
}

/** `null`: nobody was told other dates, as far as that is counted. */
async function dateChange({ current, runs, gate, services, now }: Read): Promise<PhaseState | null> {
  const dates = datesOf(current.plan);
  if (runs.every((run) => nameSameDates(run.dates, dates))) return null;
  const name = dateChangeName(current);
  const standing = standingOf(name, runs);
  const marks = await services.phases.marks(name, standing.runNumber);
  const prepared = marks.prepared ?? null;
  if (!standing.run && prepared?.settled && prepared.filers === 0) return null;
  const { zone } = current.plan.court;
  const { run, runNumber } = standing;
  const at = name.scheduledFor;
  const expiresAt = run?.expiresAt ?? dateChangeExpiry(current.plan, now.toString());
  const zoned = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const holds = holdsOf(run, gate);
  const noted = whyWaits({ prepared, runNumber }, { current, now }) ?? 'sends-unsettled';
  return {
    id: DATE_CHANGE,
    kind: DATE_CHANGE,
    number: 1,
    of: 1,
    approval: 'by-hand',
    hold: false,
    needsFilingOpen: false,
    at,
    expiresAt,
    standing,
    marks,
    holds,
    status: statusOf(
      { at: zoned(at), expiresAt: zoned(expiresAt) },
      { standing, marks, holds, noted: marks.release ? 'sends-unsettled' : noted, now },
    ),
  };
}

function standingOf(name: PhaseName, runs: readonly Run[]): CurrentRun {
  const all = runsOf(name, runs);
  const after = all.filter(({ cancelled }) => cancelled !== undefined).map(({ runId }) => runId);
  return {
    run: all.find(({ cancelled }) => cancelled === undefined) ?? null,
    after,
    runNumber: after.length + 1,
  };
}

function holdsOf(run: Run | null, gate: Gate): string[] {
  if (!run) return [];
  return [...reasonsOf(gate, run.runId), ...reasonsOf(gate, 'all').map((reason) => `all:${reason}`)];
}

function statusOf(
  phase: Pick<Phase, 'at' | 'expiresAt'>,
  {
    standing: { run },
    marks,
    holds,
    noted,
    now,
  }: Pick<PhaseState, 'standing' | 'marks' | 'holds'> & { noted: HoldReason | null; now: Temporal.Instant },
): PhaseStatus {
  const isReleased = marks.release !== undefined;
  // What was noted before the release stands until the phase starts.
  const hold = isReleased && noted && RELEASABLE.has(noted) ? null : noted;
  const isPast = (moment: Temporal.ZonedDateTime) => Temporal.Instant.compare(now, moment.toInstant()) >= 0;
  const startsNow = !run && isReleased && !hold && isPast(phase.at) && !isPast(phase.expiresAt);
  if (startsNow) return { kind: 'waiting', reason: 'due' };
  return phaseStatus({ phase, run, holds, hold, isReleased, now });
}

/** Whether a person's word would make it go, now or at its hour. */
export function canRelease({
  status,
  approval,
  hold,
  needsFilingOpen,
}: Pick<PhaseState, 'status' | 'approval' | 'hold' | 'needsFilingOpen'>): boolean {
  if (status.kind === 'planned') return !needsFilingOpen && (approval === 'by-hand' || hold);
  if (status.kind === 'waiting') return RELEASABLE.has(status.reason);
  return status.kind === 'missed' && status.reason === 'missed';
}
