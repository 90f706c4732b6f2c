import { Temporal } from 'temporal-polyfill';
import type { Filer } from '../../domain/filer/filer.ts';
import { stateOf } from '../../domain/filer/rules.ts';
import { sampleFiler } from '../../domain/filer/sample-filer.ts';
import { type FilerState, SHOWN_STATES, type State } from '../../domain/filer/state.ts';
import type { StateCounts } from '../../domain/filer/state-counts.ts';
import { CORRECTION, DATE_CHANGE } from '../../domain/plan/kinds.ts';
import { pivotDate } from '../../domain/plan/phases.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { changedFacts } from '../../domain/plan/stated-facts.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import { pivotDateIn } from '../../domain/run/announced-dates.ts';
import { saysOtherDates } from '../../domain/run/announcement.ts';
import { type Decision, decide } from '../../domain/run/audience.ts';
import type { InGroup } from '../../domain/run/group.ts';
import type { Run } from '../../domain/run/run.ts';
import { usualEarlier } from '../../domain/run/usual-earlier.ts';
import { composeEmail } from '../../email/compose.ts';
import type { Announced, ComposedEmail, CorrectedFact } from '../../email/email-input.ts';
import { correctedFacts } from '../../email/stating.ts';
import type { PhaseState } from '../../queries/phases/phase-state.ts';
import { readOtherAccounts } from '../../send-email/other-accounts.ts';
import { loadGroup } from '../../start-phase/announcement/one-off-sending.ts';
import type { ConsoleServices } from '../services.ts';

/** The filer for whom an email is shown. */
export interface Recipient {
  readonly filer: Filer;
  readonly state: FilerState;
  /** The keys of the same person's other accounts. */
  readonly otherAccounts?: readonly string[];
  /** A sample instead of a filer where the roster has none. */
  readonly isSample: boolean;
  /** Whether this phase would mail them. */
  readonly decision: Decision;
}

/** What a phase's emails are made from: what its run froze, and before it what is active. */
export interface PreviewBasis {
  readonly phase: PhaseState;
  readonly plan: Plan;
  /** `null`: there is no roster. */
  readonly rosterVersion: string | null;
  /** When the email would be sent. */
  readonly at: Temporal.Instant;
  /** What only announcements say: to all filers alike, as the latest emails told it. */
  readonly announced: Announced;
  /** Whom a one-off message is for. @default everyone whom its kind mails */
  readonly isIn?: InGroup;
}

interface BasisOptions {
  readonly current: CurrentPlan;
  readonly runs: readonly Run[];
  readonly services: Pick<ConsoleServices, 'planOf' | 'roster' | 'clock' | 'runs' | 'sendLog'>;
}

/** Finds what a phase's emails are made from. */
export async function previewBasis(
  phase: PhaseState,
  { current, runs, services }: BasisOptions,
): Promise<PreviewBasis> {
  const { run } = phase.currentRun;
  const plan = run ? await services.planOf(run) : current.plan;
  const now = services.clock.now();
  // An email counts the days to the pivot: it is shown as of the day on which it is sent.
  const isAhead = Temporal.Instant.compare(phase.at, now) > 0;
  return {
    phase,
    plan,
    rosterVersion: run?.rosterVersion ?? (await services.roster.activeVersion())?.version ?? null,
    at: run ? Temporal.Instant.from(run.decidedAt) : isAhead ? Temporal.Instant.from(phase.at) : now,
    announced: await announcedIn(phase, { plan, runs, services }),
    ...(phase.oneOff && { isIn: await loadGroup(phase.oneOff.group, services) }),
  };
}

/** What the email of an announcement says; nothing of a phase of the plan. */
async function announcedIn(
  { kind, oneOff }: PhaseState,
  { plan, runs, services }: { plan: Plan; runs: readonly Run[]; services: Pick<ConsoleServices, 'planOf'> },
): Promise<Announced> {
  if (kind === DATE_CHANGE) return { launchChange: { previous: lastOtherDate(runs, plan) } };
  if (kind === CORRECTION) return { corrections: await lastOtherFacts(runs, { plan, services }) };
  return oneOff ? { oneOff } : {};
}

/** What the latest emails said otherwise. */
async function lastOtherFacts(
  runs: readonly Run[],
  { plan, services: { planOf } }: { plan: Plan; services: Pick<ConsoleServices, 'planOf'> },
): Promise<CorrectedFact[]> {
  const oldestFirst = runs.toSorted((one, other) => one.decidedAt.localeCompare(other.decidedAt));
  const told = new Map<string, Plan>();
  for (const run of oldestFirst) {
    const old = await planOf(run);
    for (const key of changedFacts(old, plan)) told.set(key, old);
  }
  return correctedFacts([...told], plan);
}

/** The day that was announced last, where it isn't the plan's. */
function lastOtherDate(runs: readonly Run[], plan: Plan): string | null {
  const last = runs
    .filter((run) => saysOtherDates(run, plan))
    .toSorted((one, other) => other.decidedAt.localeCompare(one.decidedAt))[0];
  return last ? pivotDateIn(last.dates) : null;
}

/** The filer with this id; `null` when the roster has none. */
export async function recipientById(
  filerId: string,
  { plan, phase, rosterVersion }: PreviewBasis,
  { roster }: Pick<ConsoleServices, 'roster'>,
): Promise<Recipient | null> {
  const filer = rosterVersion ? (await roster.filersById(rosterVersion, [filerId])).get(filerId) : undefined;
  if (!filer) return null;
  const state = stateOf(filer, pivotDate(plan));
  const otherAccountsOf = await readOtherAccounts([filer], { version: rosterVersion, roster });
  return { filer, state, ...otherAccountsOf(filer), isSample: false, decision: decide(phase.kind, state) };
}

/** A filer of the roster in this state, or a sample where the counts know none; `null`: no one can be in it. */
export async function recipientInState(
  state: State,
  basis: PreviewBasis,
  { counts, services }: { counts: StateCounts; services: Pick<ConsoleServices, 'roster'> },
): Promise<Recipient | null> {
  const known = counts[state]?.sample;
  const found = known ? await recipientById(known, basis, services) : null;
  if (found && found.state.state === state) return found;
  return sampleRecipient(state, basis);
}

/** A sample filer in this state; `null`: no one can be in it. */
export function sampleRecipient(
  state: State,
  { plan, phase }: Pick<PreviewBasis, 'plan' | 'phase'>,
): Recipient | null {
  const made = sampleFiler(state, pivotDate(plan));
  return made && { ...made, isSample: true, decision: decide(phase.kind, made.state) };
}

/** The states that a phase mails; those that occur in the roster come first. */
export function mailedStates({ phase, plan }: PreviewBasis, counts: StateCounts): State[] {
  const date = pivotDate(plan);
  const mailed = SHOWN_STATES.filter((state) => {
    const made = sampleFiler(state, date);
    return made && decide(phase.kind, made.state).send;
  });
  const occurs = (state: State) => Boolean(counts[state]?.reachable);
  return [...mailed.filter(occurs), ...mailed.filter((state) => !occurs(state))];
}

/** The email before this one, which a preview takes as read. */
export function earlierOf(
  { state }: Pick<Recipient, 'state'>,
  { plan, phase }: Pick<PreviewBasis, 'plan' | 'phase'>,
): ReturnType<typeof usualEarlier> {
  return usualEarlier(plan, { phaseId: phase.id, state });
}

/** Composes the email as it is composed for sending to a filer who has had every email before. @param to where a test of it goes, instead of to the filer */
export function composePreview(
  { filer, state, otherAccounts }: Recipient,
  { phase, plan, at, announced }: PreviewBasis,
  to?: string,
): Promise<ComposedEmail> {
  const earlier = earlierOf({ state }, { plan, phase });
  return composeEmail({
    plan,
    kind: phase.kind,
    phase: { id: phase.id, number: phase.number, of: phase.of },
    filer,
    state,
    to: to ?? filer.email ?? 'nobody@example.com',
    at,
    ...(otherAccounts && { otherAccounts }),
    ...(earlier && { earlier }),
    ...announced,
    ...(to !== undefined && { isTest: true }),
  });
}

/** Loads the counts of the roster. Those of another date are good enough: they only say whom to show. */
export async function countsOf(
  { rosterVersion }: PreviewBasis,
  { readiness }: Pick<ConsoleServices, 'readiness'>,
): Promise<StateCounts> {
  return (rosterVersion && (await readiness.of(rosterVersion))?.byState) || {};
}
