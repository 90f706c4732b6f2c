import type { Columns, KeyColumn } from '../column.ts';

/** The roster's key. */
export const key = {
  column: 'cmecf_user_id',
  label: 'CM/ECF user id',
  what: 'the CM/ECF user id, the key of the roster',
  says: 'The login of the CM/ECF account. Every row has its own.',
  synonyms: [
    'user id',
    'uid',
    'login id',
    'login',
    'cmecf login',
    'cmecf id',
    'cm/ecf user id',
    'ecf user id',
  ],
  examples: ['jsmith', 'mdoe2', 'rroe'],
} as const satisfies KeyColumn;

const UNKNOWN = { label: 'Unknown', inText: '', synonyms: ['?', 'n/a'] } as const;

const JUDGES = [
  ...['judges', 'jud', 'judicial officer', 'justice', 'chief judge', 'senior judge', 'visiting judge'],
  ...[
    'bankruptcy judge',
    'chief bankruptcy judge',
    'u.s. bankruptcy judge',
    'united states bankruptcy judge',
  ],
  ...['district judge', 'chief district judge', 'u.s. district judge', 'united states district judge'],
  ...['magistrate', 'magistrate judge', 'chief magistrate judge', 'u.s. magistrate judge'],
  ...['united states magistrate judge', 'circuit judge', 'recalled judge', 'recalled bankruptcy judge'],
  ...['recalled magistrate judge', 'judge (recalled)', 'presiding judge', 'us judge'],
];
const COURT_STAFF = [
  ...['court', 'clerk', 'court user', 'staff', 'court employee', 'court clerk', 'clerk of court'],
  ...["clerk's office", 'clerk of the court', 'deputy clerk', 'deputy clerks', 'chief deputy clerk'],
  ...['courtroom deputy', 'courtroom deputy clerk', 'law clerk', 'law clerks', 'career law clerk'],
  ...['term law clerk', 'judicial law clerk', 'judicial assistant', 'chambers', 'chambers staff'],
  ...['intake clerk', 'ecf administrator', 'pro se law clerk', 'case manager', 'case administrator'],
  ...['docket clerk', 'docketing clerk', 'courtroom clerk', 'court administrator', 'clerk staff'],
  ...["judge's secretary", "judge's staff", 'judge/chambers', "judge's chambers", 'chambers clerk'],
  ...['probation officer', 'pretrial services officer', 'it staff', 'court it'],
];

const CHAPTERS = ['7', '11', '12', '13'].flatMap((chapter) => [
  `chapter ${chapter} trustee`,
  `ch. ${chapter} trustee`,
  `trustee - chapter ${chapter}`,
]);

/** The roster's columns of this campaign, by header. */
export const columns = {
  user_type: {
    fact: 'userType',
    label: 'Kind of filer',
    says: 'attorney, trustee, filing-agent, creditor, pro-se and others.',
    synonyms: ['role', 'group', 'user group', 'type', 'filer type'],
    type: 'word',
    blank: 'unknown',
    examples: ['attorney', 'trustee', 'pro-se'],
    words: {
      attorney: {
        label: 'Attorney',
        synonyms: [
          'attorneys',
          'aty',
          'atty',
          'lawyer',
          'counsel',
          'pro hac vice',
          'attorney (pro hac vice)',
        ],
      },
      'cja-attorney': {
        label: 'CJA panel attorney',
        inText: 'CJA panel attorney',
        synonyms: ['cja', 'cja panel', 'cja attorney', 'cja panel attorneys', 'panel attorney'],
      },
      trustee: {
        label: 'Trustee',
        synonyms: ['trustees', 'tr', 'panel trustee', 'standing trustee', 'case trustee', ...CHAPTERS],
      },
      'us-trustee': {
        label: 'U.S. Trustee staff',
        inText: 'U.S. Trustee staff',
        synonyms: [
          ...['u.s. trustee', 'united states trustee', 'ust', 'us trustee staff'],
          ...['assistant u.s. trustee', 'assistant united states trustee', 'asst. u.s. trustee'],
        ],
      },
      'filing-agent': {
        label: 'Filing agent',
        synonyms: ['filing agents', 'agent', 'paralegal', 'legal assistant'],
      },
      'limited-filer': {
        label: 'Limited filer',
        synonyms: ['limited filers', 'limited use', 'limited user', 'limited'],
      },
      creditor: { label: 'Creditor', synonyms: ['creditors', 'cr'] },
      'court-reporter': { label: 'Court reporter', synonyms: ['court reporters', 'reporter'] },
      transcriber: { label: 'Transcriber', synonyms: ['transcribers', 'transcriptionist'] },
      auditor: { label: 'Auditor', synonyms: ['auditors'] },
      'course-provider': {
        label: 'Course provider',
        synonyms: ['course providers', 'financial management course provider', 'debtor education'],
      },
      'government-attorney': {
        label: 'Government attorney',
        synonyms: ['government attorneys', 'government', 'usa', 'us attorney', 'ausa'],
      },
      media: { label: 'Media', synonyms: ['press'] },
      'pro-se': {
        label: 'Party without an attorney',
        synonyms: ['pro se party', 'pro se filer', 'self-represented', 'party'],
      },
      judge: { label: 'Judge', synonyms: JUDGES },
      'court-staff': {
        label: 'Court staff',
        synonyms: COURT_STAFF,
      },
      unknown: { label: 'Unknown', inText: '', synonyms: ['n/a', 'other'] },
    },
  },
  cmecf_status: {
    fact: 'cmecfStatus',
    label: 'CM/ECF account',
    says: 'active, inactive, suspended or deceased. Blank means active.',
    synonyms: ['status', 'user status', 'account status', 'cm/ecf status'],
    type: 'word',
    blank: 'active',
    strict: true,
    examples: ['active', 'active', 'active'],
    words: {
      active: { label: 'Active', synonyms: ['a', 'enabled', 'open'] },
      inactive: { label: 'Inactive', synonyms: ['i', 'disabled', 'closed', 'retired', 'terminated'] },
      suspended: { label: 'Suspended', synonyms: ['s', 'disbarred'] },
      deceased: { label: 'Deceased', synonyms: ['d', 'dead'] },
    },
  },
  pacer_account: {
    fact: 'pacerAccounts',
    label: 'PACER account',
    says: 'individual, shared, paa, case_search or none.',
    synonyms: ['pacer kind', 'pacer account kind', 'kind of pacer account', 'pacer accounts'],
    type: 'words',
    examples: ['individual', 'individual', ''],
    words: {
      individual: { label: 'individual', synonyms: ['own', 'personal'] },
      shared: { label: 'shared', synonyms: ['firm', 'shared firm account', 'group'] },
      paa: {
        label: 'PACER Administrative Account',
        synonyms: ['pacer administrative account', 'administrative', 'admin'],
      },
      case_search: { label: 'case search', synonyms: ['case search only', 'search'] },
      none: { label: 'none', synonyms: ['no', 'no account'] },
      unknown: UNKNOWN,
    },
  },
  pacer_account_type: {
    fact: 'pacerAccountType',
    label: 'Upgraded or legacy',
    says: 'upgraded or legacy.',
    synonyms: ['pacer type', 'pacer upgrade status'],
    type: 'word',
    blank: 'unknown',
    examples: ['legacy', 'upgraded', ''],
    words: {
      upgraded: { label: 'Upgraded', synonyms: ['upgraded pacer account'] },
      legacy: { label: 'Legacy', synonyms: ['legacy pacer account', 'not upgraded'] },
      unknown: UNKNOWN,
    },
  },
  pacer_created: {
    fact: 'pacerCreated',
    label: 'PACER account created',
    says: 'When the PACER account was created: 2014-08-11, 8/11/2014 or 2014.',
    synonyms: ['pacer account created', 'pacer creation date', 'pacer created on', 'pacer registration date'],
    type: 'date',
    examples: ['2009-03-02', '2017-05-11', ''],
  },
  pacer_username_length: {
    fact: 'pacerUsernameLength',
    label: 'PACER username',
    says: 'How many characters the username has. Never the name itself.',
    synonyms: ['pacer user name length', 'length of pacer username', 'pacer login length'],
    type: 'count',
    what: 'the number of characters of the PACER username, never the username itself',
    unit: 'characters',
    examples: ['6', '9', ''],
  },
  nextgen_elsewhere: {
    fact: 'nextgenElsewhere',
    label: 'NextGen in another court',
    says: 'y if the account is linked in another NextGen court.',
    synonyms: ['nextgen in another court', 'other nextgen court', 'linked elsewhere', 'nextgen other court'],
    type: 'yes-no',
    yes: 'Yes, linked there',
    examples: ['n', 'y', ''],
  },
  link_status: {
    fact: 'linkStatus',
    label: 'Link',
    says: 'linked, unlinked, failed or pending. Needed after go-live.',
    synonyms: ['nextgen link status', 'linked', 'linking status', 'link state'],
    type: 'word',
    blank: 'unlinked',
    strict: true,
    examples: ['unlinked', 'unlinked', 'unlinked'],
    words: {
      linked: { label: 'Linked', synonyms: ['yes', 'y', 'true', 't', '1', 'x', 'complete', 'completed'] },
      unlinked: { label: 'Not linked', synonyms: ['not linked', 'not yet', 'no', 'n', 'false', 'f', '0'] },
      failed: { label: 'Failed', synonyms: ['link failed', 'error'] },
      pending: { label: 'Awaiting court approval', synonyms: ['link pending', 'awaiting approval'] },
    },
  },
  link_as_of: {
    fact: 'linkAsOf',
    label: 'Link status as of',
    says: 'The day on which the link status was true.',
    synonyms: ['link status as of', 'link date', 'link status date', 'linked as of', 'as of'],
    type: 'day',
    what: 'the day on which the link status was true, such as 2018-10-29',
    strict: true,
    examples: ['', '', ''],
  },
} as const satisfies Columns;

/** How far a filer has come. */
export const progress = {
  status: 'link_status',
  asOf: 'link_as_of',
  label: 'link status',
  begun: 'linked or tried to',
  since: 'go-live',
  maxAgeDays: 'linkStatusMaxAgeDays',
} as const;
