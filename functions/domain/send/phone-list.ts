import { otherMailboxes } from '../filer/addresses.ts';
import type { Filer } from '../filer/filer.ts';
import { fullName } from '../filer/full-name.ts';
import { FINAL_STATES, stateRow } from '../filer/rules.ts';
import type { FilerState, State } from '../filer/state.ts';
import type { SendStatus } from './status.ts';
import type { Suppression } from './suppression.ts';

/** Why a filer must be phoned, as codes and in words. */
export const PHONE_REASONS = {
  unreachable: 'The roster has no usable address.',
  'hard-bounce': 'The mailbox permanently refuses emails, and the roster has no other address.',
  'secondary-mailed': 'The mailbox permanently refuses emails. Their other address was tried once.',
  'secondary-bounced': 'The mailbox permanently refuses emails, and so does their other address.',
  'secondary-suppressed':
    'The mailbox permanently refuses emails, and emails to their other address have been stopped.',
  'secondary-not-allowed':
    'The mailbox permanently refuses emails. The plan allows no emails to their other address.',
  'secondary-not-mailed': 'The mailbox permanently refuses emails. No email was sent to their other address.',
  complaint: 'Marked an email as spam: no longer receives emails.',
  asked: 'Asked for their data to be erased and for no further emails.',
  'soft-bounces': 'The mailbox temporarily refused the emails of three phases, and has accepted none since.',
} as const;
/** A code of {@link PHONE_REASONS}, or a state for which filers are called. */
export type PhoneReason = keyof typeof PHONE_REASONS | State;

/** Why a filer must be phoned, as a sentence. */
export function phoneWhy(reason: PhoneReason): string {
  return reason in PHONE_REASONS
    ? PHONE_REASONS[reason as keyof typeof PHONE_REASONS]
    : (callFor(reason as State) ?? '');
}

/** Why filers in this state are called although emails reach them, as a sentence; `undefined`: they aren't. */
function callFor(state: State): string | undefined {
  const { call, attention } = stateRow(state);
  return call ?? attention;
}

/** Whether the court must act before a filer in this state can do anything. */
export function awaitsCourt(state: State): boolean {
  return stateRow(state).call !== undefined;
}

/** A row of the clerk's list. Holds names and numbers: for the clerk's eyes, never for a log. */
export interface PhoneRow {
  readonly filerId: string;
  readonly userId: string;
  /** With the suffix. */
  readonly lastName: string;
  /** With the middle name. */
  readonly firstName: string;
  readonly firm: string;
  readonly phone: string;
  readonly email: string;
  /** Other mailboxes than `email` that the roster knows. */
  readonly others: readonly string[];
  readonly state: string;
  readonly reason: PhoneReason;
  readonly why: string;
  /** Of a bounced mailbox, what happened to the email to the secondary address; `none`: there was none. Otherwise ''. */
  readonly secondary: string;
}

/** Whether a filer in this state is never phoned: there is nothing for them to do. */
export function needsNoCall({ state }: Pick<FilerState, 'state'>): boolean {
  return FINAL_STATES.has(state);
}

/** The row of a filer whom emails don't reach or don't help, or `null`. */
export function phoneRow(
  filer: Filer,
  {
    state,
    suppression,
    keepsBouncing = false,
  }: { state: FilerState; suppression: Suppression | undefined; keepsBouncing?: boolean },
): PhoneRow | null {
  const reason = reasonOf(state, { suppression, keepsBouncing });
  if (!reason) return null;
  return {
    filerId: filer.filerId,
    userId: filer.userId,
    lastName: fullName({ ...filer, firstName: null, middleName: null }),
    firstName: [filer.firstName, filer.middleName].filter(Boolean).join(' '),
    firm: filer.firm ?? '',
    phone: filer.phone ?? '',
    email: filer.email ?? '',
    others: otherMailboxes(filer),
    state: state.state,
    reason,
    why: phoneWhy(reason),
    secondary: '',
  };
}

function reasonOf(
  filerState: FilerState,
  { suppression, keepsBouncing }: { suppression: Suppression | undefined; keepsBouncing: boolean },
): PhoneReason | null {
  const { state, flags } = filerState;
  if (needsNoCall(filerState)) return null;
  if (flags.includes('unreachable')) return 'unreachable';
  if (suppression) return suppression.reason;
  if (keepsBouncing) return 'soft-bounces';
  return callFor(state) === undefined ? null : state;
}

/** What is known about a bounced mailbox's filer beside the bounce. */
interface OtherAddress {
  readonly others: readonly string[];
  /** The status of the email to one of them; `null`: none was released. */
  readonly status: SendStatus | null;
  readonly suppressed: ReadonlyMap<string, unknown>;
  /** Whether the plan allows it; left out: not known. */
  readonly isAllowed?: boolean | undefined;
}

/** Why the filer of a mailbox that bounced permanently must be phoned. */
export function bounceReason({ others, status, suppressed, isAllowed }: OtherAddress): PhoneReason {
  if (status === 'bounced') return 'secondary-bounced';
  if (status !== null && status !== 'skipped') return 'secondary-mailed';
  if (others.length === 0) return 'hard-bounce';
  if (others.every((address) => suppressed.has(address))) return 'secondary-suppressed';
  return isAllowed === false ? 'secondary-not-allowed' : 'secondary-not-mailed';
}
