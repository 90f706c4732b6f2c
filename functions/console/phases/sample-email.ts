import { Temporal } from 'temporal-polyfill';
import type { CurrentPlan } from '../../aws/plans.ts';
import type { Filer } from '../../domain/filer/filer.ts';
import { stateOf } from '../../domain/filer/rules.ts';
import { type FilerState, STATES, type State } from '../../domain/filer/state.ts';
import type { StateCounts } from '../../domain/filer/state-counts.ts';
import { goLiveDate } from '../../domain/plan/phases.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { goLiveIn, nameSameDates } from '../../domain/run/announced-dates.ts';
import { type Decision, decide } from '../../domain/run/audience.ts';
import { datesOf, type Run } from '../../domain/run/run.ts';
import { composeEmail } from '../../email/compose.ts';
import type { ComposedEmail } from '../../email/email-input.ts';
import type { ConsoleServices } from '../services.ts';
import { MADE_UP, madeUpFiler } from './made-up-filer.ts';
import type { PhaseState } from './phase-facts.ts';

/** Somebody to look at an email with. */
export interface Sample {
  readonly filer: Filer;
  readonly state: FilerState;
  /** Not of the roster. */
  readonly isMadeUp: boolean;
  /** Whether this phase would mail them. */
  readonly decision: Decision;
}

/** What a phase's emails are made from: of its run, what that froze; before it, what is in force. */
export interface SampleBasis {
  readonly phase: PhaseState;
  readonly plan: Plan;
  readonly rosterVersion: string | null;
  readonly at: Temporal.Instant;
  readonly previous: string | null;
}

export async function sampleBasis(
  phase: PhaseState,
  {
    current,
    runs,
    services,
  }: {
    current: CurrentPlan;
    runs: readonly Run[];
    services: Pick<ConsoleServices, 'planOf' | 'roster' | 'clock'>;
  },
): Promise<SampleBasis> {
  const { run } = phase.standing;
  const plan = run ? await services.planOf(run) : current.plan;
  const now = services.clock.now();
  // An email counts the days to go-live: it is shown as of the day on which it goes out.
  const isAhead = Temporal.Instant.compare(phase.at, now) > 0;
  return {
    phase,
    plan,
    rosterVersion: run?.rosterVersion ?? (await services.roster.activeVersion())?.version ?? null,
    at: run ? Temporal.Instant.from(run.decidedAt) : isAhead ? Temporal.Instant.from(phase.at) : now,
    previous: lastOtherDate(runs, datesOf(plan)),
  };
}

/** The go-live that most people heard of last, where it isn't the plan's. */
function lastOtherDate(runs: readonly Run[], dates: string): string | null {
  const last = runs
    .filter((run) => !nameSameDates(run.dates, dates))
    .toSorted((one, other) => other.decidedAt.localeCompare(one.decidedAt))[0];
  return last ? goLiveIn(last.dates) : null;
}

/** The filer with this id; `null` when the roster has none. */
export async function sampleById(
  filerId: string,
  { plan, phase, rosterVersion }: SampleBasis,
  { roster }: Pick<ConsoleServices, 'roster'>,
): Promise<Sample | null> {
  const filer = rosterVersion ? (await roster.filersById(rosterVersion, [filerId])).get(filerId) : undefined;
  if (!filer) return null;
  const state = stateOf(filer, goLiveDate(plan));
  return { filer, state, isMadeUp: false, decision: decide(phase.kind, state) };
}

/** Somebody of the roster in this state, by the counts that know one; else somebody made up. */
export async function sampleInState(
  state: State,
  basis: SampleBasis,
  { counts, services }: { counts: StateCounts; services: Pick<ConsoleServices, 'roster'> },
): Promise<Sample | null> {
  const known = counts[state]?.sample;
  const found = known ? await sampleById(known, basis, services) : null;
  if (found && found.state.state === state) return found;
  const made = madeUpFiler(state, goLiveDate(basis.plan));
  return made && { ...made, isMadeUp: true, decision: decide(basis.phase.kind, made.state) };
}

/** The states that a phase mails; those that occur come first. */
export function mailedStates({ phase, plan }: SampleBasis, counts: StateCounts): State[] {
  const goLive = goLiveDate(plan);
  const mailed = STATES.filter((state) => {
    const made = madeUpFiler(state, goLive);
    return made && decide(phase.kind, made.state).send;
  });
  const occurs = (state: State) => Boolean(counts[state]?.reachable);
  return [...mailed.filter(occurs), ...mailed.filter((state) => !occurs(state))];
}

/** The very email, by what composes it for sending. @param to where it goes, if not to the filer */
export function composeSample(
  { filer, state }: Sample,
  { phase, plan, at, previous }: SampleBasis,
  to?: string,
): Promise<ComposedEmail> {
  return composeEmail({
    plan,
    kind: phase.kind,
    phase: { id: phase.id, number: phase.number, of: phase.of },
    filer,
    state,
    to: to ?? filer.email ?? 'nobody@example.com',
    at,
    ...(phase.kind === 'date-change' && { launchChange: { previous } }),
    ...(to !== undefined && { isTest: true }),
  });
}

/** Whether an id is that of a made-up filer. */
export function isMadeUpId(filerId: string): boolean {
  return filerId.startsWith(MADE_UP);
}
