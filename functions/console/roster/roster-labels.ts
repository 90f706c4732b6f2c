import { type Actor, actorLabel, personIds } from '../../domain/actor.ts';
import type { ActivationDecision } from '../../domain/roster/activation.ts';
import type { Severity } from '../../domain/roster/problem.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import type { VersionStatus } from '../../domain/roster/version-status.ts';
import type { Tone } from '../../queries/tone.ts';
import type { ConsoleServices } from '../services.ts';

/** What pages call each status. */
export const STATUS_LABELS: Readonly<Record<VersionStatus, { readonly name: string; readonly tone: Tone }>> =
  {
    active: { name: 'Active', tone: 'good' },
    held: { name: 'Needs a decision', tone: 'wait' },
    waiting: { name: 'Waiting', tone: 'wait' },
    rejected: { name: 'Rejected', tone: 'bad' },
    replaced: { name: 'Replaced', tone: 'plain' },
    superseded: { name: 'Replaced', tone: 'plain' },
    incomplete: { name: 'Being read', tone: 'busy' },
    expired: { name: 'Being deleted', tone: 'plain' },
  };

/** What pages call each kind of upload. */
export const KIND_LABELS = { roster: 'Whole roster', update: 'Update' } as const;

/** What people are called, by the ids of their accounts. */
export type Names = ReadonlyMap<string, string>;

/** Loads the names of those who uploaded versions and decided on them. */
export function namesOf(
  done: readonly { readonly by: Actor | 'intake' }[],
  { sessions }: Pick<ConsoleServices, 'sessions'>,
): Promise<Names> {
  return sessions.names(personIds(done.flatMap(({ by }) => (by === 'intake' ? [] : { by }))));
}

/** Who decided on a version: Crier itself, or a person. */
export function actorOf({ by }: Pick<ActivationDecision, 'by'>, names: Names): string {
  return by === 'intake' ? 'Crier, automatically' : actorLabel(by, names);
}

/** Who uploaded a version. */
export function uploaderOf({ by }: Pick<RosterVersion, 'by'>, names: Names): string {
  return actorLabel(by, names);
}

/** What pages call what became of rows with problems of a kind. */
export function resultLabel({ severity, code }: { readonly severity: Severity; readonly code: string }): {
  readonly name: string;
  readonly tone: Tone;
} {
  // Nothing is lost, and nothing is to be fixed.
  return code === 'key-repeated'
    ? { name: 'Repeated row skipped', tone: 'plain' }
    : SEVERITY_LABELS[severity];
}

const SEVERITY_LABELS: Readonly<Record<Severity, { readonly name: string; readonly tone: Tone }>> = {
  error: { name: 'Row skipped', tone: 'bad' },
  address: { name: 'Can’t be emailed', tone: 'wait' },
  warning: { name: 'Accepted; please review', tone: 'plain' },
};

/** Kinds of problems in plain English, by their codes. */
const PROBLEMS: Readonly<Record<string, string>> = {
  'user-id-missing': 'The user id is blank',
  'user-id-unknown': 'The active roster has no filer with this user id',
  'last-name-missing': 'The name is blank',
  'key-conflict': 'Conflicting rows with the same user id',
  'key-repeated': 'The same row appears twice',
  'quote-open': 'A quotation mark is never closed',
  'quote-inside': 'A quotation mark inside a quoted cell',
  'row-too-long': 'The row is too long',
  'cells-too-few': 'The row has fewer cells than the header',
  'cells-too-many': 'The row has more cells than the header',
  'word-unknown': 'Unrecognized value',
  'word-for-nothing': 'A placeholder such as N/A or null',
  'name-link': 'A name that mail programs would turn into a link',
  'name-remark': 'A note next to a name',
  'date-unreadable': 'Unreadable date',
  'date-impossible': 'A date that doesn’t exist',
  'date-future': 'A date in the future',
  'date-two-digit-year': 'A two-digit year',
  'date-placeholder': 'A placeholder date',
  'date-incomplete': 'A date without a day',
  'number-unreadable': 'Unreadable number',
  'id-became-date': 'The spreadsheet turned an id into a date',
  'number-shortened': 'The spreadsheet shortened a long number',
  'number-formatted': 'The spreadsheet formatted an id as a number',
  'spreadsheet-error': 'A spreadsheet formula failed',
  'too-long': 'Too many characters for this column',
  'email-missing': 'No email address',
  'email-unusable': 'Invalid email address',
  'email-unclear': 'Addresses that could be read in more than one way',
  'email-placeholder': 'A placeholder address: not emailed',
  'mailbox-of-many': 'An address that filers of several firms use',
  'email-several': 'Several addresses in one cell: the first is used',
  'email-cleaned': 'The address was taken from text with a name, quotation marks or brackets',
  'email-likely-typo': 'An address that looks mistyped',
  'email-too-many': 'More than ten secondary addresses',
  cleaned: 'Invisible characters were removed',
  'encoding-mixed': 'The row’s encoding differs from the file’s',
  'column-doubtful': 'The values don’t fit the column: please check it',
  'column-ignored': 'Crier doesn’t use this column',
  'rows-passed-over': 'Rows that aren’t filers were skipped',
  'cells-left-out': 'Missing cells at the ends of rows were read as blank',
  'quotes-removed': 'Quotes around cells or lines were removed',
  'column-unnamed': 'Data in a column without a header',
  'text-mended': 'Damaged text was repaired',
  'text-damaged': 'Letters of a name seem to be missing',
  'sheet-ignored': 'This sheet isn’t read: the roster is on another sheet',
  'facts-lost': 'Filers lose information that the active roster has',
  'list-partial': 'A short list: other filers keep their earlier date',
  'rows-hidden': 'Hidden rows are also read',
};

/** What a kind of problem is called; a code that has no name is shown as it is. */
export function problemName(code: string): string {
  return PROBLEMS[code] ?? code;
}

const UNITS = ['bytes', 'KB', 'MB'] as const;

/** A size in the largest unit that fits: `300 MB`. */
export function sizeLabel(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${Math.round(bytes / 1024 ** power)} ${UNITS[power]}`;
}
