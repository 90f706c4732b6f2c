/** How many rows are named, however many there are. */
const MAX_ROWS = 10;

/** A column as a spreadsheet shows it, from 1: `AB` for 28. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** `rows 3, 4, 7 and 20 more`. @param of How many there are, when not all are given. */
export function rowsNamed(rows: readonly number[], of: number): string {
  const named = rows.slice(0, MAX_ROWS);
  const more = of > named.length ? ` and ${of - named.length} more` : '';
  return `${of === 1 ? 'row' : 'rows'} ${named.join(', ')}${more}`;
}
