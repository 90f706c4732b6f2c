import { campaign } from '#campaign';
import { CAMPAIGN_COLUMNS } from '../../domain/filer/filer.ts';
import { shown } from '../../domain/roster/problem.ts';
import { cleanAddresses, cleanText, cleanToken } from './clean-text.ts';
import { type ColumnName, KEY, type PersonColumn } from './columns.ts';
import { hasLostLetters, isDamaged } from './mend-text.ts';
import { readerOf } from './read-column.ts';
import { readEmail, readEmailConfirmed, readFurtherEmails, readSecondaryEmails } from './read-email.ts';
import { readFirstName, readLastName, readMiddleName, readName, readSuffix } from './read-name.ts';
import { requiredText, text } from './read-text.ts';
import { readUnlessNothing } from './read-unless-nothing.ts';
import { type CellContext, type Note, type Reader, type Reading, refuse } from './reading.ts';

/** Where a guess could do harm, a cell that can't be read refuses the row; elsewhere it is read as unknown. */
const STRICT: ReadonlySet<ColumnName> = new Set<ColumnName>([
  KEY,
  'last_name',
  'name',
  ...CAMPAIGN_COLUMNS.filter(([, { strict }]) => strict).map(([name]) => name),
]);
/** Columns that greet a person. */
const NAMES: ReadonlySet<ColumnName> = new Set<ColumnName>([
  'last_name',
  'first_name',
  'middle_name',
  'name',
  'firm',
]);
/** No cell of a roster is longer. */
const MAX_CELL = 10_000;
const CLEANERS: Readonly<Partial<Record<ColumnName, typeof cleanText>>> = {
  [KEY]: cleanToken,
  bar_id: cleanToken,
  email: cleanAddresses,
  secondary_emails: cleanAddresses,
  further_emails: cleanAddresses,
};

/** Reads one cell of a column that is understood. */
export function readCell(column: ColumnName, cell: string, context: CellContext): Reading {
  if (cell.length > MAX_CELL) return tooLong(cell.length);
  const { text, changed, mended } = (CLEANERS[column] ?? cleanText)(cell);
  const reading = isSpreadsheetError(text)
    ? spreadsheetError(column, context)
    : readUnlessNothing(READERS[column], { column, text, context });
  const notes: Note[] = [];
  if (changed) notes.push(CLEANED);
  if (mended) notes.push({ ...MENDED, expected: `${MENDED.expected} "${shown(text, MENDED_LENGTH)}"` });
  if (NAMES.has(column) && (isDamaged(text) || hasLostLetters(text))) notes.push(DAMAGED);
  return notes.length > 0 ? { ...reading, notes: [...reading.notes, ...notes] } : reading;
}

const MENDED: Note = {
  code: 'text-mended',
  severity: 'warning',
  expected: 'plain text: this was damaged before the upload. It is read as',
};
/** How much of a repaired text is shown. */
const MENDED_LENGTH = 60;
const DAMAGED: Note = {
  code: 'text-damaged',
  severity: 'warning',
  expected: 'a name: letters of this one seem to be missing. It is used as it is; correct it in the file',
};

function tooLong(length: number): Reading {
  const expected = `at most ${MAX_CELL} characters: this cell has ${length}, most likely those of several rows`;
  return refuse('too-long', expected);
}

const CLEANED: Note = {
  code: 'cleaned',
  severity: 'warning',
  expected:
    'no invisible or control characters, odd spaces, line breaks or apostrophes in front: they were removed',
};

function isSpreadsheetError(text: string): boolean {
  return text.startsWith('#') && /^#(N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/i.test(text);
}

function spreadsheetError(column: ColumnName, context: CellContext): Reading {
  const { facts } = READERS[column]('', context);
  const severity = STRICT.has(column) ? 'error' : column === 'email' ? 'address' : 'warning';
  return {
    facts,
    notes: [
      { code: 'spreadsheet-error', severity, expected: 'a value: the formula in the spreadsheet failed' },
    ],
  };
}

const PERSON_READERS: Readonly<Record<PersonColumn, Reader>> = {
  last_name: readLastName,
  first_name: readFirstName,
  middle_name: readMiddleName,
  suffix: readSuffix,
  name: readName,
  firm: text('firm', 300),
  bar_id: text('barId', 60),
  phone: text('phone', 60),
  email: readEmail,
  email_confirmed: readEmailConfirmed,
  secondary_emails: readSecondaryEmails,
  further_emails: readFurtherEmails,
};

const READERS = {
  [KEY]: requiredText('userId', { longest: 100, what: campaign.key.what }),
  ...PERSON_READERS,
  ...Object.fromEntries(CAMPAIGN_COLUMNS.map(([name, column]) => [name, readerOf(column)])),
} as Readonly<Record<ColumnName, Reader>>;
