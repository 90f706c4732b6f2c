import { describe, expect, it } from 'vitest';
import { asTold } from '../../../campaigns/nextgen/told.ts';

describe('asTold', () => {
  it.each([
    [
      'our records show an upgraded PACER account, but also a PACER username of 6 characters',
      'our records show that you have an upgraded PACER account, but also a PACER username of 6 characters',
    ],
    ['our records show no PACER account', 'our records show that you have no PACER account'],
    ['our records show a shared PACER account', 'our records show that you share a PACER account'],
    [
      'our records show only a PACER Administrative Account',
      'our records show that you have only a PACER Administrative Account (PAA)',
    ],
    [
      'our records show that the accounts were linked as of October 23, 2018',
      'our records show that your accounts were linked as of October 23, 2018',
    ],
    [
      'our records do not say whether the PACER account is upgraded',
      'our records do not say whether your PACER account is upgraded',
    ],
    [
      'our records list the CM/ECF account as suspended',
      'your CM/ECF account is suspended, so you have no steps to complete',
    ],
    [
      'our records list the CM/ECF account as deceased',
      'our records show that this account is no longer active',
    ],
    [
      'judges and court staff do not need to link an account',
      "as a judge or member of the court's staff, you do not need to link an account",
    ],
    ['our records show that linking had failed', 'our records show that linking had failed'],
  ])('says to the filer: %s', (reason, told) => {
    expect(asTold(reason)).toBe(told);
  });
});
