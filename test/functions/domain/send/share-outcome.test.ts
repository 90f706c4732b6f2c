import { describe, expect, it } from 'vitest';
import { endsShare, type SesAnswer, shareOutcome } from '../../../../functions/domain/send/share-outcome.ts';

const SENT: SesAnswer = { outcome: 'sent', messageId: 'm' };
const FAILED: SesAnswer = { outcome: 'failed', reason: 'ses-MessageRejected' };
const UNKNOWN: SesAnswer = { outcome: 'unknown', reason: 'ses-500' };
const THROTTLED: SesAnswer = { outcome: 'throttled' };
const REFUSED: SesAnswer = { outcome: 'refused-all', reason: 'ses-daily-quota' };

const CASES: [what: string, answers: (SesAnswer | undefined)[], outcome: object][] = [
  ['nothing', [], { answers: [], notSent: [], throttled: false }],
  [
    'definite answers and none',
    [SENT, FAILED, UNKNOWN],
    {
      answers: [
        { attempt: 0, kind: 'sent', messageId: 'm' },
        { attempt: 1, kind: 'failed', reason: 'ses-MessageRejected' },
        { attempt: 2, kind: 'unknown', reason: 'ses-500' },
      ],
      notSent: [],
      throttled: false,
    },
  ],
  [
    'a throttle, and the rest that was never given to SES',
    [SENT, THROTTLED, undefined],
    { answers: [{ attempt: 0, kind: 'sent', messageId: 'm' }], notSent: [1, 2], throttled: true },
  ],
  [
    'a refusal of every email',
    [REFUSED, undefined],
    { answers: [], notSent: [0, 1], throttled: false, refusedAll: 'ses-daily-quota' },
  ],
];

describe('shareOutcome', () => {
  it.each(CASES)('of %s', (_what, answers, outcome) => {
    expect(shareOutcome(answers.map((answer, attempt) => ({ attempt, answer })))).toEqual(outcome);
  });
});

describe('endsShare', () => {
  it.each([
    [SENT, false],
    [FAILED, false],
    [UNKNOWN, false],
    [THROTTLED, true],
    [REFUSED, true],
  ])('%o: %s', (answer, ends) => {
    expect(endsShare(answer)).toBe(ends);
  });
});
