import type { Columns, KeyColumn } from '../column.ts';

/** The roster's key. */
export const key = {
  column: 'pacer_account_number',
  label: 'PACER account number',
  what: 'the PACER account number, the key of the roster, never the username',
  says: 'The number of the PACER account, never its username. Every row has a different one.',
  synonyms: ['account number', 'pacer account no', 'pacer account id', 'account id', 'pacer number'],
  examples: ['7001201', '7001202', '7001203'],
} as const satisfies KeyColumn;

const UNKNOWN = { label: 'Unknown', inText: '', synonyms: ['?', 'n/a', 'other'] } as const;

/** The roster's columns of this campaign, by header. */
export const columns = {
  user_type: {
    fact: 'userType',
    label: 'Type of filer',
    says: 'attorney, trustee, filing-agent, creditor, pro-se and others.',
    synonyms: ['role', 'group', 'user group', 'type', 'filer type'],
    type: 'word',
    blank: 'unknown',
    examples: ['attorney', 'filing-agent', 'trustee'],
    words: {
      attorney: { label: 'Attorney', synonyms: ['attorneys', 'aty', 'atty', 'lawyer', 'counsel'] },
      'government-attorney': {
        label: 'Government attorney',
        synonyms: ['government attorneys', 'government', 'us attorney', 'ausa'],
      },
      trustee: { label: 'Trustee', synonyms: ['trustees', 'tr', 'panel trustee', 'standing trustee'] },
      'us-trustee': {
        label: 'U.S. Trustee staff',
        inText: 'U.S. Trustee staff',
        synonyms: ['u.s. trustee', 'united states trustee', 'ust'],
      },
      'filing-agent': {
        label: 'Filing agent',
        synonyms: ['filing agents', 'agent', 'paralegal', 'legal assistant'],
      },
      'limited-filer': { label: 'Limited filer', synonyms: ['limited filers', 'limited use', 'limited'] },
      creditor: { label: 'Creditor', synonyms: ['creditors', 'cr'] },
      'pro-se': {
        label: 'Party without an attorney',
        synonyms: ['pro se party', 'pro se filer', 'self-represented', 'party'],
      },
      judge: {
        label: 'Judge',
        synonyms: [
          'judges',
          'judicial officer',
          'bankruptcy judge',
          'district judge',
          'magistrate',
          'magistrate judge',
        ],
      },
      'court-staff': {
        label: 'Court staff',
        synonyms: [
          'court',
          'clerk',
          'staff',
          'court employee',
          'court clerk',
          'deputy clerk',
          'courtroom deputy',
          'law clerk',
          'judicial assistant',
          'chambers',
        ],
      },
      unknown: UNKNOWN,
    },
  },
  access: {
    fact: 'access',
    label: 'Access',
    says: 'filing, other (such as notices only), pacer-only or closed. Blank means filing.',
    synonyms: ['access level', 'cmecf access', 'cm/ecf access', 'level'],
    type: 'word',
    blank: 'filing',
    strict: true,
    examples: ['filing', 'filing', 'other'],
    words: {
      filing: { label: 'Filing', synonyms: ['filer', 'e-file', 'efile', 'file'] },
      other: {
        label: 'Other CM/ECF access',
        synonyms: ['notices', 'notices only', 'interested party', 'nef only'],
      },
      'pacer-only': { label: 'PACER only', synonyms: ['search', 'search only', 'view only', 'case search'] },
      closed: { label: 'Closed', synonyms: ['none', 'inactive', 'deactivated', 'disabled'] },
    },
  },
  account_kind: {
    fact: 'accountKind',
    label: 'Account',
    says: 'individual, shared, or service (software signs in with it).',
    synonyms: ['kind of account', 'account type', 'pacer account kind', 'pacer account type'],
    type: 'word',
    blank: 'unknown',
    examples: ['individual', '', 'shared'],
    words: {
      individual: { label: 'Individual', synonyms: ['own', 'personal', 'single user'] },
      shared: { label: 'Shared', synonyms: ['firm', 'group', 'office'] },
      service: { label: 'Service account', synonyms: ['service account', 'software', 'automated', 'system'] },
      unknown: UNKNOWN,
    },
  },
  shared_by: {
    fact: 'sharedBy',
    label: 'People who sign in',
    says: 'How many people sign in with the account. 1 if no one shares it.',
    synonyms: ['people sharing', 'number of users', 'users', 'people'],
    type: 'count',
    what: 'how many people sign in with this account, such as 3',
    unit: 'people',
    examples: ['1', '', '4'],
  },
  filing_software: {
    fact: 'filingSoftware',
    label: 'Third-party software',
    says: 'y if the filer files or opens cases with another company’s software.',
    synonyms: ['third-party software', 'vendor software', 'case opening software', 'uses software'],
    type: 'yes-no',
    yes: 'Yes, uses it to file',
    examples: ['n', '', 'y'],
  },
  mfa_status: {
    fact: 'mfaStatus',
    label: 'Enrollment',
    says: 'enrolled, not-enrolled, selected or restricted. Reminders need it.',
    synonyms: ['mfa', 'mfa enrolled', 'enrollment', 'enrollment status', 'mfa enrollment status'],
    type: 'word',
    blank: 'not-enrolled',
    strict: true,
    examples: ['enrolled', 'not-enrolled', 'selected'],
    words: {
      enrolled: { label: 'Enrolled', synonyms: ['yes', 'y', 'true', 't', '1', 'x', 'complete', 'completed'] },
      'not-enrolled': { label: 'Not enrolled', synonyms: ['no', 'n', 'false', 'f', '0', 'none', 'not yet'] },
      selected: { label: 'Selected', synonyms: ['prompted', 'mfa prompt', 'skipped'] },
      restricted: { label: 'Restricted', synonyms: ['access restricted', 'skips used', 'locked', 'blocked'] },
    },
  },
  mfa_as_of: {
    fact: 'mfaAsOf',
    label: 'Enrollment as of',
    says: 'The day on which the enrollment status was true.',
    synonyms: ['mfa status as of', 'mfa status date', 'enrollment date', 'enrolled on', 'as of'],
    type: 'day',
    what: 'the day on which the enrollment status was true, such as 2025-10-01',
    strict: true,
    examples: ['2025-05-12', '', '2025-10-01'],
  },
  mfa_methods: {
    fact: 'methods',
    label: 'Sign-in methods',
    says: 'app or codes. Several are separated by ";".',
    synonyms: ['methods', 'mfa method', 'mfa options', 'authentication methods'],
    type: 'words',
    examples: ['app; codes', '', ''],
    words: {
      app: { label: 'authentication app', synonyms: ['authentication app', 'authenticator', 'totp'] },
      codes: { label: 'backup codes', synonyms: ['backup codes', 'backup code', 'one-time codes'] },
      unknown: UNKNOWN,
    },
  },
} as const satisfies Columns;

/** How far a filer has come. */
export const progress = {
  status: 'mfa_status',
  asOf: 'mfa_as_of',
  label: 'enrollment status',
  begun: 'enrolled or were prompted to',
  since: 'opens',
  maxAgeDays: 'mfaStatusMaxAgeDays',
} as const;
