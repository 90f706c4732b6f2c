import { describe, expect, it } from 'vitest';
import { whoMay } from '../../../../functions/console/people/who-may.ts';

describe('whoMay', () => {
  it.each([
    ['edit', 'Only a clerk can do this.'],
    ['release', 'Only a clerk or an approver can do this.'],
    ['operate', 'Only a clerk or operations staff can do this.'],
    ['test', 'Only a clerk, an approver, or operations staff can do this.'],
  ] as const)('says of %s: %s', (permission, expected) => {
    expect(whoMay(permission)).toBe(expected);
  });
});
