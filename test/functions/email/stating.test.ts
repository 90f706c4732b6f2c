import { describe, expect, it } from 'vitest';
import { correctedFacts } from '../../../functions/email/stating.ts';
import { planWithTexts } from '../../support/email/own-texts.ts';

describe('correctedFacts', () => {
  it('names what a court’s own text carries, not its place in a plan', () => {
    const before = planWithTexts({ help: 'Call 212-555-0100, or call PACER.' });
    const now = planWithTexts({ help: 'Call 212-555-0199, or call PACER.' });
    expect(correctedFacts([['text:help', before]], now)).toEqual([
      { label: 'Phone numbers, email addresses and links', was: '212-555-0100', now: '212-555-0199' },
    ]);
  });
});
