import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BEGIN, END, PAGE } from '../support/attacks/attack-table.ts';
import { attackTitles, titlePattern } from '../support/attacks/attack-titles.ts';

const page = readFileSync(PAGE, 'utf8');
const part = page.slice(page.indexOf(BEGIN), page.indexOf(END));
const rows = [...part.matchAll(/^\| (.+?) +\| `(test\/\S+)` +\| (\d+) +\| (\d+) +\|$/gm)].map(
  ([, title, file, tried, held]) => ({
    title: title!.trim().replaceAll('&lt;', '<').replaceAll('\\|', '|'),
    file: file!,
    tried: Number(tried),
    held: Number(held),
  }),
);

describe('the attacks in docs/security.md', () => {
  it('are all tried by the tests: otherwise run npm run attacks', () => {
    const key = ({ file, title }: { file: string; title: string }) => `${file}: ${title}`;
    const titles = attackTitles().map(key);
    expect(rows.map(key).filter((row) => !titles.includes(row))).toEqual([]);
    expect(rows.length).toBeGreaterThan(40);
  });

  it('were all tried, and all held', () => {
    expect(rows.filter(({ tried, held }) => tried === 0 || held !== tried)).toEqual([]);
    const [, kinds, tried, held] = /^(\d+) kinds of attack: (\d+) tried, (\d+) held\.$/m.exec(part) ?? [];
    expect([Number(kinds), tried]).toEqual([rows.length, held]);
  });

  it.each([
    ['%s lets no one in', 'made up lets no one in', true],
    ["another account's $service can't use $id", "another account's sns can't use Topic", true],
    ['%.24s finds (nothing)', 'x finds (nothing)', true],
    ['%s lets no one in', 'made up lets everyone in', false],
  ])('a title with values, %j, is known in a report', (title, reported, isIt) => {
    expect(titlePattern(title).test(`attack: ${reported}`)).toBe(isIt);
  });
});
