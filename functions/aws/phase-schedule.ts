import type { Phase } from '../domain/plan/phases.ts';

/** What a phase's schedule hands to start-phase. */
export interface PhaseCall {
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

export function phaseSchedule({ id, at }: Phase, planVersion: string): PhaseSchedule {
  return {
    name: id,
    expression: `at(${at.toPlainDateTime().toString({ smallestUnit: 'second' })})`,
    zone: at.timeZoneId,
    call: { phaseId: id, scheduledFor: at.toInstant().toString(), planVersion },
  };
}
