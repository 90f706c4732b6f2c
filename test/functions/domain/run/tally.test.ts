import { describe, expect, it } from 'vitest';
import { tallyOf, tallyWords } from '../../../../functions/domain/run/tally.ts';

const wordsOf = (byStatus: Parameters<typeof tallyOf>[0]['byStatus'], isExact = true) =>
  tallyWords(tallyOf({ byStatus, skippedBy: {} }), { isExact });

describe('tallyWords', () => {
  it('says what happened to the audience', () => {
    const counts = { delivered: 2, bounced: 1, waiting: 30, skipped: 1, failed: 1 };
    expect(wordsOf(counts)).toBe('35 filers: 3 sent, 30 waiting, 2 not sent');
    expect(wordsOf(counts, false)).toBe('35 filers: about 3 sent, about 30 waiting, 2 not sent');
    expect(wordsOf({ unknown: 1 })).toBe('1 filer: 0 sent, 0 waiting, 0 not sent, 1 unconfirmed');
  });

  it('counts nothing where there was no one to email', () => {
    expect(wordsOf({})).toBe('No filers to email');
    expect(wordsOf({}, false)).toBe('No filers to email');
  });
});
