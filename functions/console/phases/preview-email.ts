import { Temporal } from 'temporal-polyfill';
import type { Filer } from '../../domain/filer/filer.ts';
import { stateOf } from '../../domain/filer/rules.ts';
import { type FilerState, STATES, type State } from '../../domain/filer/state.ts';
import type { StateCounts } from '../../domain/filer/state-counts.ts';
import { goLiveDate } from '../../domain/plan/phases.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import { goLiveIn, nameSameDates } from '../../domain/run/announced-dates.ts';
import { type Decision, decide } from '../../domain/run/audience.ts';
import { datesOf, type Run } from '../../domain/run/run.ts';
import { composeEmail } from '../../email/compose.ts';
import type { ComposedEmail } from '../../email/email-input.ts';
import type { ConsoleServices } from '../services.ts';
import type { PhaseState } from './phase-state.ts';
import { sampleFiler } from './sample-filer.ts';

/** Somebody to look at an email with. */
export interface Recipient {
  readonly filer: Filer;
  readonly state: FilerState;
  /** Not of the roster. */
  readonly isSample: boolean;
  /** Whether this phase would mail them. */
  readonly decision: Decision;
}

/** What a phase's emails are made from: of its run, what that froze; before it, what is in force. */
export interface PreviewBasis {
  readonly phase: PhaseState;
  readonly plan: Plan;
  readonly rosterVersion: string | null;
  readonly at: Temporal.Instant;
  readonly previous: string | null;
}

export async function previewBasis(
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
): Promise<PreviewBasis> {
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
export async function recipientById(
  filerId: string,
  { plan, phase, rosterVersion }: PreviewBasis,
  { roster }: Pick<ConsoleServices, 'roster'>,
): Promise<Recipient | null> {
  const filer = rosterVersion ? (await roster.filersById(rosterVersion, [filerId])).get(filerId) : undefined;
  if (!filer) return null;
  const state = stateOf(filer, goLiveDate(plan));
  return { filer, state, isSample: false, decision: decide(phase.kind, state) };
}

/** Somebody of the roster in this state, by the counts that know one; else somebody made up. */
export async function recipientInState(
  state: State,
  basis: PreviewBasis,
  { counts, services }: { counts: StateCounts; services: Pick<ConsoleServices, 'roster'> },
): Promise<Recipient | null> {
  const known = counts[state]?.sample;
  const found = known ? await recipientById(known, basis, services) : null;
  if (found && found.state.state === state) return found;
  const made = sampleFiler(state, goLiveDate(basis.plan));
  return made && { ...made, isSample: true, decision: decide(basis.phase.kind, made.state) };
}

/** The states that a phase mails; those that occur come first. */
export function mailedStates({ phase, plan }: PreviewBasis, counts: StateCounts): State[] {
  const goLive = goLiveDate(plan);
  const mailed = STATES.filter((state) => {
    const made = sampleFiler(state, goLive);
    return made && decide(phase.kind, made.state).send;
  });
  const occurs = (state: State) => Boolean(counts[state]?.reachable);
  return [...mailed.filter(occurs), ...mailed.filter((state) => !occurs(state))];
}

/** The very email, by what composes it for sending. @param to where it goes, if not to the filer */
export function composePreview(
  { filer, state }: Recipient,
  { phase, plan, at, previous }: PreviewBasis,
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
