import { actorLabel } from '../../domain/actor.ts';
import type { ActivationDecision, ActiveRoster } from '../../domain/roster/activation.ts';
import type { Severity } from '../../domain/roster/problem.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import { supersededBy } from '../../domain/roster/superseded.ts';
import type { Tone } from '../ui/tag.tsx';

/**
 * What a version is: `replaced` was active before, `superseded` was overtaken by a later upload before anyone decided on
 * it, `waiting` is complete and neither held nor decided on.
 */
export type VersionStatus =
  | 'active'
  | 'held'
  | 'rejected'
  | 'expired'
  | 'replaced'
  | 'superseded'
  | 'incomplete'
  | 'waiting';

/** The status of a version by the decisions so far. @param later Uploads, of which those after it may have replaced it. */
export function versionStatus(
  one: Pick<RosterVersion, 'version' | 'uploadedAt' | 'kind' | 'key' | 'complete' | 'held' | 'rows'>,
  { active, later = [] }: { active: ActiveRoster; later?: readonly RosterVersion[] },
): VersionStatus {
  const { version, complete, held } = one;
  if (active.retired[version] === 'expired') return 'expired';
  if (active.version === version) return 'active';
  if (!complete) return 'incomplete';
  if (active.retired[version] === 'rejected') return 'rejected';
  if (active.decisions.some((act) => act.action === 'activate' && act.version === version)) return 'replaced';
  if (supersededBy(one, { versions: later, active })) return 'superseded';
  return held.length > 0 ? 'held' : 'waiting';
}

/** What pages call each status. */
export const STATUS_LABELS: Readonly<Record<VersionStatus, { readonly name: string; readonly tone: Tone }>> =
  {
    active: { name: 'Active', tone: 'good' },
    held: { name: 'Held', tone: 'wait' },
    waiting: { name: 'Waits for a decision', tone: 'wait' },
    rejected: { name: 'Rejected', tone: 'bad' },
    replaced: { name: 'Replaced', tone: 'plain' },
    superseded: { name: 'Replaced', tone: 'plain' },
    incomplete: { name: 'Being read', tone: 'busy' },
    expired: { name: 'Being deleted', tone: 'plain' },
  };

/** What pages call each kind of upload. */
export const KIND_LABELS = { roster: 'Whole roster', update: 'Update' } as const;

/** Who decided on a version: Crier itself, or a person by the id of their account. */
export function actorOf({ by }: Pick<ActivationDecision, 'by'>): string {
  return by === 'intake' ? 'Crier, automatically' : actorLabel(by);
}

/** Who uploaded a version: a person by the id of their account. */
export function uploaderOf({ by }: Pick<RosterVersion, 'by'>): string {
  return actorLabel(by);
}

/** What pages call what became of a row with a problem. */
export const SEVERITY_LABELS: Readonly<Record<Severity, { readonly name: string; readonly tone: Tone }>> = {
  error: { name: 'Row left out', tone: 'bad' },
  address: { name: 'No email possible', tone: 'wait' },
  warning: { name: 'Taken, look at it', tone: 'plain' },
};

/** Kinds of problems in plain English, by their codes. */
const PROBLEMS: Readonly<Record<string, string>> = {
  'user-id-missing': 'The user id is blank',
  'user-id-unknown': 'The active roster has no filer with this user id',
  'last-name-missing': 'There is no name',
  'key-conflict': 'Rows with the same user id say different things',
  'key-repeated': 'The same row stands there twice',
  'quote-open': 'A quote is opened and never closed',
  'quote-inside': 'A quote stands inside a quoted cell',
  'row-too-long': 'The row is longer than any row can be',
  'cells-too-few': 'The row has fewer cells than the header',
  'cells-too-many': 'The row has more cells than the header',
  'word-unknown': 'A word that this column does not know',
  'word-for-nothing': 'A word for nothing, such as N/A or null',
  'name-link': 'A name that mail programs make a link of',
  'name-remark': 'A remark beside a name',
  'date-unreadable': 'A date that cannot be read',
  'date-impossible': 'A day that does not exist',
  'date-future': 'A date in the future',
  'date-two-digit-year': 'A year of two digits',
  'date-placeholder': 'A date that systems write where they have none',
  'date-incomplete': 'A date without its day',
  'number-unreadable': 'A number that cannot be read',
  'id-became-date': 'The spreadsheet made a date of an id',
  'number-shortened': 'The spreadsheet shortened a long number',
  'number-formatted': 'The spreadsheet formatted an id as a number',
  'spreadsheet-error': 'A formula of the spreadsheet failed',
  'too-long': 'More characters than the column takes',
  'email-missing': 'There is no email address',
  'email-unusable': 'An email address that no mail system takes',
  'email-unclear': 'A cell of addresses that can be read in several ways',
  'email-placeholder': 'An address that looks like a placeholder: not mailed',
  'mailbox-of-many': 'An address that filers of several firms have',
  'email-several': 'Several addresses in one cell: the first is used',
  'email-cleaned': 'The address was taken out of a name, quotes or brackets',
  'email-likely-typo': 'An address that looks mistyped',
  'email-too-many': 'More than ten secondary addresses',
  cleaned: 'Invisible characters were taken out',
  'encoding-mixed': 'The row is in another encoding than the file',
  'column-doubtful': 'A column whose values are of something else: is it what it seems?',
  'column-ignored': 'A column that Crier does not use',
  'rows-passed-over': 'Rows that aren’t filers were skipped',
  'cells-left-out': 'Missing cells at the ends of rows were read as blank',
  'quotes-removed': 'Quotes around cells or lines were removed',
  'column-unnamed': 'Data in a column without a header',
  'text-mended': 'Damaged text was mended',
  'text-damaged': 'Letters of a name seem to be missing',
  'sheet-ignored': 'Another sheet of the workbook is read',
  'facts-lost': 'Filers lose facts that the active roster has',
  'list-partial': 'A short list, which says nothing about other filers',
  'rows-hidden': 'Hidden rows are read too',
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
