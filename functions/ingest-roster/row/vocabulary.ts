import type {
  CMECF_STATUSES,
  LINK_STATUSES,
  PACER_ACCOUNT_TYPES,
  PACER_ACCOUNTS,
  USER_TYPES,
} from '../../domain/filer/filer.ts';

type Words<Value extends string> = Readonly<Record<Value, readonly string[]>>;

/** The words for each user type in a cell. Case, spaces and signs don't count, here and below. */
export const USER_TYPE_WORDS: Words<(typeof USER_TYPES)[number]> = {
  attorney: ['attorney', 'attorneys', 'aty', 'atty', 'lawyer', 'counsel'],
  trustee: ['trustee', 'trustees', 'tr', 'panel trustee', 'standing trustee', 'case trustee'],
  'us-trustee': ['us-trustee', 'u.s. trustee', 'united states trustee', 'ust', 'us trustee staff'],
  'filing-agent': ['filing-agent', 'filing agents', 'agent', 'paralegal', 'legal assistant'],
  'limited-filer': ['limited-filer', 'limited filers', 'limited use', 'limited user', 'limited'],
  creditor: ['creditor', 'creditors', 'cr'],
  'court-reporter': ['court-reporter', 'court reporters', 'reporter'],
  transcriber: ['transcriber', 'transcribers', 'transcriptionist'],
  auditor: ['auditor', 'auditors'],
  'course-provider': [
    'course-provider',
    'course providers',
    'financial management course provider',
    'debtor education',
  ],
  'government-attorney': [
    'government-attorney',
    'government attorneys',
    'government',
    'usa',
    'us attorney',
    'ausa',
  ],
  media: ['media', 'press'],
  'pro-se': ['pro-se', 'pro se party', 'pro se filer', 'self-represented', 'party'],
  judge: ['judge', 'judges', 'jud', 'judicial officer'],
  'court-staff': ['court-staff', 'court', 'clerk', 'court user', 'staff', 'court employee'],
  unknown: ['unknown', 'n/a', 'other'],
};

/** The words for each status of a CM/ECF account. */
export const CMECF_STATUS_WORDS: Words<(typeof CMECF_STATUSES)[number]> = {
  active: ['active', 'a', 'enabled', 'open'],
  inactive: ['inactive', 'i', 'disabled', 'closed', 'retired', 'terminated'],
  suspended: ['suspended', 's', 'disbarred'],
  deceased: ['deceased', 'd', 'dead'],
};

/** The words for each kind of PACER account. */
export const PACER_ACCOUNT_WORDS: Words<(typeof PACER_ACCOUNTS)[number] | 'unknown'> = {
  individual: ['individual', 'own', 'personal'],
  shared: ['shared', 'firm', 'shared firm account', 'group'],
  paa: ['paa', 'pacer administrative account', 'administrative', 'admin'],
  case_search: ['case_search', 'case search only', 'search'],
  none: ['none', 'no', 'no account'],
  unknown: ['unknown', '?', 'n/a'],
};

/** The words for whether a PACER account is upgraded. */
export const PACER_ACCOUNT_TYPE_WORDS: Words<(typeof PACER_ACCOUNT_TYPES)[number]> = {
  upgraded: ['upgraded', 'upgraded pacer account'],
  legacy: ['legacy', 'legacy pacer account', 'not upgraded'],
  unknown: ['unknown', '?', 'n/a'],
};

/** The words for yes and no. */
export const YES_NO_WORDS: Words<'yes' | 'no' | 'unknown'> = {
  yes: ['yes', 'y', 'true', 't', '1', 'x'],
  no: ['no', 'n', 'false', 'f', '0'],
  unknown: ['unknown', '?', 'n/a'],
};

/** The words for each link status. */
export const LINK_STATUS_WORDS: Words<(typeof LINK_STATUSES)[number]> = {
  linked: ['linked', 'yes', 'y', 'true', 'complete', 'completed'],
  unlinked: ['unlinked', 'not linked', 'no', 'n', 'false'],
  failed: ['failed', 'link failed', 'error'],
  pending: ['pending', 'link pending', 'awaiting approval'],
};

/** Looks a word up: the value, or `null` when it isn't one. */
export function lookup<Value extends string>(words: Words<Value>): (word: string) => Value | null {
  const values = new Map<string, Value>();
  for (const value of Object.keys(words) as Value[]) {
    for (const word of words[value]) values.set(plain(word), value);
  }
  return (word) => values.get(plain(word)) ?? null;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}?]/gu, '');
}
