import { describe, expect, it } from 'vitest';
import { plan, SAMPLES } from '#email-samples';
import { planSchema } from '../../../functions/domain/plan/plan.ts';
import { composeEmail } from '../../../functions/email/compose.ts';

/** Only our own words are judged, not the clerk's. */
const SILENT = planSchema.parse({ ...plan, wording: {} });

/** Names that a reader knows, and dates and addresses: as one short word each. */
const KNOWN =
  /https:\/\/\S+|\S+@\S+|<\S+>|United States Bankruptcy Court for the Southern District of New York|NextGen CM\/ECF|CM\/ECF|PACER|(?:[A-Z][a-z]+day, )?[A-Z][a-z]+ \d+, \d{4}(?:, [\d:]+ [ap]\.m\. Eastern Time)?|\d[\d:-]*(?: [ap]\.m\.)?/g;

/** Flesch-Kincaid grade of the letter's sentences. */
function gradeOf(text: string): { grade: number; longest: string } {
  const body = text.slice(text.indexOf('Dear '), text.indexOf('Who can help'));
  const sentences = body
    .replaceAll(/\n-+\n/g, '.\n')
    .split(/\n\n|\n(?=- |\d+\. )/)
    .flatMap((block) =>
      block
        .replaceAll(/\s+/g, ' ')
        .replaceAll(KNOWN, 'it')
        .split(/(?<=[.?!:])\s+/),
    )
    .map((sentence) => sentence.match(/[A-Za-z']+/g) ?? [])
    .filter((words) => words.length > 1);
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  const longest = sentences.toSorted((one, other) => other.length - one.length)[0]!.join(' ');
  return { grade, longest };
}

function syllablesOf(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/e$|es$|(?<![td])ed$/, '')
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 1);
}

describe('the wording', () => {
  it.each(SAMPLES)('reads at grade 8 or below, in short sentences: $kind to $who', async ({ input }) => {
    const { text } = await composeEmail({ ...input, plan: SILENT });
    const { grade, longest } = gradeOf(text);
    expect(grade).toBeLessThanOrEqual(8);
    expect(longest.split(' ').length, longest).toBeLessThanOrEqual(30);
  });

  it('asks nobody to send anything personal', async () => {
    for (const { input } of SAMPLES) {
      const { text } = await composeEmail(input);
      expect(text).toContain('We never ask for your password by email.');
      expect(text).not.toMatch(/\b(reply|send|email) (us|me) (your|the) (password|login|date|number)/i);
    }
  });
});
