import type { Filer } from '../filers/filer.ts';
import { STATES, type State } from '../filers/filer-state.ts';
import { stateOf } from '../filers/rules.ts';
import type { MessageKind } from '../launch/plan.ts';
import { type DecisionReason, decide } from './audience.ts';

/** Filers of one state: with a usable address, and without. */
export interface StateCount {
  readonly reachable: number;
  readonly unreachable: number;
  /** Somebody of them with an address, to look at an email with. */
  readonly sample: string | null;
}

export type StateCounts = Readonly<Partial<Record<State, StateCount>>>;

/** A phase's audience as it would be decided now. */
export interface CountedAudience {
  readonly mailable: number;
  /** In the audience and not mailed: how many, by why. */
  readonly skipped: Readonly<Partial<Record<DecisionReason, number>>>;
  /** Filers that the phase isn't for, by state. */
  readonly outside: Readonly<Partial<Record<State, number>>>;
  /** Filers that are mailed, by state. */
  readonly byState: Readonly<Partial<Record<State, number>>>;
}

/** Adds filers to counts by state. */
export function addFilers(
  counts: StateCounts,
  filers: readonly Filer[],
  goLiveDate: string | null,
): StateCounts {
  const sum: Partial<Record<State, StateCount>> = { ...counts };
  for (const filer of filers) {
    const { state, flags } = stateOf(filer, goLiveDate);
    const before = sum[state] ?? { reachable: 0, unreachable: 0, sample: null };
    sum[state] = flags.includes('unreachable')
      ? { ...before, unreachable: before.unreachable + 1 }
      : { ...before, reachable: before.reachable + 1, sample: before.sample ?? filer.filerId };
  }
  return sum;
}

/** Decides a kind of message for counted filers: of their flags only that nobody can be reached matters to it. */
export function audienceOf(kind: MessageKind, counts: StateCounts): CountedAudience {
  const byState: Partial<Record<State, number>> = {};
  const outside: Partial<Record<State, number>> = {};
  const skipped: Partial<Record<DecisionReason, number>> = {};
  let mailable = 0;
  for (const state of STATES) {
    const { reachable = 0, unreachable = 0 } = counts[state] ?? {};
    for (const [count, flags] of [
      [reachable, []],
      [unreachable, ['unreachable']],
    ] as const) {
      if (count === 0) continue;
      const decision = decide(kind, { state, flags, rule: 0, reason: '', account: null });
      if (decision.send) {
        byState[state] = (byState[state] ?? 0) + count;
        mailable += count;
      } else if (decision.inAudience) skipped[decision.reason] = (skipped[decision.reason] ?? 0) + count;
      else outside[state] = (outside[state] ?? 0) + count;
    }
  }
  return { mailable, skipped, outside, byState };
}
