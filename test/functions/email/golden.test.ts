import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { PIVOT_DAY, PLAN_TO_BE_ANNOUNCED, SAMPLES, SOMEONE, sampleInput } from '#email-samples';
import { STATES } from '../../../functions/domain/filer/state.ts';
import { composeEmail } from '../../../functions/email/compose.ts';

const GOLDEN = `golden/${campaign.name}`;

/** What a person reviews: the headers that a reader sees, and the letter. `npx vitest -u` writes them again. */
async function letterOf(input: Parameters<typeof composeEmail>[0]): Promise<string> {
  const { subject, text } = await composeEmail(input);
  return `To: ${input.to}\nSubject: ${subject}\n\n${text}`;
}

describe('the letters', () => {
  it.each(SAMPLES)('are as reviewed: $kind to $who, $place', async ({ kind, place, who, input }) => {
    await expect(await letterOf(input)).toMatchFileSnapshot(`${GOLDEN}/${kind}/${place}/${who}.txt`);
  });

  it('are as reviewed while the new date is to be announced', async () => {
    const input = sampleInput('date-change', SOMEONE, { plan: PLAN_TO_BE_ANNOUNCED });
    await expect(await letterOf(input)).toMatchFileSnapshot(
      `${GOLDEN}/date-change/${SOMEONE}-to-be-announced.txt`,
    );
  });

  it('are as reviewed where no date was given before, and there is still none', async () => {
    const input = {
      ...sampleInput('date-change', SOMEONE, { plan: PLAN_TO_BE_ANNOUNCED }),
      launchChange: { previous: null },
    };
    await expect(await letterOf(input)).toMatchFileSnapshot(
      `${GOLDEN}/date-change/${SOMEONE}-still-unknown.txt`,
    );
  });

  it('are as reviewed while only the times of the same day have changed', async () => {
    const input = {
      ...sampleInput('date-change', SOMEONE),
      launchChange: { previous: PIVOT_DAY },
    };
    await expect(await letterOf(input)).toMatchFileSnapshot(`${GOLDEN}/date-change/${SOMEONE}-same-day.txt`);
  });

  it('are all still written', () => {
    const written = [
      'lengths.txt',
      ...['same-day', 'still-unknown', 'to-be-announced'].map(
        (change) => `date-change/${SOMEONE}-${change}.txt`,
      ),
      ...SAMPLES.map(({ kind, place, who }) => `${kind}/${place}/${who}.txt`),
      ...SAMPLES.filter(({ who }) => who === SOMEONE).map(
        ({ kind, place }) => `own-texts/${kind}/${place}.txt`,
      ),
    ];
    const kept = readdirSync(join(import.meta.dirname, GOLDEN), { recursive: true, encoding: 'utf8' });
    expect(kept.filter((file) => file.endsWith('.txt')).sort()).toEqual(written.sort());
  });

  it('show every state', () => {
    const shown = new Set(SAMPLES.map(({ input }) => input.state.state));
    expect(STATES.filter((state) => !shown.has(state))).toEqual([]);
  });
});
