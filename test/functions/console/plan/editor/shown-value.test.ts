import { expect, it } from 'vitest';
import { shownValue } from '../../../../../functions/console/plan/editor/shown-value.ts';
import { ANCHORS } from '../../../../../functions/domain/plan/dated.ts';

const anchor = ANCHORS[0];

it.each([
  [undefined, 'nothing'],
  [true, 'yes'],
  [30, '“30”'],
  ['212-555-0140', '“212-555-0140”'],
  ['2018-10-22', 'October 22, 2018'],
  [['uscourts.gov', 'example.gov'], '“uscourts.gov, example.gov”'],
  [{ certainty: 'exact', date: '2018-10-22', time: '08:30' }, 'Mon, Oct 22, 2018, 8:30 a.m.'],
  [{ certainty: 'exact', date: '2018-10-22' }, '“exact, 2018-10-22”'],
  [{ certainty: 'to-be-announced' }, 'To be announced'],
  [
    { from: '2018-10-19T08:30', to: '2018-10-22T08:30' },
    'Fri, Oct 19, 2018, 8:30 a.m. to Mon, Oct 22, 2018, 8:30 a.m.',
  ],
  [{ from: 'soon', to: 'later' }, '“soon, later”'],
])('shows %j as %s', (value, text) => {
  expect(shownValue(value)).toBe(text);
});

it('shows when a phase starts as its rule', () => {
  expect(shownValue({ days: -90, anchor, at: '09:00' })).toMatch(/^90 days before .*, 9:00 a\.m\.$/);
});
