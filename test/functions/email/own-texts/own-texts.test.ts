import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { DAYS, FULL_PLAN, PEOPLE, PLAN_TO_BE_ANNOUNCED, SAMPLES, SOMEONE, sampleInput } from '#email-samples';
import { DATE_CHANGE } from '../../../../functions/domain/plan/kinds.ts';
import { placeholdersFor } from '../../../../functions/email/check-sections.ts';
import { composeEmail } from '../../../../functions/email/compose.ts';
import { NAMES } from '../../../../functions/email/names.ts';
import { PLACEHOLDERS } from '../../../../functions/email/placeholders.ts';
import { publicPage } from '../../../../functions/email/public-page.ts';
import { planWithTexts, RICH_TEXT } from '../../../support/email/own-texts.ts';
import { wordsOfHtml, wordsOfText } from '../../../support/email/reading.ts';

/** Without what marks lists, titles and links. */
const bare = (words: string) => words.replaceAll(/[<>()¶:.\d\s-]+/g, ' ').trim();
/** The placeholder of the pivot's date. */
const [dateName] = Object.entries(campaign.email.placeholders).find(([, { at }]) => at.endsWith('.date'))!;
const DATED = planWithTexts({ help: `Call before {{${dateName}}}.` });
const LATER = planWithTexts({ help: `Call before {{${dateName}}}.` }, PLAN_TO_BE_ANNOUNCED);
const [{ kind }] = SAMPLES as readonly [(typeof SAMPLES)[number]];

describe("a court's own text", () => {
  it('replaces the built-in one, in every message, and says the same in HTML and text', async () => {
    const plan = planWithTexts({ help: RICH_TEXT, closing: 'Yours,\n{{sender-name}}' });
    for (const { input } of SAMPLES) {
      const { html, text } = await composeEmail({ ...input, plan });
      const built = await composeEmail({ ...input, plan: FULL_PLAN });
      expect(text).toContain('Call us first.');
      expect(text.trimEnd().endsWith(`\nYours,\n${plan.court.sender.name}`)).toBe(true);
      expect(built.text).not.toContain('Call us first.');
      expect(bare(wordsOfHtml(html))).toBe(bare(wordsOfText(text)));
    }
  });

  it.each(SAMPLES.filter(({ who }) => who === SOMEONE))(
    'is as reviewed: $kind, $place',
    async ({ kind, place, input }) => {
      const plan = planWithTexts({
        help: RICH_TEXT,
        [`${kind}/opening`]: 'Dear {{filer-name}}, this is new.\nTruly.',
      });
      const { text } = await composeEmail({ ...input, plan });
      await expect(text).toMatchFileSnapshot(`../golden/${campaign.name}/own-texts/${kind}/${place}.txt`);
    },
  );

  it('for one message comes before the text for all', async () => {
    const plan = planWithTexts({ help: 'For all.', [`${kind}/help`]: 'For this one.' });
    expect((await composeEmail(sampleInput(kind, SOMEONE, { plan }))).text).toContain('For this one.');
    const other = (await composeEmail(sampleInput(DATE_CHANGE, SOMEONE, { plan }))).text;
    expect(other).toContain('For all.');
    expect(other).not.toContain('For this one.');
  });

  it('is on the page for the court’s website too', () => {
    const at = Temporal.Instant.from(`${DAYS.before}T13:00:00Z`);
    expect(publicPage(planWithTexts({ help: 'Ask **us**.' }), at)).toContain('Ask <strong>us</strong>.');
  });

  it('names a date of the plan, and says so while there is none', async () => {
    const day = (await composeEmail(sampleInput(kind, SOMEONE, { plan: DATED }))).text;
    expect(day).toMatch(/Call before \w+ \d+, \d{4}\./);
    const none = (await composeEmail(sampleInput(DATE_CHANGE, SOMEONE, { plan: LATER }))).text;
    expect(none).toContain('Call before a date to be announced.');
  });

  it('has its values escaped in HTML, and as they are in text', async () => {
    const court = { ...FULL_PLAN.court, sender: { ...FULL_PLAN.court.sender, name: 'A & <b>B</b> "C"' } };
    const plan = planWithTexts({ help: 'From {{sender-name}}.' }, { ...FULL_PLAN, court });
    const { html, text } = await composeEmail(sampleInput(kind, SOMEONE, { plan }));
    expect(html).toContain('From A &amp; &lt;b&gt;B&lt;/b&gt; &quot;C&quot;.');
    expect(text).toContain('From A & <b>B</b> "C".');
  });

  it('is never left out: an email whose plan was not checked is not made', async () => {
    const plan = { ...FULL_PLAN, sectionTexts: { help: { text: 'Ask us.' } } };
    await expect(composeEmail(sampleInput(kind, SOMEONE, { plan }))).rejects.toThrow(
      'Cannot use the text of section help because its plan must be checked first',
    );
  });

  it('can name each placeholder, in an email to anyone', async () => {
    const plan = planWithTexts({
      help: [...PLACEHOLDERS.keys()].map((name) => `${name}={{${name}}}`).join('\n'),
    });
    for (const who of Object.keys(PEOPLE)) {
      const { text } = await composeEmail(sampleInput(DATE_CHANGE, who, { plan }));
      for (const name of PLACEHOLDERS.keys())
        expect(text.replaceAll('\n', ' ')).toMatch(new RegExp(`${name}= ?\\S`));
    }
  });

  it('can name only what templates can', () => {
    expect([...PLACEHOLDERS.values()].map(({ at }) => at).filter((at) => !NAMES.has(at))).toEqual([]);
    expect(placeholdersFor(['public-notice']).has('filer-name')).toBe(false);
    expect(placeholdersFor([kind]).has('filer-name')).toBe(true);
  });
});
