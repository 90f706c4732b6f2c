import { describe, expect, it } from 'vitest';
import { FULL_PLAN, PEOPLE, PLAN_TO_BE_ANNOUNCED, SAMPLES, sampleInput } from '#email-samples';
import { MESSAGE_KINDS } from '../../../functions/domain/plan/kinds.ts';
import { composeEmail } from '../../../functions/email/compose.ts';
import { meetingsIn, wordsOfHtml, wordsOfText } from '../../support/email/reading.ts';

const bare = (words: string) => words.replaceAll(/[<>()¶]|: | $/g, ' ').replaceAll(/[\s:.]+/g, ' ');

describe('the HTML and the text of an email', () => {
  it.each(SAMPLES)(
    'carry the same titles, dates, addresses and numbers in order: $kind to $who, $place',
    async ({ input }) => {
      const { html, text } = await composeEmail(input);
      const met = meetingsIn(wordsOfText(text));
      expect(met.length).toBeGreaterThan(8);
      expect(meetingsIn(wordsOfHtml(html))).toEqual(met);
    },
  );

  it.each(MESSAGE_KINDS)('say word for word the same: %s', async (kind) => {
    for (const plan of [FULL_PLAN, PLAN_TO_BE_ANNOUNCED])
      for (const who of Object.keys(PEOPLE)) {
        const { html, text } = await composeEmail(sampleInput(kind, who, { plan }));
        expect(bare(wordsOfHtml(html)).replaceAll(/\d+ /g, '')).toBe(
          bare(wordsOfText(text))
            .replaceAll(/(^| )- /g, ' ')
            .replaceAll(/\d+ /g, ''),
        );
      }
  });
});
