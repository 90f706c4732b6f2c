import { expect, it } from 'vitest';
import { hintsFor } from '../../../local/lib/hints.ts';

it.each([
  ['To watch: npm run ops -- runs', {}, 'To watch: npm run ops -- runs'],
  ['To watch: npm run ops -- runs', { data: 'out/a' }, 'To watch: npm run ops -- runs --data out/a'],
  [
    'the column of npm run ops -- phone-list, or',
    { data: 'a' },
    'the column of npm run ops -- phone-list --data a, or',
  ],
  [
    'npm run ops -- lift --all --why "…"',
    { data: 'our court' },
    `npm run ops -- lift --data 'our court' --all --why "…"`,
  ],
  [
    `npm run upload -- 'our court/launch.json'`,
    { data: 'a' },
    `npm run upload -- 'our court/launch.json' --data a`,
  ],
  ['npm run invoke -- ActivateRoster {}', { data: 'a' }, 'npm run invoke -- ActivateRoster --data a {}'],
  ['npm run ops -- runs', { aws: 'outputs.json' }, 'npm run ops -- runs --aws outputs.json'],
  ['npm start -- --fresh', { data: 'a' }, 'npm start -- --fresh'],
])('makes the commands of "%s" talk to %j', (text, target, expected) => {
  expect(hintsFor(text, target)).toBe(expected);
});
