import type { Suppression } from '../feedback/suppression.client.ts';
import type { Filer } from '../filers/filer.ts';
import type { FilerState } from '../filers/filer-state.ts';

/** Why somebody must be phoned, as codes and in words. */
export const PHONE_REASONS = {
  unreachable: 'The roster has no usable address.',
  'hard-bounce': 'The mailbox refuses emails for good.',
  complaint: 'Marked an email as spam: never mailed again.',
  conflict: 'The roster contradicts itself: the court must look.',
  'awaiting-court': 'The court must act first.',
} as const;
export type PhoneReason = keyof typeof PHONE_REASONS;

/** A row of the clerk's list. Holds names and numbers: for the clerk's eyes, never for a log. */
export interface PhoneRow {
  readonly filerId: string;
  readonly userId: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly firm: string;
  readonly phone: string;
  readonly email: string;
  readonly state: string;
  readonly reason: PhoneReason;
  readonly why: string;
  /** Of a bounced mailbox, what became of the email to the secondary address; `none`: there was none. Otherwise ''. */
  readonly secondary: string;
}

/** Who needs nothing of us isn't phoned. */
const NOTHING_TO_SAY: readonly FilerState['state'][] = ['inactive', 'not-required', 'linked'];

/** The row of a filer whom emails don't reach or don't help, or `null`. */
export function phoneRow(
  filer: Filer,
  { state, suppression }: { state: FilerState; suppression: Suppression | undefined },
): PhoneRow | null {
  const reason = reasonOf(state, suppression);
  if (!reason) return null;
  return {
    filerId: filer.filerId,
    userId: filer.userId,
    lastName: filer.lastName,
    firstName: filer.firstName ?? '',
    firm: filer.firm ?? '',
    phone: filer.phone ?? '',
    email: filer.email ?? '',
    state: state.state,
    reason,
    why: PHONE_REASONS[reason],
    secondary: '',
  };
}

function reasonOf({ state, flags }: FilerState, suppression: Suppression | undefined): PhoneReason | null {
  if (NOTHING_TO_SAY.includes(state)) return null;
  if (flags.includes('unreachable')) return 'unreachable';
  if (suppression) return suppression.reason;
  return state === 'conflict' || state === 'awaiting-court' ? state : null;
}
