import { cleanAddresses, cleanText, cleanToken } from './clean-text.ts';
import type { ColumnName } from './columns.ts';
import { parseDate } from './parse-date.ts';
import { readEmail, readSecondaryEmails } from './read-email.ts';
import { type CellContext, type Facts, NO_NOTES, type Note, type Reading } from './reading.ts';
import {
  CMECF_STATUS_WORDS,
  LINK_STATUS_WORDS,
  lookup,
  PACER_ACCOUNT_TYPE_WORDS,
  PACER_ACCOUNT_WORDS,
  USER_TYPE_WORDS,
  YES_NO_WORDS,
} from './vocabulary.ts';

type Reader = (text: string, context: CellContext) => Reading;

/** Where a guess could do harm, a cell that can't be read refuses the row; elsewhere it is read as unknown. */
const STRICT: ReadonlySet<ColumnName> = new Set([
  'cmecf_user_id',
  'last_name',
  'name',
  'cmecf_status',
  'link_status',
  'link_as_of',
]);
const AS_UNKNOWN = '; it is read as unknown';
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

function text(fact: 'firstName' | 'firm' | 'barId' | 'phone', longest: number): Reader {
  return (value) => {
    if (value === '') return { facts: { [fact]: null }, notes: NO_NOTES };
    const wrong = tooLong(value, longest) ?? shortenedNumber(value);
    if (wrong)
      return {
        facts: { [fact]: null },
        notes: [{ ...wrong, severity: 'warning', expected: wrong.expected + AS_UNKNOWN }],
      };
    return { facts: { [fact]: value }, notes: NO_NOTES };
  };
}

function requiredText(
  fact: 'userId' | 'lastName',
  { longest, what }: { longest: number; what: string },
): Reader {
  return (value) => {
    if (value === '')
      return refuse(`${fact === 'userId' ? 'user-id' : 'last-name'}-missing`, `${what}: it may not be blank`);
    const wrong = tooLong(value, longest) ?? (fact === 'userId' ? shortenedNumber(value) : null);
    return wrong ? { facts: {}, notes: [wrong] } : { facts: { [fact]: value }, notes: NO_NOTES };
  };
}

function tooLong(value: string, longest: number): Note | null {
  if (value.length <= longest) return null;
  const expected = `at most ${longest} characters: this cell has ${value.length}`;
  return { code: 'too-long', severity: 'error', expected };
}

function shortenedNumber(value: string): Note | null {
  if (!/^\d(\.\d+)?E\+\d+$/i.test(value)) return null;
  const expected =
    'all the digits: the spreadsheet has shortened the number. Format the column as text and enter it again';
  return { code: 'number-shortened', severity: 'error', expected };
}

function word<Value extends string>(
  words: Readonly<Record<Value, readonly string[]>>,
  { facts, blank, strict }: { facts: (value: Value) => Facts; blank: Value; strict: boolean },
): Reader {
  const find = lookup(words);
  const expected = `one of ${Object.keys(words).join(', ')}${strict ? '' : AS_UNKNOWN}`;
  const unreadable: Reading = {
    facts: strict ? {} : facts(blank),
    notes: [{ code: 'word-unknown', severity: strict ? 'error' : 'warning', expected }],
  };
  return (value) => {
    const found = value === '' ? blank : find(value);
    return found === null ? unreadable : { facts: facts(found), notes: NO_NOTES };
  };
}

const NO_ACCOUNTS: Reading = { facts: { pacerAccounts: [] }, notes: NO_NOTES };
const findPacerAccount = lookup(PACER_ACCOUNT_WORDS);

function pacerAccounts(value: string): Reading {
  if (value === '') return NO_ACCOUNTS;
  const words = value
    .split(/[;,|/]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const kinds = words.map(findPacerAccount);
  const known = new Set(kinds.filter((kind) => kind !== null && kind !== 'unknown'));
  const unread = words.filter((_, index) => kinds[index] === null);
  const expected = `one or several of ${Object.keys(PACER_ACCOUNT_WORDS).join(', ')}, separated by ";"`;
  return {
    facts: { pacerAccounts: [...known] },
    notes: unread.map((found) => ({
      code: 'word-unknown',
      severity: 'warning',
      found,
      expected: expected + AS_UNKNOWN,
    })),
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

function pacerCreated(value: string, { today }: CellContext): Reading {
  if (value === '') return { facts: { pacerCreated: null }, notes: NO_NOTES };
  const parsed = parseDate(value, today);
  if (parsed.ok) return { facts: { pacerCreated: parsed.date }, notes: NO_NOTES };
  return {
    facts: { pacerCreated: null },
    notes: [{ code: parsed.code, severity: 'warning', expected: parsed.expected + AS_UNKNOWN }],
  };
}

function linkAsOf(value: string, { today }: CellContext): Reading {
  if (value === '') return { facts: { linkAsOf: today }, notes: NO_NOTES };
  const parsed = parseDate(value, today);
  if (!parsed.ok) return refuse(parsed.code, parsed.expected);
  if (parsed.date.length < 10)
    return refuse('date-incomplete', 'the day on which the link status was true, such as 2018-10-29');
  return { facts: { linkAsOf: parsed.date }, notes: NO_NOTES };
}

const SUFFIX = /^(jr|sr|ii|iii|iv|esq|esquire|phd|md|jd)\.?$/i;

/** `Smith, John` or `John Smith`; `Jr.` and the like stay with the last name. */
function name(value: string): Reading {
  const [last = '', ...rest] = value.split(',').map((part) => part.trim());
  const given = rest.filter((part) => !SUFFIX.test(part));
  const suffixes = rest.filter((part) => SUFFIX.test(part));
  if (given.length > 0) return names([last, ...suffixes].join(' '), given.join(', '));
  const words = value.split(' ');
  let at = words.length - 1;
  while (at > 0 && SUFFIX.test((words[at] ?? '').replace(',', ''))) at--;
  return names(words.slice(at).join(' '), words.slice(0, at).join(' '));
}

const readLastName = requiredText('lastName', { longest: 200, what: "the filer's last name" });
const readFirstName = text('firstName', 200);

function names(last: string, first: string): Reading {
  const one = readLastName(last, { today: '' });
  const other = readFirstName(first, { today: '' });
  return { facts: { ...one.facts, ...other.facts }, notes: [...one.notes, ...other.notes] };
}

function refuse(code: string, expected: string): Reading {
  return { facts: {}, notes: [{ code, severity: 'error', expected }] };
}

const READERS: Readonly<Record<ColumnName, Reader>> = {
  cmecf_user_id: requiredText('userId', { longest: 100, what: 'the CM/ECF user id, the key of the roster' }),
  last_name: readLastName,
  first_name: readFirstName,
  name,
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
