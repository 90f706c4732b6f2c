import { type ColumnName, KEY } from './columns.ts';
import { isDatabaseNull, isNothing } from './nothing.ts';
import { AS_UNKNOWN, type CellContext, type Note, type Reader, type Reading } from './reading.ts';

/** Columns that say themselves what becomes of a word for nothing. */
const OWN_WORDS: ReadonlySet<ColumnName> = new Set<ColumnName>([KEY, 'last_name', 'name', 'email']);
/** Columns that take any text. */
const FREE_TEXT: ReadonlySet<ColumnName> = new Set<ColumnName>([
  'first_name',
  'middle_name',
  'suffix',
  'firm',
  'bar_id',
  'phone',
  'secondary_emails',
  'further_emails',
]);
/** Told of a cell such as `N/A`. */
export const WORD_FOR_NOTHING: Note = {
  code: 'word-for-nothing',
  severity: 'warning',
  expected: `a value, or a blank cell${AS_UNKNOWN}`,
};

/** Reads a cell; a word for nothing like a blank one, unless the column knows that word. */
export function readUnlessNothing(
  reader: Reader,
  { column, text, context }: { column: ColumnName; text: string; context: CellContext },
): Reading {
  const reading = reader(text, context);
  if (OWN_WORDS.has(column) || !isNothing(text)) return reading;
  const isKnown = reading.notes.length === 0 && !FREE_TEXT.has(column) && !isDatabaseNull(text);
  if (isKnown || (column === 'first_name' && /^Nan?$/.test(text))) return reading;
  return { facts: reader('', context).facts, notes: [WORD_FOR_NOTHING] };
}
