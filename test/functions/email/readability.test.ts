import { mkdir, writeFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { plan, SAMPLES } from '#email-samples';
import { planSchema } from '../../../functions/domain/plan/plan.ts';
import { composeEmail } from '../../../functions/email/compose.ts';
import { type Reading, readingOf } from '../../support/email/readability.ts';

/** Only our own words are judged, not the clerk's. */
const SILENT = planSchema.parse({ ...plan, wording: {} });

const MAX_GRADE = 8;
const MAX_SENTENCE = 30;

const readings: (Reading & { readonly kind: string; readonly who: string })[] = [];

afterAll(async () => {
  await mkdir('out', { recursive: true });
  await writeFile(`out/readability-${campaign.name}.md`, report());
});

/** Every letter with its grade, the hardest first. */
function report(): string {
  const rows = readings
    .toSorted((one, other) => other.grade - one.grade)
    .map(({ kind, who, grade, words, sentences }) => {
      return `| ${kind} | ${who} | ${grade.toFixed(1)} | ${words} | ${(words / sentences).toFixed(1)} |`;
    });
  return [
    '| message | filer | grade | words | words a sentence |',
    '|---|---|--:|--:|--:|',
    ...rows,
    '',
  ].join('\n');
}

describe('the measure', () => {
  it.each([
    ['The cat sat on the mat.', -1.45, 6],
    [
      'Registration of an individual account constitutes a necessary prerequisite to electronic participation in proceedings.',
      22.74,
      14,
    ],
  ])('gives a sentence the grade that its formula has: %s', (sentence, grade, words) => {
    const reading = readingOf(`Dear Ms. Doe,\n\nHelp\n----\n\n${sentence}\n\nWho can help`);
    expect([reading.grade.toFixed(1), reading.words, reading.sentences]).toEqual([
      grade.toFixed(1),
      words,
      1,
    ]);
  });
});

describe('the wording', () => {
  it.each(SAMPLES)(
    'reads at grade 8 or below, in short sentences: $kind to $who, $place',
    async ({ kind, place, who, input }) => {
      const { text } = await composeEmail({ ...input, plan: SILENT });
      const reading = readingOf(text);
      readings.push({ ...reading, kind: `${kind}, ${place}`, who });
      expect(reading.grade).toBeLessThanOrEqual(MAX_GRADE);
      expect(reading.longest.split(' ').length, reading.longest).toBeLessThanOrEqual(MAX_SENTENCE);
    },
  );

  it('asks no one to send anything personal', async () => {
    for (const { input } of SAMPLES) {
      const { text } = await composeEmail(input);
      expect(text).toContain('We never ask for your password by email.');
      expect(text).not.toMatch(/\b(reply|send|email) (us|me) (your|the) (password|login|date|number)/i);
    }
  });
});
