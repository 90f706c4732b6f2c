import type { State } from '../functions/filers/filer-state.ts';
import type { MessageKind } from '../functions/launch/plan.ts';
import type { HoldReason } from '../functions/phases/may-start.ts';
import type { SendStatus } from '../functions/send-log/status.ts';
import type { PhaseOutcome } from './report-figures.ts';

/** States in words, in the order in which tables and charts show them: what is left to do first. */
export const STATE_WORDS: Readonly<Record<State, string>> = {
  'needs-individual-account': 'Needs an account of their own',
  'needs-upgrade': 'Needs to upgrade',
  'verify-account': 'Account to be checked',
  'ready-to-link': 'Ready to link',
  'link-failed': 'Linking failed',
  'awaiting-court': 'Waits for the court',
  conflict: 'Conflict in the roster',
  linked: 'Linked',
  'not-required': 'Not required',
  inactive: 'Inactive',
};

export const KIND_WORDS: Readonly<Record<MessageKind, string>> = {
  notice: 'Notice',
  'pre-outage': 'Warning before the outage',
  'launch-day': 'Launch day',
  'follow-up': 'Follow-up',
  'date-change': 'Change of date',
};

/** Why somebody in the audience got no email. A reason without words is shown as it is. */
const SKIP_WORDS: Readonly<Record<string, string>> = {
  unreachable: 'no usable address',
  'suppressed-hard-bounce': 'an earlier email bounced',
  'suppressed-complaint': 'marked an earlier email as spam',
  conflict: 'conflict in the roster',
  'awaiting-court': 'waits for the court',
  expired: 'too late: the phase had expired',
  cancelled: 'the phase was cancelled',
  'had-before': 'had this email from a run that was cancelled',
  'not-in-roster': 'no longer in the roster',
};

export function skipWords(reason: string): string {
  return SKIP_WORDS[reason] ?? reason;
}

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

export const STATUS_WORDS: Readonly<Record<SendStatus, string>> = {
  waiting: 'not sent yet',
  sent: 'sent, outcome still open',
  delayed: 'delayed by the mail server',
  delivered: 'delivered',
  bounced: 'bounced',
  complained: 'marked the email as spam',
  failed: 'refused by SES',
  skipped: 'not mailed',
  unknown: 'sent or not: unknown',
};

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
