import { parse } from 'csv-parse/sync';
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
  const split = line ?? cells;
  const bare = withoutQuotes(split, '"');
  const barer = isSingleQuoted(bare) ? withoutQuotes(bare, "'") : bare;
  return barer === cells ? null : barer;
}

/** Only all cells of a row: one alone may have been typed with its quotes. Numbers have none. */
function isSingleQuoted(cells: readonly string[]): boolean {
  if (!cells.some((cell) => cell.includes("'"))) return false;
  const texts = cells.map((cell) => cell.trim()).filter((cell) => /[^\d.]/.test(cell));
  return (
    texts.length > 1 && texts.every((text) => text.length > 1 && text.startsWith("'") && text.endsWith("'"))
  );
}

/** The same array when there is nothing to take away. */
function withoutQuotes(cells: readonly string[], quote: '"' | "'"): readonly string[] {
  if (!cells.some((cell) => cell.includes(quote))) return cells;
  const bare = cells.map((cell) => bareCell(cell, quote));
  return bare.some((cell, index) => cell !== cells[index]) ? bare : cells;
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

/** `"Roe"` and `'O''Brien'` without their quotes; a cell of which they aren't the outermost layer stays as it is. */
function bareCell(cell: string, quote: '"' | "'"): string {
  const text = cell.trim();
  if (text.length < 2 || !text.startsWith(quote) || !text.endsWith(quote)) return cell;
  const inner = text.slice(1, -1);
  const rest = inner.replaceAll(quote + quote, '');
  const isClosed = quote === '"' ? rest.includes('"') : /(^|[^\p{L}])'|'([^\p{L}]|$)/u.test(rest);
  return isClosed ? cell : inner.replaceAll(quote + quote, quote);
}
