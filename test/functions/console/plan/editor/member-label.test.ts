import { expect, it } from 'vitest';
import { memberLabel } from '../../../../../functions/console/plan/editor/member-label.ts';

it.each([
  ['court.helpDesk.phone', 'Help desk phone number'],
  ['twoPersonApproval', 'Two-person approval'],
  ['phases.notice-1.when', 'Notice 1 of 4: When it starts'],
  ['phases.notice-1.approval', 'Notice 1 of 4: Start'],
  ['phases.notice-1', 'Notice 1 of 4'],
  ['phases.gone', 'A phase'],
  ['meantDates', 'meant dates'],
])('of %s is %s', (path, label) => {
  expect(memberLabel(path.split('.'), new Map([['notice-1', 'Notice 1 of 4']]))).toBe(label);
});
