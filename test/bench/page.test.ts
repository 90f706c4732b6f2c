import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readResults } from '../../bench/lib/results.ts';
import { FIGURES, figureRows } from '../../bench/page/figures.ts';
import { PAGES, withFigures } from '../../bench/page/page.ts';
import { plots } from '../../bench/page/plots.ts';

const results = readResults();

describe('the page of figures', () => {
  it.each(PAGES)('says what was measured: if not, npm run bench -- page (%s)', (path) => {
    const page = readFileSync(path, 'utf8');
    expect(page).toBe(withFigures(page, results));
  });

  it('has its plots as they were measured', () => {
    const drawn = plots(results);
    expect(readdirSync('bench/plots').toSorted()).toEqual(Object.keys(drawn).toSorted());
    for (const [name, svg] of Object.entries(drawn))
      expect(readFileSync(`bench/plots/${name}`, 'utf8'), name).toBe(svg);
  });

  it('shows a figure that was measured, and whether it meets its aim', () => {
    const [first] = FIGURES;
    const { part, name } = first!;
    const rowOf = (figure: number) => figureRows({ [part]: { [name]: figure } })[0];
    expect(rowOf(1.4)?.slice(1)).toEqual(['1.4 ×', '≤ 1.5 ×', 'met']);
    expect(rowOf(2.8)?.slice(1)).toEqual(['2.8 ×', '≤ 1.5 ×', 'not met']);
    expect(figureRows({})[0]?.slice(1)).toEqual(['not measured yet', '≤ 1.5 ×', '']);
  });

  it('cannot be written where it has no place for figures', () => {
    expect(() => withFigures('# A page', results)).toThrow('must hold <!-- npm run bench -->');
  });
});
