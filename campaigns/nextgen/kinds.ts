import type { Kind, Table } from '../campaign.ts';
import type { State } from './states.ts';

type Anchor = 'go-live' | 'outage-start' | 'outage-end';

const DONE = ['inactive', 'not-required', 'linked'] as const satisfies readonly State[];

/** Who gets what, and when. */
export const kinds = {
  notice: {
    label: 'Notice',
    without: DONE,
    skipped: [],
    before: 'outage-start',
    expires: {
      days: 3,
      words: 'three days later at the same time of day, but never later than the start of the filing outage',
    },
    thread: 'starts',
  },
  'pre-outage': {
    label: 'Pre-outage warning',
    without: ['inactive', 'not-required'],
    skipped: [],
    before: 'outage-start',
    expires: { words: 'at the start of the filing outage' },
  },
  'launch-day': {
    label: 'Launch day',
    without: DONE,
    skipped: [],
    from: 'go-live',
    expires: { days: 1, words: 'on the next day at the same time of day' },
    isAfter: true,
    gate: { member: 'confirmFilingOpen', claim: 'filing is open' },
  },
  'follow-up': {
    label: 'Follow-up',
    without: DONE,
    skipped: ['conflict', 'awaiting-court'],
    after: 'go-live',
    expires: { days: 2, words: 'two days later at the same time of day' },
    isAfter: true,
    needsProgress: true,
    thread: 'continues',
  },
} as const satisfies Table<
  Kind & { readonly before?: Anchor; readonly from?: Anchor; readonly after?: Anchor }
>;
