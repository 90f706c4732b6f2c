import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FACTS } from '../../functions/domain/send/status.ts';

const text = readFileSync('docs/feedback.md', 'utf8');
const facts = Object.entries(FACTS);

it('docs/feedback.md draws the lifecycle that the code has', () => {
  const arrows = [...text.matchAll(/^ {4}waiting --> ([a-z]+): ([a-z-]+)$/gm)].map(([, to, by]) => [by, to]);
  expect(arrows).toEqual(facts.map(([kind, { status }]) => [kind, status]));
});

it('docs/feedback.md lists every fact as the code has it', () => {
  const yes = (is: boolean) => (is ? 'yes' : '-');
  const rows = facts.map(
    ([kind, { rank, status, proof, attention, meaning }]) =>
      `| \`${kind}\` | ${rank} | ${status} | ${yes(proof)} | ${yes(attention)} | ${meaning} |`,
  );
  expect(text.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows);
});
