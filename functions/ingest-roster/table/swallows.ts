import type { LineShape } from './dialect.ts';

/**
 * Whether a record over several lines has swallowed the rows below it: a quote was left open in its first line, and a
 * later one closed it.
 */
export function swallows(
  cells: readonly string[],
  { delimiter, width }: LineShape & { readonly width: number },
): boolean {
  const filled = cells.findLastIndex((cell) => cell !== '') + 1;
  if (filled > width) return true;
  return cells.some((cell, index) => {
    if (!hasLineBreak(cell)) return false;
    const lines = cell.split(/\r\n|\r|\n/).map((line) => line.split(delimiter).length);
    // Opened at the end of one line and closed at the end of another: what is between are whole rows.
    if (cells.length >= width)
      return /^[\r\n]/.test(cell) && cell.endsWith(delimiter) && lines.includes(width);
    const last = lines.at(-1) ?? 1;
    return last > 1 && 2 * (last + cells.length - 1 - index) > width;
  });
}

function hasLineBreak(cell: string): boolean {
  return cell.includes('\n') || cell.includes('\r');
}
