import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stateOf } from '../../../functions/domain/filer/rules.ts';
import { phasesOf, pivotDate } from '../../../functions/domain/plan/phases.ts';
import { datesOf } from '../../../functions/domain/plan/plan-version.ts';
import type { EarlierEmail, EmailInput } from '../../../functions/email/email-input.ts';
import { letterOf } from '../../../functions/email/letter.ts';
import { sampleInput } from '../../support/email/people.ts';
import { plan } from '../../support/email/samples.ts';
import { FILERS } from '../../support/email/seed-filers.ts';

/** Sample filers, and the first phase in which the roster has them. */
const READERS = [
  ['legacy', 0],
  ['upgraded', 0],
  ['shared', 2],
] as const;

/** The subjects that a filer gets through the whole launch; empty before the roster has them. */
function subjectsOf(who: (typeof READERS)[number][0], from: number): string[] {
  const filer = FILERS[who];
  const state = stateOf(filer, pivotDate(plan));
  let earlier: EarlierEmail | undefined;
  return phasesOf(plan).map((phase, index) => {
    if (index < from) return '';
    const input: EmailInput = {
      ...{ plan, kind: phase.kind, phase, filer, state, to: filer.email! },
      at: phase.at.toInstant(),
      ...(earlier && { earlier }),
    };
    earlier = { kind: phase.kind, state: state.state, dates: datesOf(plan) };
    return letterOf(input).subject;
  });
}

describe('the subjects through a launch', () => {
  it('are those of the table in docs/emails.md', () => {
    const docs = readFileSync('docs/emails.md', 'utf8');
    const columns = READERS.map(([who, from]) => subjectsOf(who, from));
    const rows = phasesOf(plan).map(({ at }, row) => {
      const day = at.toPlainDate().toLocaleString('en-US', { month: 'short', day: 'numeric' });
      return `| ${[day, ...columns.map((column) => column[row]!)].join(' | ')} |\n`.replaceAll(/ {2,}/g, ' ');
    });
    expect(docs).toContain(`| --- | --- | --- | --- |\n${rows.join('')}\n`);
  });

  it.each(READERS)('never repeat, and begin with the court: %s', (who, from) => {
    const subjects = subjectsOf(who, from).filter((subject) => subject !== '');
    expect(new Set(subjects).size).toBe(subjects.length);
    for (const subject of subjects) expect(subject).toMatch(/^NYSB\b/);
  });
});

describe('a state that only the clerk sees', () => {
  it.each([
    ['comes after its verdict', 'conflict', 'needs-upgrade'],
    ['comes before its verdict', 'legacy', 'conflict'],
  ] as const)('changes nothing for its filer where it %s', (_, who, state) => {
    const input = sampleInput('notice', who, { place: 'later' });
    const { text } = letterOf({ ...input, earlier: { ...input.earlier!, state } });
    expect(text).toContain('Why you received this: Our records show that you have a legacy PACER');
    expect(text).not.toContain('What has changed');
  });
});
