import type { campaign } from '#campaign';
import { type FilerState, STATES, type State } from '../filer/state.ts';
import type { StateCounts } from '../filer/state-counts.ts';
import { kindOf, type MessageKind, PHASE_KINDS, type PhaseKind } from '../plan/kinds.ts';
import type { Suppression } from '../send/suppression.ts';
import { isChange } from './announcement.ts';

type AnyKind = (typeof campaign.kinds)[PhaseKind];
/** Why a filer gets no email of a phase. */
export type DecisionReason = AnyKind['without' | 'skipped'][number] | 'unreachable';

/** Why a filer in the audience is skipped: as decided, or by the sender, who looks up suppressed addresses. */
export type SkipReason = DecisionReason | `suppressed-${Suppression['reason']}`;

/** Whether a filer gets a phase's email. */
export type Decision =
  | { readonly send: true }
  | {
      readonly send: false;
      /** `false`: the phase isn't for this filer, and nothing is logged. */
      readonly inAudience: boolean;
      readonly reason: DecisionReason;
    };

const NEVER_MAILED: ReadonlySet<State> = new Set(
  STATES.filter((state) => PHASE_KINDS.every((kind) => kindOf(kind).without.includes(state))),
);

/** Whether any phase is for filers in this state. */
export function isEverMailed(state: State): boolean {
  return !NEVER_MAILED.has(state);
}

/** Decides whether a filer in this state gets the phase's email. */
export function decide(kind: MessageKind, { state, flags }: Pick<FilerState, 'state' | 'flags'>): Decision {
  const { without, skipped } = kindOf(kind);
  if (without.includes(state)) return { send: false, inAudience: false, reason: state as DecisionReason };
  if (skipped.includes(state)) return { send: false, inAudience: true, reason: state as DecisionReason };
  if (flags.includes('unreachable')) return { send: false, inAudience: true, reason: 'unreachable' };
  return { send: true };
}

/**
 * Why a phase isn't for a filer any more, by a newer roster than its run's; `null`: it still is. A filer without a
 * usable address stays: the sender sees that by the address. A changed date, or a correction, goes to everyone who was
 * told something else.
 * @param now The filer's state by the newer roster; `undefined`: not in there.
 */
export function leftPhase(kind: MessageKind, now: FilerState | undefined): State | 'gone' | null {
  if (!now) return isChange(kind) ? null : 'gone';
  const decision = decide(kind, now);
  return decision.send || decision.reason === 'unreachable' ? null : now.state;
}

/** A phase's audience as it would be decided now. */
export interface CountedAudience {
  readonly mailable: number;
  /** In the audience and not emailed: how many, by why. */
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  /** Filers that the phase isn't for, by state. */
  readonly outside: Readonly<Partial<Record<State, number>>>;
  /** Filers that are emailed, by state. */
  readonly byState: Readonly<Partial<Record<State, number>>>;
}

/** Decides a kind of message for counted filers. Of their flags, only `unreachable` matters to the decision. */
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
      const decision = decide(kind, { state, flags });
      if (decision.send) {
        byState[state] = (byState[state] ?? 0) + count;
        mailable += count;
      } else if (decision.inAudience) skipped[decision.reason] = (skipped[decision.reason] ?? 0) + count;
      else outside[state] = (outside[state] ?? 0) + count;
    }
  }
  return { mailable, skipped, outside, byState };
}

/** An audience without those whose address is suppressed: they are skipped. @param suppressed By state and reason. */
export function withoutSuppressed<Audience extends CountedAudience>(
  audience: Audience,
  suppressed: Readonly<Partial<Record<State, Readonly<Partial<Record<Suppression['reason'], number>>>>>>,
): Audience {
  const byState: Partial<Record<State, number>> = { ...audience.byState };
  const skipped: Partial<Record<SkipReason, number>> = { ...audience.skipped };
  let { mailable } = audience;
  for (const [state, reasons] of Object.entries(suppressed) as [
    State,
    Record<Suppression['reason'], number>,
  ][]) {
    for (const [reason, filers] of Object.entries(reasons) as [Suppression['reason'], number][]) {
      const left = Math.min(filers, byState[state] ?? 0);
      if (left === 0) continue;
      byState[state] = byState[state]! - left;
      skipped[`suppressed-${reason}`] = (skipped[`suppressed-${reason}`] ?? 0) + left;
      mailable -= left;
    }
  }
  return { ...audience, byState, skipped, mailable };
}
