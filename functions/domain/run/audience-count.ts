import { STATES, type State } from '../filer/state.ts';
import type { StateCounts } from '../filer/state-counts.ts';
import type { MessageKind } from '../plan/plan.ts';
import { type DecisionReason, decide } from './audience.ts';

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
