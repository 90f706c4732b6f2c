import { describe, expect, it } from 'vitest';
import { STATES } from '../../../functions/domain/filer/state.ts';
import { composeEmail } from '../../../functions/email/compose.ts';
import { SAMPLES, sampleInput } from '../../support/email/people.ts';
import { PLAN_TO_BE_ANNOUNCED } from '../../support/email/plans.ts';

/** What a person reviews: the headers that a reader sees, and the letter. `npx vitest -u` writes them anew. */
async function letterOf(input: Parameters<typeof composeEmail>[0]): Promise<string> {
  const { subject, text } = await composeEmail(input);
  return `To: ${input.to}\nSubject: ${subject}\n\n${text}`;
}

describe('the letters', () => {
  it.each(SAMPLES)('are as reviewed: $kind to $who', async ({ kind, who, input }) => {
    await expect(await letterOf(input)).toMatchFileSnapshot(`golden/${kind}/${who}.txt`);
  });

  it('are as reviewed while the new date is to be announced', async () => {
    const input = sampleInput('date-change', 'legacy', PLAN_TO_BE_ANNOUNCED);
    await expect(await letterOf(input)).toMatchFileSnapshot('golden/date-change/legacy-to-be-announced.txt');
  });

  it('are as reviewed while only the times of the same day have changed', async () => {
    const input = { ...sampleInput('date-change', 'legacy'), launchChange: { previous: '2018-10-22' } };
    await expect(await letterOf(input)).toMatchFileSnapshot('golden/date-change/legacy-same-day.txt');
  });

  it('show every state', () => {
    const shown = new Set(SAMPLES.map(({ input }) => input.state.state));
    expect(STATES.filter((state) => !shown.has(state))).toEqual([]);
  });
});
