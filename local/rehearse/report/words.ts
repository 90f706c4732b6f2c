import { STATE_WORDS, type State } from '../../../functions/domain/filer/state.ts';
import type { MessageKind } from '../../../functions/domain/plan/plan.ts';
import type { HoldReason } from '../../../functions/domain/run/may-start.ts';
import type { PhaseOutcome } from './figures.ts';

export const KIND_WORDS: Readonly<Record<MessageKind, string>> = {
  notice: 'Notice',
  'pre-outage': 'Warning before the outage',
  'launch-day': 'Launch day',
  'follow-up': 'Follow-up',
  'date-change': 'Change of date',
};

/** Why a phase waits, or never started, and what would let it start. */
const HOLD_WORDS: Readonly<Record<HoldReason, string>> = {
  'held-by-plan': 'the plan holds it ("hold": true)',
  'needs-release': 'somebody must approve it',
  'filing-open-unconfirmed': 'somebody must confirm that filing is open',
  'no-roster': 'no roster is in force',
  'link-status-stale': 'link status is too old: an update with link_status must come in before it',
  missed: 'its hour had passed before it could start',
  expired: 'it had expired before it could start',
  cancelled: 'its run was cancelled by a newer plan: somebody must release it again',
  'has-run': 'it has run already, at the time of an earlier plan',
  'sends-unsettled': 'emails of a cancelled run are still on their way',
};

/** Words for what holds a phase or cancelled it; a reason without words is shown as it is. */
export function reasonWords(reason: string): string {
  return (HOLD_WORDS as Readonly<Record<string, string>>)[reason] ?? reason;
}

export const OUTCOME_WORDS: Readonly<Record<PhaseOutcome, string>> = {
  done: 'done',
  sending: 'not finished',
  held: 'held',
  cancelled: 'cancelled',
  'not-started': 'not started',
};

/**
 * `1 filer`, `2 filers`, `1,024 emails`.
 * @param noun The word, or the word and its plural where that doesn't just take an s.
 */
export function counted(count: number, noun: string | readonly [string, string]): string {
  const [one, many] = typeof noun === 'string' ? [noun, `${noun}s`] : noun;
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** States with their counts, most work first, without those of nobody. */
export function statesInOrder(byState: Readonly<Partial<Record<State, number>>>): [State, number][] {
  return (Object.keys(STATE_WORDS) as State[]).flatMap((state) =>
    byState[state] ? [[state, byState[state]] as [State, number]] : [],
  );
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
