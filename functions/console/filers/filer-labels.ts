import type { Filer, UserType } from '../../domain/filer/filer.ts';
import type { Reach } from '../../domain/filer/reach.ts';
import type { Flag } from '../../domain/filer/state.ts';
import { dateWords } from '../../lib/court-time.ts';
import type { Tone } from '../ui/tag.tsx';

/** What the roster doesn't say is named, never left blank. */
const UNKNOWN = 'Unknown';

/** What pages call each kind of filer. */
export const USER_TYPE_LABELS: Readonly<Record<UserType, string>> = {
  attorney: 'Attorney',
  trustee: 'Trustee',
  'us-trustee': 'U.S. Trustee staff',
  'filing-agent': 'Filing agent',
  'limited-filer': 'Limited filer',
  creditor: 'Creditor',
  'court-reporter': 'Court reporter',
  transcriber: 'Transcriber',
  auditor: 'Auditor',
  'course-provider': 'Course provider',
  'government-attorney': 'Government attorney',
  media: 'Media',
  'pro-se': 'Party without an attorney',
  judge: 'Judge',
  'court-staff': 'Court staff',
  unknown: UNKNOWN,
};

/** What pages call how emails reach a filer. */
export const REACH_LABELS: Readonly<Record<Reach, { readonly name: string; readonly tone: Tone }>> = {
  email: { name: 'By email', tone: 'good' },
  'no-address': { name: 'No usable address', tone: 'wait' },
  suppressed: { name: 'Emails stopped', tone: 'bad' },
};

/** What each flag means for this filer's emails. */
export const FLAG_MESSAGES: Readonly<Record<Flag, string>> = {
  unreachable: 'No usable address: on the phone list.',
  'firm-billing': 'A firm pays, or may: emails carry the note on PACER Administrative Accounts.',
  'shared-address': 'Another filer has the same mailbox: each email says for whom it is.',
  'confirm-individual': 'The roster doesn’t tell whether the PACER account is shared: emails ask that first.',
  contradiction: 'What the roster says of the PACER account contradicts itself: the clerk should check it.',
};

type Fact = Exclude<keyof Filer, 'filerId'>;

/** What pages call each fact, in the order of the roster's columns. */
export const FACT_LABELS: Readonly<Record<Fact, string>> = {
  lastName: 'Last name',
  firstName: 'First name',
  firm: 'Firm',
  userId: 'CM/ECF user id',
  barId: 'Bar id',
  userType: 'Kind of filer',
  cmecfStatus: 'CM/ECF account',
  phone: 'Phone',
  email: 'Email',
  secondaryEmails: 'Other addresses',
  sharedAddress: 'Mailbox',
  pacerAccounts: 'PACER account',
  pacerAccountType: 'Upgraded or legacy',
  pacerCreated: 'PACER account made',
  pacerUsernameLength: 'PACER username',
  nextgenElsewhere: 'NextGen in another court',
  linkStatus: 'Link',
  linkAsOf: 'Link status as of',
};

const CMECF: Readonly<Record<Filer['cmecfStatus'], string>> = {
  active: 'Active',
  inactive: 'Inactive',
  suspended: 'Suspended',
  deceased: 'The person has died',
};

const ACCOUNTS: Readonly<Record<Filer['pacerAccounts'][number], string>> = {
  individual: 'individual',
  shared: 'shared',
  paa: 'PACER Administrative Account',
  case_search: 'case search',
  none: 'none',
};

const LINKS: Readonly<Record<Filer['linkStatus'], string>> = {
  linked: 'Linked',
  unlinked: 'Not linked',
  failed: 'Failed',
  pending: 'Waits for the court',
};

const TYPES: Readonly<Record<Filer['pacerAccountType'], string>> = {
  upgraded: 'Upgraded',
  legacy: 'Legacy',
  unknown: UNKNOWN,
};

/** What the roster says under a fact, for people: `Unknown` where it says nothing. */
export function factText(fact: Fact, filer: Filer): string {
  switch (fact) {
    case 'userType':
      return USER_TYPE_LABELS[filer.userType];
    case 'cmecfStatus':
      return CMECF[filer.cmecfStatus];
    case 'secondaryEmails':
      return filer.secondaryEmails.join(', ') || 'None';
    case 'email':
      return filer.email ?? 'No usable address';
    case 'sharedAddress':
      return filer.sharedAddress ? 'Shared with another filer' : 'Their own';
    case 'pacerAccounts':
      return capital(filer.pacerAccounts.map((one) => ACCOUNTS[one]).join(', ')) || UNKNOWN;
    case 'pacerAccountType':
      return TYPES[filer.pacerAccountType];
    case 'pacerCreated':
      return filer.pacerCreated ? dateWords(filer.pacerCreated) : UNKNOWN;
    case 'pacerUsernameLength':
      return filer.pacerUsernameLength === null ? UNKNOWN : `${filer.pacerUsernameLength} characters`;
    case 'nextgenElsewhere':
      return filer.nextgenElsewhere === null ? UNKNOWN : filer.nextgenElsewhere ? 'Yes, linked there' : 'No';
    case 'linkStatus':
      return LINKS[filer.linkStatus];
    case 'linkAsOf':
      return dateWords(filer.linkAsOf);
    default:
      return filer[fact] || UNKNOWN;
  }
}

/** Whether a key of a stored filer is a fact that people read. */
export function isFact(key: keyof Filer): key is Fact {
  return key in FACT_LABELS;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
