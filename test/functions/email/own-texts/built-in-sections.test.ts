import { describe, expect, it } from 'vitest';
import { SAMPLES, SOMEONE, sampleInput } from '#email-samples';
import { DATE_CHANGE, MESSAGES } from '../../../../functions/domain/plan/kinds.ts';
import { builtInText, sectionsShown } from '../../../../functions/email/built-in-sections.ts';
import { composeEmail } from '../../../../functions/email/compose.ts';
import { checkOwnText } from '../../../../functions/email/markdown/check-own-text.ts';
import { modelOf } from '../../../../functions/email/model-of.ts';
import { PLACEHOLDERS } from '../../../../functions/email/placeholders.ts';
import { messageLabel, placeLabel, sectionsOf } from '../../../../functions/email/sections.ts';
import { planWithTexts } from '../../../support/email/own-texts.ts';

/** A link that ends a section shows its address below, and is otherwise followed by it. */
const bare = (text: string) => text.replaceAll(/[<>:\s.]+/g, ' ');

describe('builtInText', () => {
  it('is a text that a court may have, and an email with it says what it said before', async () => {
    for (const { kind, input } of SAMPLES) {
      const model = modelOf(input);
      const texts = [...sectionsShown(kind, model)].map((section): [string, string] => [
        `${kind}/${section}`,
        builtInText(kind, section, model),
      ]);
      for (const [place, text] of texts) {
        const problems = checkOwnText(text, { domains: ['uscourts.gov'], placeholders: PLACEHOLDERS });
        expect([place, text, problems]).toEqual([place, text, []]);
      }
      const plan = planWithTexts(Object.fromEntries(texts), input.plan);
      const [own, built] = [await composeEmail({ ...input, plan }), await composeEmail(input)];
      expect(bare(own.text)).toBe(bare(built.text));
    }
  });

  it('names what the plan says by placeholders', () => {
    const text = builtInText(DATE_CHANGE, 'help', modelOf(sampleInput(DATE_CHANGE, SOMEONE)));
    expect(text).toContain('[{{help-desk-email}}](mailto:{{help-desk-email}})');
    expect(text).toContain('{{pacer-hours}}');
  });
});

describe('sectionsShown', () => {
  it('finds only sections that the message has', () => {
    for (const { kind, input } of SAMPLES) {
      const known = sectionsOf(kind).map(({ id }) => id);
      const shown = [...sectionsShown(kind, modelOf(input))];
      expect(shown.filter((section) => !known.includes(section))).toEqual([]);
      expect(shown).toContain('help');
    }
  });
});

describe('placeLabel', () => {
  it('names message and section', () => {
    expect(placeLabel('help')).toBe('Every message: Who can help');
    expect(placeLabel(`${DATE_CHANGE}/opening`)).toBe('Change of dates: Opening');
    expect(MESSAGES.map(messageLabel)).toContain('Public notice');
  });
});
