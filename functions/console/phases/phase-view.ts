import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../../domain/person.ts';
import type { DoubtfulWording } from '../../domain/plan/wording-dates.ts';
import type { Run } from '../../domain/run/run.ts';
import type { CurrentCounts } from '../../queries/current-counts.ts';
import type { PhaseState } from '../../queries/phases/phase-state.ts';
import type { Fit, PhaseAudience } from './phase-audience.ts';

/** What pages of one phase show. Instants: ISO 8601 in UTC. */
export interface PhaseView {
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly person: Person;
  readonly phase: PhaseState;
  readonly audience: PhaseAudience;
  /** `null` where there is nothing to reckon, or the email service doesn't tell its limits. */
  readonly fit: Fit | null;
  readonly run: RunView | null;
  /** Who released it; `null` before. */
  readonly releasedBy: { readonly name: string; readonly at: string; readonly why: string } | null;
  /** Earlier runs of it, which were canceled. */
  readonly cancelled: readonly Pick<Run, 'runId' | 'decidedAt'>[];
  /** A person's release would start it, now or at its time. */
  readonly canRelease: boolean;
  /** Why this person may not release it, though clerks may; `null`: this person may. */
  readonly notByYou: string | null;
  /** Times in the court's wording that aren't the plan's. */
  readonly doubtful: readonly DoubtfulWording[];
}

/** The current run of a phase. */
export interface RunView {
  readonly runId: string;
  readonly decidedAt: string;
  readonly startedBy: string;
  readonly completedAt: string | null;
  /** Emails a second, as seen between two looks, or since it began; `null`: not seen yet. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  /** `null` while the audience is being decided. */
  readonly counts: CurrentCounts | null;
}
