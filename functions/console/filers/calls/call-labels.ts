import type { CallGroup } from '../../../queries/call-list.ts';
import type { PhoneView, SORTS } from './phone-choices.ts';

/** What pages call each reason for a call. */
export const GROUP_LABELS: Readonly<Record<CallGroup, string>> = {
  bounced: 'Emails bounced or stopped',
  'no-address': 'No usable address',
  'soft-bounces': 'Mailbox keeps refusing emails',
  state: 'Needs help',
  court: 'Awaiting the court',
};

/** What pages call each part of the phone list. */
export const VIEW_LABELS: Readonly<Record<PhoneView, string>> = {
  open: 'To call',
  done: 'Done',
  court: 'Awaiting the court',
};

/** What pages call each order of the phone list. */
export const SORT_LABELS: Readonly<Record<(typeof SORTS)[number], string>> = {
  urgency: 'Most urgent first',
  name: 'Name',
  since: 'Waiting longest first',
  'last-call': 'Not called recently first',
};
