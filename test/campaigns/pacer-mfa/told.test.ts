import { describe, expect, it } from 'vitest';
import { asTold } from '../../../campaigns/pacer-mfa/told.ts';

describe('a reason as a letter says it', () => {
  it.each([
    [
      'our records show that, as of September 30, 2025, PACER had restricted this account after three skipped prompts',
      'our records show that, as of September 30, 2025, PACER had restricted your account after three skipped prompts',
    ],
    [
      'our records show that, as of September 30, 2025, PACER had prompted this filer to enroll',
      'our records show that, as of September 30, 2025, PACER had prompted you to enroll',
    ],
    [
      'our records list this filer as a filing agent and show a shared account',
      'our records list you as a filing agent and show a shared account',
    ],
    [
      'our records list this filer as a filing agent but do not say whether the account is shared',
      'our records list you as a filing agent but do not say whether you share this account',
    ],
    [
      'our records list this filer as a judge or court employee, to whom this change does not apply',
      'our records list you as a judge or court employee, to whom this change does not apply',
    ],
    ['our records show a shared account', 'our records show a shared account'],
  ])('%s', (reason, told) => {
    expect(asTold(reason)).toBe(told);
  });
});
