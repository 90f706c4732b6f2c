import { cleanAddresses, cleanText, cleanToken } from './clean-text.ts';
import type { ColumnName } from './columns.ts';
import { linkAsOf, pacerCreated } from './read-date.ts';
import { readEmail, readSecondaryEmails } from './read-email.ts';
import { readFirstName, readLastName, readName } from './read-name.ts';
import { requiredText, text } from './read-text.ts';
import { pacerAccounts, word } from './read-word.ts';
import { AS_UNKNOWN, type CellContext, NO_NOTES, type Note, type Reader, type Reading } from './reading.ts';
import {
  CMECF_STATUS_WORDS,
  LINK_STATUS_WORDS,
  PACER_ACCOUNT_TYPE_WORDS,
  USER_TYPE_WORDS,
  YES_NO_WORDS,
} from './vocabulary.ts';

/** Where a guess could do harm, a cell that can't be read refuses the row; elsewhere it is read as unknown. */
const STRICT: ReadonlySet<ColumnName> = new Set([
  'cmecf_user_id',
  'last_name',
  'name',
  'cmecf_status',
  'link_status',
  'link_as_of',
]);
const CLEANERS: Readonly<Partial<Record<ColumnName, typeof cleanText>>> = {
  cmecf_user_id: cleanToken,
  bar_id: cleanToken,
  email: cleanAddresses,
  secondary_emails: cleanAddresses,
};

/** Reads one cell of a column that is understood. */
export function readCell(column: ColumnName, cell: string, context: CellContext): Reading {
  const { text, changed } = (CLEANERS[column] ?? cleanText)(cell);
  const reading = isSpreadsheetError(text)
    ? spreadsheetError(column, context)
    : READERS[column](text, context);
  return changed ? { ...reading, notes: [...reading.notes, CLEANED] } : reading;
}

const CLEANED: Note = {
  code: 'cleaned',
  severity: 'warning',
  expected: 'no invisible or control characters, odd spaces or line breaks: they were taken out',
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

function usernameLength(value: string): Reading {
  if (value === '') return { facts: { pacerUsernameLength: null }, notes: NO_NOTES };
  const length = /^\d{1,3}(\.0+)?$/.test(value) ? Number.parseInt(value, 10) : null;
  if (length !== null && length > 0) return { facts: { pacerUsernameLength: length }, notes: NO_NOTES };
  const expected = `the number of characters of the PACER username, never the username itself${AS_UNKNOWN}`;
  return {
    facts: { pacerUsernameLength: null },
    notes: [{ code: 'number-unreadable', severity: 'warning', expected }],
  };
}

const READERS: Readonly<Record<ColumnName, Reader>> = {
  cmecf_user_id: requiredText('userId', { longest: 100, what: 'the CM/ECF user id, the key of the roster' }),
  last_name: readLastName,
  first_name: readFirstName,
  name: readName,
  firm: text('firm', 300),
  bar_id: text('barId', 60),
  phone: text('phone', 60),
  email: readEmail,
  secondary_emails: readSecondaryEmails,
  user_type: word(USER_TYPE_WORDS, { facts: (userType) => ({ userType }), blank: 'unknown', strict: false }),
  cmecf_status: word(CMECF_STATUS_WORDS, {
    facts: (cmecfStatus) => ({ cmecfStatus }),
    blank: 'active',
    strict: true,
  }),
  pacer_account: pacerAccounts,
  pacer_account_type: word(PACER_ACCOUNT_TYPE_WORDS, {
    facts: (pacerAccountType) => ({ pacerAccountType }),
    blank: 'unknown',
    strict: false,
  }),
  pacer_created: pacerCreated,
  pacer_username_length: usernameLength,
  nextgen_elsewhere: word(YES_NO_WORDS, {
    facts: (answer) => ({ nextgenElsewhere: answer === 'unknown' ? null : answer === 'yes' }),
    blank: 'unknown',
    strict: false,
  }),
  link_status: word(LINK_STATUS_WORDS, {
    facts: (linkStatus) => ({ linkStatus }),
    blank: 'unlinked',
    strict: true,
  }),
  link_as_of: linkAsOf,
};
