import fc from 'fast-check';
import { campaign } from '#campaign';
import type { Column } from '../../../campaigns/column.ts';
import { anyFiler as blankFiler } from '../../../functions/domain/filer/any-filer.ts';
import { CAMPAIGN_COLUMNS, type Filer } from '../../../functions/domain/filer/filer.ts';

/** A filer of whom the roster says nothing but name and address. */
export function aFiler(facts: Partial<Filer> = {}): Filer {
  return {
    ...blankFiler(),
    filerId: '00112233445566ff',
    userId: 'jdoe',
    lastName: 'Doe',
    firstName: 'Jane',
    email: 'jane.doe@example.com',
    userType: 'attorney',
    [campaign.columns[campaign.progress.asOf].fact]: '2018-07-01',
    ...facts,
  };
}

/** Dates around the lines that a campaign's rules draw, and any others. */
const aDate = fc.oneof(
  fc.constantFrom('2014-08-10', '2014-08-11', '2018-10-21', '2018-10-22', '2018-10-23'),
  fc
    .date({ min: new Date('1995-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);

export const aPivotDate = fc.option(aDate);

/** Any fact that a column can give. */
function aFact(column: Column): fc.Arbitrary<unknown> {
  switch (column.type) {
    case 'word':
      return fc.constantFrom(...Object.keys(column.words));
    case 'words':
      return fc.uniqueArray(
        fc.constantFrom(...Object.keys(column.words).filter((word) => word !== 'unknown')),
      );
    case 'yes-no':
      return fc.option(fc.boolean());
    case 'count':
      return fc.option(fc.nat(12));
    case 'date':
      return fc.option(
        fc.oneof(
          aDate,
          aDate.map((date) => date.slice(0, 7)),
          aDate.map((date) => date.slice(0, 4)),
          fc.constantFrom('2014-99', '0000', '9999-99-99'),
        ),
      );
    case 'day':
      return aDate;
  }
}

/** Any filer that the schema lets pass. */
export const anyFiler: fc.Arbitrary<Filer> = fc
  .record({
    firm: fc.option(fc.constantFrom('Doe & Roe LLP', '')),
    email: fc.option(fc.constant('jane.doe@example.com')),
    ...Object.fromEntries(CAMPAIGN_COLUMNS.map(([, column]) => [column.fact, aFact(column)])),
    sharedAddress: fc.boolean(),
  })
  .map((facts) => aFiler(facts as Partial<Filer>));
