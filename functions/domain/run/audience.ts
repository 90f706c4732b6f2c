import { type FilerState, STATES, type State } from '../filer/state.ts';
import { type MessageKind, PHASE_KINDS } from '../plan/plan.ts';

/** Why somebody gets no email of a phase. */
export type DecisionReason =
  | Extract<State, 'inactive' | 'not-required' | 'linked' | 'conflict' | 'awaiting-court'>
  | 'unreachable';

export type Decision =
  | { readonly send: true }
  | {
      readonly send: false;
      /** `false`: the phase isn't for them, and nothing is logged. */
      readonly inAudience: boolean;
      readonly reason: DecisionReason;
    };

interface Audience {
  /** States that the phase isn't for. */
  readonly without: readonly State[];
  /** States that are skipped, and listed for the clerk: a person must act first. */
  readonly skipped: readonly State[];
}

/** Who gets what: every state that isn't named here is mailed. */
export const AUDIENCES: Readonly<Record<MessageKind, Audience>> = {
  notice: { without: ['inactive', 'not-required', 'linked'], skipped: [] },
  'pre-outage': { without: ['inactive', 'not-required'], skipped: [] },
  'launch-day': { without: ['inactive', 'not-required', 'linked'], skipped: [] },
  'follow-up': {
    without: ['inactive', 'not-required', 'linked'],
    skipped: ['conflict', 'awaiting-court'],
  },
  // Whoever was told another date, whatever became of them since.
  'date-change': { without: [], skipped: [] },
};

const NEVER_MAILED: ReadonlySet<State> = new Set(
  STATES.filter((state) => PHASE_KINDS.every((kind) => AUDIENCES[kind].without.includes(state))),
);

/** Whether any phase is for filers in this state. */
export function isEverMailed(state: State): boolean {
  return !NEVER_MAILED.has(state);
}

/** Decides whether a filer in this state gets the phase's email. */
export function decide(kind: MessageKind, { state, flags }: FilerState): Decision {
  const { without, skipped } = AUDIENCES[kind];
  if (without.includes(state)) return { send: false, inAudience: false, reason: state as DecisionReason };
  if (skipped.includes(state)) return { send: false, inAudience: true, reason: state as DecisionReason };
  if (flags.includes('unreachable')) return { send: false, inAudience: true, reason: 'unreachable' };
  return { send: true };
}
