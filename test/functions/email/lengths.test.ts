import { describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { plan, SAMPLES } from '#email-samples';
import { DATE_CHANGE, kindOf } from '../../../functions/domain/plan/kinds.ts';
import { planSchema } from '../../../functions/domain/plan/plan.ts';
import { letterOf } from '../../../functions/email/letter.ts';
import { modelOf } from '../../../functions/email/model-of.ts';

/** Only our own words count, not the court's. */
const SILENT = planSchema.parse({ ...plan, wording: {} });

/** The most words for a filer with one step left; a change of dates also says what it was before. */
const MAX_WORDS = 180;
const MAX_CHANGE_WORDS = 210;
/** What steps a filer has besides those that everyone has until go-live. */
const EVERYONES = new Set(['password', 'link', 'address', 'enroll']);

const LENGTHS = SAMPLES.map(({ kind, place, who, input }) => {
  const text = letterOf({ ...input, plan: SILENT }).text;
  const { step, is } = modelOf(input);
  const steps = Object.entries(step).filter(([name, number]) => number > 0 && !EVERYONES.has(name)).length;
  return {
    kind,
    place,
    who,
    words: wordsOf(text),
    isSimple:
      steps <= 1 &&
      !is.sharedAddress &&
      !is.hasOtherAccounts &&
      !input.state.flags.includes('contradiction' as never),
    input,
  };
});

/** Words from the greeting on, without contacts and footer. */
function wordsOf(text: string): number {
  const body = text
    .slice(text.indexOf('Dear '), text.indexOf('How to know that'))
    .replace(
      /Who can help\n-+\n(?:[\s\S]*?)(?=\n\n[^\n]+\n-+\n|\n\nW(?:hat has changed|hy you received)|$)/,
      '',
    );
  return body.match(/[A-Za-z0-9][\w'@./:<>-]*/g)?.length ?? 0;
}

describe('the length of an email', () => {
  it.each(LENGTHS.filter(({ input, isSimple }) => isShort(input) && isSimple))(
    `is at most ${MAX_WORDS} words after the first one, with one step left: $kind to $who, $place`,
    ({ kind, words }) => {
      expect(words).toBeLessThanOrEqual(kind === DATE_CHANGE ? MAX_CHANGE_WORDS : MAX_WORDS);
    },
  );

  it('is as reviewed', async () => {
    const lines = LENGTHS.map(
      ({ kind, place, who, words }) => `${String(words).padStart(4)}  ${kind}, ${place}: ${who}`,
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`golden/${campaign.name}/lengths.txt`);
  });
});

/** An email before the pivot to a filer who knows what it is about, also where their state is new. */
function isShort({ kind, earlier }: (typeof SAMPLES)[number]['input']): boolean {
  return kind === DATE_CHANGE || (kindOf(kind).before !== undefined && earlier !== undefined);
}
