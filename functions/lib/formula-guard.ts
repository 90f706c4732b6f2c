/**
 * A spreadsheet runs a cell that starts so, whatever we meant. Also after a separator: who opens a comma-separated file
 * where semicolons separate gets other cells than we wrote.
 */
const RUNS = /(?<=^|[,;|\t\r\n])(?='*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/g;
const GUARDED = /(?<=^|[,;|\t\r\n])'(?='*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/g;

/** Puts an apostrophe in front of what a spreadsheet would run: every cell of every file that Crier writes. */
export function guard(cell: string): string {
  return cell.replace(RUNS, "'");
}

/** Takes the apostrophes of {@link guard} away again: `unguard(guard(cell))` is the cell. */
export function unguard(cell: string): string {
  return cell.includes("'") ? cell.replace(GUARDED, '') : cell;
}
