import { Temporal } from 'temporal-polyfill';
import { type Phase, phasesOf } from '../plan/phases.ts';
import type { StoredPlan } from '../plan/stored-plan.ts';
import { LATE_LIMIT } from './may-start.ts';

/** What a phase's schedule hands to start-phase. */
interface PhaseCall {
  readonly phaseId: string;
  /** Instant, ISO 8601 in UTC. */
  readonly scheduledFor: string;
  readonly planVersion: string;
}

/** The parts of a schedule that the plan decides. Scheduler reads the expression in the zone beside it. */
export interface PhaseSchedule {
  /** The phase's id: a moved phase moves its schedule. */
  readonly name: string;
  readonly expression: string;
  readonly zone: string;
  readonly call: PhaseCall;
}

/** What is to be done so that the schedules are those of the plan. */
export type ScheduleStep =
  /** `isListed`: there is a schedule of this name, which may be another one. */
  | { readonly do: 'put'; readonly schedule: PhaseSchedule; readonly isListed: boolean }
  /** `unless`: what the schedule says while it is calling; it deletes itself when it is done. */
  | { readonly do: 'remove'; readonly name: string; readonly unless: PhaseSchedule | null };

/** The schedule of a phase. */
export function phaseSchedule({ id, at }: Phase, planVersion: string): PhaseSchedule {
  return {
    name: id,
    expression: `at(${at.toPlainDateTime().toString({ smallestUnit: 'second' })})`,
    zone: at.timeZoneId,
    call: { phaseId: id, scheduledFor: at.toInstant().toString(), planVersion },
  };
}

/**
 * What makes the schedules those of a plan: one for each phase that is still to come, and no other.
 * @param listed Names of the schedules that exist.
 */
export function scheduleSteps(
  { plan, version }: Pick<StoredPlan, 'plan' | 'version'>,
  { listed, now }: { listed: ReadonlySet<string>; now: Temporal.Instant },
): ScheduleStep[] {
  const phases = phasesOf(plan).map((phase) => ({
    at: phase.at.toInstant(),
    schedule: phaseSchedule(phase, version),
  }));
  const isBefore = (one: Temporal.Instant, other: Temporal.Instant) =>
    Temporal.Instant.compare(one, other) < 0;
  const ahead = phases.filter(({ at }) => isBefore(now, at));
  // For so long a schedule that was due continues trying to call.
  const calling = phases.filter(({ at }) => !isBefore(now, at) && !isBefore(at.add(LATE_LIMIT), now));
  const named = (of: typeof phases, name: string) =>
    of.find(({ schedule }) => schedule.name === name)?.schedule;
  const removed = [...listed].filter((name) => !named(ahead, name));
  return [
    ...removed.map((name) => ({ do: 'remove', name, unless: named(calling, name) ?? null }) as const),
    ...ahead.map(({ schedule }) => ({ do: 'put', schedule, isListed: listed.has(schedule.name) }) as const),
  ];
}
