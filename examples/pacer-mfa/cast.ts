import { person, type Row } from './row.ts';

/** People of the example who each show one thing, and what that is. Their account numbers are 7000001 and so on. */
export const CAST: readonly {
  readonly shows: string;
  readonly row: Row & { pacer_account_number: string };
}[] = (
  [
    ['rule 1, access is closed', person('Ferry', 'Walt', { access: 'closed' })],
    ['rule 2, a judge', person('Bench', 'Marion', { user_type: 'judge' })],
    ['rule 2, court staff', person('Docket', 'Clara', { user_type: 'clerk' })],
    ['rule 2, PACER only', person('Reader', 'Page', { access: 'view only', user_type: 'creditor' })],
    [
      'rule 2, PACER only, although enrolled',
      person('Keen', 'Vera', { access: 'search', mfa_status: 'yes' }),
    ],
    [
      'rule 3, enrolled before enrollment opened, never corrected',
      person('Early', 'Rosa', {
        mfa_status: 'enrolled',
        mfa_as_of: '2025-02-03',
        account_kind: 'individual',
      }),
    ],
    [
      'rule 3, an app on record but not enrolled, corrected in October',
      person('Riddle', 'Anna', { mfa_status: 'no', mfa_methods: 'app', account_kind: 'individual' }),
    ],
    [
      'rule 4, enrolled on the first day, by app and codes',
      person('Swift', 'Ada', { mfa_status: 'enrolled', mfa_as_of: '5/11/2025', mfa_methods: 'app; codes' }),
    ],
    [
      'rule 4, enrolled by app alone',
      person('Single', 'Otto', { mfa_status: 'enrolled', mfa_as_of: '2025-05-12', mfa_methods: 'app' }),
    ],
    [
      'rule 4, enrolled by backup codes alone',
      person('Paper', 'June', { mfa_status: 'enrolled', mfa_as_of: '2025-05-12', mfa_methods: 'codes' }),
    ],
    [
      'rule 5, skips three prompts, enrolls on enforcement day',
      person('Later', 'Max', { account_kind: 'individual' }),
    ],
    [
      'rule 6, prompted in September, enrolls by December',
      person('Prompt', 'Ines', { account_kind: 'individual' }),
    ],
    [
      'rule 7, individual, but three people sign in; answered in September',
      person('Doubt', 'Thomas', { account_kind: 'individual', shared_by: '3' }),
    ],
    [
      'rule 7, shared, but one person signs in; never answered',
      person('Lone', 'Petra', { account_kind: 'shared', shared_by: '1' }),
    ],
    [
      'rule 8, a service account',
      person('Robot', 'Ivy', { account_kind: 'service', firm: 'Elm & Pine, P.C.' }),
    ],
    [
      'rule 8, files with third-party software, never enrolls',
      person('Vendor', 'Sal', { account_kind: 'individual', filing_software: 'yes' }),
    ],
    [
      'rule 8, software and a shared account, never enrolls',
      person('Both', 'Hannah', { account_kind: 'shared', shared_by: '4', filing_software: 'y' }),
    ],
    ['rule 9, shared, number unknown', person('Park', 'Jin-Soo', { account_kind: 'firm' })],
    ['rule 9, four people, kind unknown, never enrolls', person('Quartet', 'Mila', { shared_by: '4' })],
    ['rule 9, more people than apps', person('Crowd', 'Bea', { account_kind: 'shared', shared_by: '14' })],
    [
      'rule 9, a filing agent on a shared account',
      person('Agent', 'Noor', { user_type: 'paralegal', account_kind: 'shared', shared_by: '2' }),
    ],
    ['rule 10, a filing agent, sharing unknown', person('Maybe', 'Lou', { user_type: 'filing agent' })],
    ['rule 10 once, individual since September', person('Sure', 'Dana', { user_type: 'legal assistant' })],
    ['rule 11, an individual account', person('Plain', 'Jo', { account_kind: 'individual', shared_by: '1' })],
    ['rule 11, sharing unknown, never enrolls', person('Blank', 'Cal', {})],
    ['rule 11, notices only', person('Notice', 'Eve', { access: 'nef only', user_type: 'creditor' })],
    ['no address, on the phone list', person('Silence', 'Dora', { email: '', phone: '212-555-0119' })],
    ['an address that cannot be used, corrected in June', person('Dotty', 'Will', { email: 'will.dotty@' })],
    [
      'a mailbox that is gone: the first email bounces, the others are skipped',
      person('Gone', 'Sam', { email: 'bounce+gone@simulator.amazonses.com', phone: '914-555-0122' }),
    ],
    [
      'a mailbox that is gone, corrected in June',
      person('Moved', 'Gwen', { email: 'bounce+moved@simulator.amazonses.com' }),
    ],
    [
      'marks the announcement as spam and gets no more emails',
      person('Cross', 'Vic', { email: 'complaint+cross@simulator.amazonses.com' }),
    ],
    [
      'out of office, which changes nothing',
      person('Away', 'Sue', { email: 'ooto+away@simulator.amazonses.com' }),
    ],
    ['one mailbox, two people', person('Harbor', 'Pia', { email: 'docket@example.org', shared_by: '2' })],
    [
      'one mailbox, two people, other case',
      person('Lane', 'Luc', {
        email: 'Docket@Example.org',
        user_type: 'trustee',
        account_kind: 'individual',
      }),
    ],
  ] as const
).map(([shows, row], index) => ({ shows, row: { ...row, pacer_account_number: `${7_000_001 + index}` } }));

/** Rows that the intake must refuse, each for a different reason; few enough that it accepts the roster. */
export const FAULTS: readonly Row[] = [
  person('Nemo', 'Outis', { pacer_account_number: '' }),
  person('Sometime', 'Will', {
    pacer_account_number: '7009999',
    mfa_status: 'enrolled',
    mfa_as_of: 'last week',
  }),
];

/** The account number of a member of the cast. @throws Error when no one has that last name */
export function numberOf(lastName: string): string {
  const found = CAST.find(({ row }) => row.last_name === lastName);
  if (!found) throw new Error(`Cannot find ${lastName} because no one in the cast has that last name`);
  return found.row.pacer_account_number;
}
