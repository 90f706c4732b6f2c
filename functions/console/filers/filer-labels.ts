import { campaign } from '#campaign';
import type { Column } from '../../../campaigns/column.ts';
import { CAMPAIGN_COLUMNS, type Filer, type UserType } from '../../domain/filer/filer.ts';
import type { Reach } from '../../domain/filer/reach.ts';
import { FLAG_RULES } from '../../domain/filer/rules.ts';
import type { Flag } from '../../domain/filer/state.ts';
import { dateWords } from '../../lib/court-time.ts';
import { capitalized } from '../../lib/letter-case.ts';
import type { Tone } from '../../queries/tone.ts';

/** What the roster doesn't say is named, never left blank. */
const UNKNOWN = 'Unknown';

/** What pages call a kind of filer. */
export function userTypeLabel(type: UserType): string {
  return campaign.columns.user_type.words[type].label;
}

/** What pages call how emails reach a filer. */
export const REACH_LABELS: Readonly<Record<Reach, { readonly name: string; readonly tone: Tone }>> = {
  email: { name: 'By email', tone: 'good' },
  'no-address': { name: 'No usable address', tone: 'wait' },
  suppressed: { name: 'Emails stopped', tone: 'bad' },
};

/** What a flag means for this filer's emails. */
export function flagMessage(flag: Flag): string {
  return FLAG_RULES.find((rule) => rule.flag === flag)!.message;
}

const PERSON_LABELS = {
  lastName: 'Last name',
  firstName: 'First name',
  middleName: 'Middle name',
  suffix: 'Suffix',
  firm: 'Firm',
  userId: campaign.key.label,
  barId: 'Bar id',
  phone: 'Phone',
  email: 'Email',
  secondaryEmails: 'Other addresses',
  sharedAddress: 'Mailbox',
  otherAccounts: 'Other accounts',
} as const;
type PersonFact = keyof typeof PERSON_LABELS;
type Fact = Exclude<keyof Filer, 'filerId'>;

/** Columns of the campaign by the fact that they give a filer. */
const COLUMNS: ReadonlyMap<string, Column> = new Map(
  CAMPAIGN_COLUMNS.map(([, column]) => [column.fact, column] as const),
);

/** What pages call each fact: first what the engine knows about every filer, then the campaign's columns. */
export const FACT_LABELS = {
  ...PERSON_LABELS,
  ...Object.fromEntries([...COLUMNS].map(([fact, { label }]) => [fact, label])),
} as Readonly<Record<Fact, string>>;

/** What the roster says under a fact, for people: `Unknown` where it says nothing. */
export function factText(fact: Fact, filer: Filer): string {
  const column = COLUMNS.get(fact);
  return column ? cellText(column, filer[fact]) : personText(fact as PersonFact, filer);
}

function personText(fact: PersonFact, filer: Filer): string {
  switch (fact) {
    case 'secondaryEmails':
      return filer.secondaryEmails.join(', ') || 'None';
    case 'email':
      return filer.email ?? 'No usable address';
    case 'sharedAddress':
      return filer.sharedAddress ? 'Shared with another person' : 'Their own';
    case 'otherAccounts':
      return accountsText(filer.otherAccounts.length);
    default:
      return filer[fact] || UNKNOWN;
  }
}

/** Accounts that are never emailed, such as inactive ones, don't count. The others are found by the name, which is the same. */
function accountsText(count: number): string {
  if (count === 0) return 'None that get emails';
  const many = count === 1 ? '1 that gets emails' : `${count} that get emails`;
  return `${many}, with the same name and mailbox`;
}

/** A value as the type of its column has it. */
function cellText(column: Column, value: unknown): string {
  if (value === null) return UNKNOWN;
  switch (column.type) {
    case 'word':
      return column.words[value as string]?.label ?? UNKNOWN;
    case 'words':
      return (
        capitalized((value as string[]).map((word) => column.words[word]?.label ?? word).join(', ')) ||
        UNKNOWN
      );
    case 'yes-no':
      return value ? column.yes : 'No';
    case 'count':
      // Units are plural.
      return value === 1 ? '1' : `${value} ${column.unit}`;
    case 'date':
    case 'day':
      return dateWords(value as string);
  }
}

/** Whether a key of a stored filer is a fact that people read. */
export function isFact(key: keyof Filer): key is Fact {
  return key in FACT_LABELS;
}
