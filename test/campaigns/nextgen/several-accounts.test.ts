import { describe, expect, it } from 'vitest';
import { letterOf } from '../../../functions/email/letter.ts';
import { plan, SAMPLES } from '../../support/email/nextgen.ts';
import { wordsOfText } from '../../support/email/reading.ts';

/** What every email after go-live says to the same people if each of them has two CM/ECF accounts. */
const LETTERS = SAMPLES.filter(
  ({ kind, input }) =>
    (kind === 'launch-day' || kind === 'follow-up') && input.state.state !== 'awaiting-court',
).map(({ input, ...sample }) => ({ ...sample, input: { ...input, otherAccounts: ['jdoe2'] } }));
const FIXES = wordsOfText(plan.wording.linkingFails!);

describe('an email to a person with several CM/ECF accounts', () => {
  it.each(LETTERS)('asks first, before it says how to link: $kind to $who, $place', ({ input }) => {
    const { subject, text } = letterOf(input);
    expect(subject).not.toMatch(/(?<!ask how to )link it|link it again/);
    const words = wordsOfText(text);
    const asks = words.indexOf('Before you link, ask our help desk: two CM/ECF accounts in this court');
    expect(asks).toBeGreaterThan(0);
    for (const how of [FIXES, 'Sign in to CM/ECF with']) expect(words.indexOf(how)).toBeGreaterThan(asks);
  });

  it.each(LETTERS)('asks nothing where each account is linked apart: $kind to $who, $place', ({ input }) => {
    const apart = { ...plan, court: { ...plan.court, severalAccounts: 'link-apart' as const } };
    const { subject, text } = letterOf({ ...input, plan: apart });
    const words = wordsOfText(text);
    expect(`${subject} ${words}`).not.toMatch(/ask (our help desk )?how to link/i);
    expect(words).toContain('Link each of your CM/ECF accounts in this court to a PACER account of its own');
  });
});
