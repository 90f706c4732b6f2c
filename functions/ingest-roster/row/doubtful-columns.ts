import { CAMPAIGN_COLUMNS } from '../../domain/filer/filer.ts';
import { type Problem, shown } from '../../domain/roster/problem.ts';
import { comparable } from './columns.ts';
import type { Layout } from './header.ts';
import { isNothing } from './nothing.ts';
import { lookup } from './vocabulary.ts';

/** How many rows are looked at. */
const SAMPLE = 1_000;
/** How much of a header or a value is shown. */
const SHOWN = 40;

/**
 * Takes columns away whose header is only understood as one and whose cells say otherwise, and asks about them: a bar's
 * `Status` is no CM/ECF status. Only columns of which an unknown word would refuse its row.
 * @param rows Cells of the rows below the header, of the first ones at least.
 */
export function withoutDoubtful(layout: Layout, rows: readonly (readonly string[])[]): Layout {
  const positions = new Map(layout.positions);
  const problems = [...layout.problems];
  for (const [name, column] of CAMPAIGN_COLUMNS) {
    const index = positions.get(name);
    if (index === undefined || column.type !== 'word' || !column.strict) continue;
    const header = layout.headers[index] ?? '';
    if (comparable(header) === comparable(name)) continue;
    const find = lookup(column.words);
    const cells = rows.slice(0, SAMPLE).map((row) => (row[index] ?? '').trim());
    const said = cells.filter((cell) => cell !== '' && !isNothing(cell));
    const unknown = said.filter((cell) => find(cell) === null);
    if (2 * unknown.length <= said.length) continue;
    positions.delete(name);
    problems.push(question(header, { name, row: layout.row, value: unknown[0] ?? '' }));
  }
  return { ...layout, positions, problems };
}

function question(
  header: string,
  { name, row, value }: { name: string; row: number; value: string },
): Problem {
  return {
    row,
    column: shown(header, SHOWN),
    code: 'column-doubtful',
    severity: 'warning',
    found: shown(value, SHOWN),
    expected: `is this the ${name} column? Its values don't fit, so the column is ignored. If it is, rename it ${name} and use the values of that column`,
  };
}
