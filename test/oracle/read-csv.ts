/** One line of a table, by the header's words as they are in the file. */
export type Row = Readonly<Record<string, string>>;

/**
 * Reads a CSV file one character at a time. Written for the oracle only: it shares nothing with the
 * reader it checks.
 */
export function readCsv(text: string): Row[] {
  const [header = [], ...lines] = cellsOf(text);
  return lines.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

function cellsOf(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const characters = [...text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')];
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index];
    if (quoted && character === '"' && characters[index + 1] === '"') {
      cell += '"';
      index++;
    } else if (character === '"') {
      quoted = !quoted;
    } else if (!quoted && (character === ',' || character === '\n')) {
      cells.push(cell);
      cell = '';
      if (character === '\n') {
        lines.push(cells);
        cells = [];
      }
    } else {
      cell += character;
    }
  }
  if (cell !== '' || cells.length > 0) lines.push([...cells, cell]);
  return lines.filter((line) => line.some((one) => one.trim() !== ''));
}
