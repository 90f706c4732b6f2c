import type { Dated } from '../../lib/plan-values.ts';
import { pivotOf } from '../plan/dated.ts';
import { type Phase, phasesOf } from '../plan/phases.ts';
import type { Plan } from '../plan/plan.ts';
import { datesOf } from '../plan/plan-version.ts';
import { changedFacts, factsOf, statedFacts } from '../plan/stated-facts.ts';
import { countOtherDates } from './announced-dates.ts';
import { isCompleteRunOf } from './phase-runs.ts';
import { fitsPlan, type Run } from './run.ts';

/** What becomes of a phase when a plan replaces another. */
export interface PhaseChange {
  readonly id: string;
  /** `same` too where only its expiry, approval or hold differ. */
  readonly change: 'added' | 'removed' | 'moved' | 'same';
  /** In the court's zone, as `2018-07-24T09:00:00-04:00[America/New_York]`; `null`: the plan has it at no time. */
  readonly from: string | null;
  readonly to: string | null;
  /** It is complete already: at its new time it waits for a person. */
  readonly hasRun: boolean;
}

/** What becomes of phases, runs and announced dates when a plan replaces another. */
export interface PlanChanges {
  /** Whether any date that emails name differs. */
  readonly newDates: boolean;
  /** The pivot of each plan as its emails name it; `null` without a plan. */
  readonly pivot: { readonly from: Dated | null; readonly to: Dated };
  /** By id; phases that stay as they are among them. */
  readonly phases: readonly PhaseChange[];
  /** Runs that are under way and would be canceled. */
  readonly cancelledRuns: readonly string[];
  /** Phases of these runs that the new plan has at the same time: they would wait for a person. */
  readonly blocked: readonly string[];
  /** To how many filers other dates than the new plan's were announced: they would wait for the message about that. */
  readonly dateChange: number;
  /** Keys of facts that change with the new plan, and that emails may have stated otherwise: see `statedFacts`. */
  readonly otherFacts: readonly string[];
  /** With the new plan, an approver approves what someone would release otherwise. */
  readonly twoPersonApproval: boolean;
}

/** What the changes depend on besides the two plans. */
interface PlanFacts {
  readonly runs: readonly Run[];
  /** To how many filers which dates were last announced, by `datesOf`: see `countAnnounced`. */
  readonly announced: ReadonlyMap<string, number>;
  /** The plans of these runs. */
  readonly told: readonly Plan[];
}

/** What would change if a plan became active in place of another, or of none. */
export function planChanges(old: Plan | null, next: Plan, { runs, announced, told }: PlanFacts): PlanChanges {
  const open = runs.filter(({ completedAt, cancelled }) => !completedAt && cancelled === undefined);
  const newDates = old === null || datesOf(old) !== datesOf(next);
  const stays = (run: Run) => staysWith(run, { old, next });
  const cancelled = open.filter((run) => !stays(run));
  return {
    newDates,
    pivot: { from: old && pivotOf(old), to: pivotOf(next) },
    phases: phaseChanges(old, next, runs),
    cancelledRuns: cancelled.map(({ runId }) => runId),
    blocked: phasesOf(next)
      .filter((phase) => cancelled.some((run) => isAt(phase, run)))
      .map(({ id }) => id),
    dateChange: countOtherDates(announced, datesOf(next)),
    otherFacts: otherFacts(old, next, told),
    twoPersonApproval: next.twoPersonApproval,
  };
}

/** What stays as it is in the active plan was asked about when that plan changed it. */
function otherFacts(old: Plan | null, next: Plan, told: readonly Plan[]): string[] {
  const [before, after] = [old && statedFacts(old), statedFacts(next)];
  const keys = new Set(told.flatMap((plan) => changedFacts(plan, next)));
  return [...keys].filter((key) => before === null || before.get(key) !== after.get(key));
}

/** A change of dates or a correction under way continues if what it announces stays. */
function staysWith(run: Run, { old, next }: { old: Plan | null; next: Plan }): boolean {
  const hasSameFacts = old !== null && factsOf(old) === factsOf(next);
  const since = { datesSince: run.scheduledFor, factsSince: hasSameFacts ? run.scheduledFor : NEVER };
  return fitsPlan(run, { plan: next, ...since });
}

/** No correction has been active since then. */
const NEVER = '1970-01-01T00:00:00Z';

function phaseChanges(old: Plan | null, next: Plan, runs: readonly Run[]): PhaseChange[] {
  const before = new Map((old ? phasesOf(old) : []).map((phase) => [phase.id, phase]));
  const after = new Map(phasesOf(next).map((phase) => [phase.id, phase]));
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  return ids.map((id) => {
    const [from, to] = [before.get(id), after.get(id)];
    return {
      id,
      change: changeOf(from, to),
      from: from?.at.toString() ?? null,
      to: to?.at.toString() ?? null,
      hasRun: runs.some((run) => isCompleteRunOf((to ?? from)!, run)),
    };
  });
}

function changeOf(from: Phase | undefined, to: Phase | undefined): PhaseChange['change'] {
  if (!from) return 'added';
  if (!to) return 'removed';
  return from.kind === to.kind && from.at.equals(to.at) ? 'same' : 'moved';
}

function isAt({ id, at }: Phase, { phaseId, scheduledFor }: Run): boolean {
  return id === phaseId && at.toInstant().equals(scheduledFor);
}
