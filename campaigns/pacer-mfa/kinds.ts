import type { Kind, Table } from '../campaign.ts';
import type { State } from './states.ts';

type Anchor = 'opens' | 'deadline';

const OUTSIDE = ['inactive', 'exempt'] as const satisfies readonly State[];
const DONE = [...OUTSIDE, 'enrolled'] as const satisfies readonly State[];

/** Who gets what, and when. */
export const kinds = {
  announcement: {
    label: 'Announcement',
    without: OUTSIDE,
    skipped: [],
    before: 'deadline',
    expires: { days: 7, words: 'seven days later at the same time of day, but no later than the deadline' },
    thread: 'starts',
  },
  reminder: {
    label: 'Reminder',
    without: DONE,
    skipped: [],
    before: 'deadline',
    expires: { days: 3, words: 'three days later at the same time of day, but no later than the deadline' },
    needsProgress: true,
  },
  'deadline-warning': {
    label: 'Deadline warning',
    without: DONE,
    skipped: [],
    before: 'deadline',
    expires: { words: 'at the deadline' },
    needsProgress: true,
  },
  'enforcement-day': {
    label: 'Enforcement day',
    without: DONE,
    skipped: [],
    from: 'deadline',
    expires: { days: 1, words: 'the next day at the same time of day' },
    isAfter: true,
    needsProgress: true,
    gate: { member: 'confirmEnforced', claim: 'PACER requires MFA' },
  },
  'follow-up': {
    label: 'Follow-up',
    without: DONE,
    skipped: ['needs-checking'],
    after: 'deadline',
    expires: { days: 2, words: 'two days later at the same time of day' },
    isAfter: true,
    needsProgress: true,
    thread: 'continues',
  },
} as const satisfies Table<
  Kind & { readonly before?: Anchor; readonly from?: Anchor; readonly after?: Anchor }
>;
