import { parse } from 'csv-parse/sync';
import { withoutCellQuotes } from './cell-quotes.ts';
import type { LineShape } from './dialect.ts';

/**
 * Takes away a layer of quotes that a writer put around too much: around a whole line, or around cells that had
 * quotes already. @returns `null` when there is none.
 */
export function takeLayer(
  cells: readonly string[],
  { delimiter, width }: LineShape,
): readonly string[] | null {
  const line = wholeLine(cells, { delimiter, width });
  const bare = withoutCellQuotes(line ?? cells);
  return bare === cells ? null : bare;
}

/** `"u1,Roe,Jane"` in one cell: a spreadsheet took the line for one column, and quoted it. */
function wholeLine(
  [first = '', ...others]: readonly string[],
  { delimiter, width }: LineShape,
): readonly string[] | null {
  if (width === 1 || !first.includes(delimiter) || others.some((cell) => cell !== '')) return null;
  try {
    const records: string[][] = parse(first, { delimiter, relax_column_count: true });
    const [inner = []] = records;
    const wanted = width ?? (others.length > 0 ? 1 + others.length : Math.max(2, inner.length));
    const fits = inner.length === wanted;
    return records.length === 1 && fits ? inner : null;
  } catch {
    return null;
  }
}
