import fc from 'fast-check';
import { columns } from '../../../campaigns/nextgen/columns.ts';
import { type Filer, USER_TYPES } from '../../../functions/domain/filer/filer.ts';

const wordsOf = <Words extends object>(words: Words) => Object.keys(words) as (keyof Words & string)[];
const CMECF_STATUSES = wordsOf(columns.cmecf_status.words);
const PACER_ACCOUNTS = wordsOf(columns.pacer_account.words).filter((kind) => kind !== 'unknown');
const PACER_ACCOUNT_TYPES = wordsOf(columns.pacer_account_type.words);
const LINK_STATUSES = wordsOf(columns.link_status.words);

/** A filer of whom the roster says nothing but name and address. */
export function aFiler(facts: Partial<Filer> = {}): Filer {
  return {
    filerId: '00112233445566ff',
    userId: 'jdoe',
    lastName: 'Doe',
    firstName: 'Jane',
    firm: null,
    barId: null,
    phone: null,
    email: 'jane.doe@example.com',
    secondaryEmails: [],
    userType: 'attorney',
    cmecfStatus: 'active',
    pacerAccounts: [],
    pacerAccountType: 'unknown',
    pacerCreated: null,
    pacerUsernameLength: null,
    nextgenElsewhere: null,
    linkStatus: 'unlinked',
    linkAsOf: '2018-07-01',
    sharedAddress: false,
    ...facts,
  };
}

/** Dates around the two lines that the rules draw, and any others. */
const aDate = fc.oneof(
  fc.constantFrom('2014-08-10', '2014-08-11', '2018-10-21', '2018-10-22', '2018-10-23'),
  fc
    .date({ min: new Date('1995-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);

export const aGoLiveDate = fc.option(aDate);

/** Any filer that the schema lets pass. */
export const anyFiler: fc.Arbitrary<Filer> = fc
  .record({
    firm: fc.option(fc.constantFrom('Doe & Roe LLP', '')),
    email: fc.option(fc.constant('jane.doe@example.com')),
    userType: fc.constantFrom(...USER_TYPES),
    cmecfStatus: fc.constantFrom(...CMECF_STATUSES),
    pacerAccounts: fc.uniqueArray(fc.constantFrom(...PACER_ACCOUNTS)),
    pacerAccountType: fc.constantFrom(...PACER_ACCOUNT_TYPES),
    pacerCreated: fc.option(
      fc.oneof(
        aDate,
        aDate.map((date) => date.slice(0, 7)),
        aDate.map((date) => date.slice(0, 4)),
        fc.constantFrom('2014-99', '0000', '9999-99-99'),
      ),
    ),
    pacerUsernameLength: fc.option(fc.nat(12)),
    nextgenElsewhere: fc.option(fc.boolean()),
    linkStatus: fc.constantFrom(...LINK_STATUSES),
    linkAsOf: aDate,
    sharedAddress: fc.boolean(),
  })
  .map((facts) => aFiler(facts));
