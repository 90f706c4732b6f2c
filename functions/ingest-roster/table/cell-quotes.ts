/** Cells without a layer of quotes that a writer put around cells that had quotes already; the same array when there is none. */
export function withoutCellQuotes(cells: readonly string[]): readonly string[] {
  const bare = withoutQuotes(cells, '"');
  return isSingleQuoted(bare) ? withoutQuotes(bare, "'") : bare;
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

/** `"Roe"` and `'O''Brien'` without their quotes; a cell of which they aren't the outermost layer stays as it is. */
function bareCell(cell: string, quote: '"' | "'"): string {
  const text = cell.trim();
  if (text.length < 2 || !text.startsWith(quote) || !text.endsWith(quote)) return cell;
  const inner = text.slice(1, -1);
  const rest = inner.replaceAll(quote + quote, '');
  const isClosed = quote === '"' ? rest.includes('"') : /(^|[^\p{L}])'|'([^\p{L}]|$)/u.test(rest);
  return isClosed ? cell : inner.replaceAll(quote + quote, quote);
}
