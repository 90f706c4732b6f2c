import { globSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SHOWN_FOLDER, SHOWN_PICTURES } from '../../templates/tools/pictures.ts';

const pages = ['README.md', ...globSync('docs/**/*.md')].map((page) => readFileSync(page, 'utf8'));
const kept = readdirSync(SHOWN_FOLDER).filter((name) => name.endsWith('.webp'));

it('docs/pictures holds at most ten pictures, those that README and docs show', () => {
  expect(kept.length).toBeLessThanOrEqual(10);
  expect(kept.toSorted()).toEqual(Object.keys(SHOWN_PICTURES).toSorted());
  expect(kept.filter((name) => !pages.some((page) => page.includes(`pictures/${name})`)))).toEqual([]);
});
