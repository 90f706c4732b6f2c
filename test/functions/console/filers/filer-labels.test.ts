import { describe, expect, it } from 'vitest';
import { FACT_LABELS, factText, isFact } from '../../../../functions/console/filers/filer-labels.ts';
import { telOf } from '../../../../functions/console/filers/phone.ts';
import { BLANK, type Filer } from '../../../../functions/domain/filer/filer.ts';
import { aFiler } from '../../../support/builders/filer.ts';

describe('factText', () => {
  it.each<[keyof Filer, Partial<Filer>, string]>([
    ['firm', {}, 'Unknown'],
    ['firm', { firm: 'Doe LLP' }, 'Doe LLP'],
    ['email', { email: null }, 'No usable address'],
    ['secondaryEmails', {}, 'None'],
    ['secondaryEmails', { secondaryEmails: ['a@b.example', 'c@d.example'] }, 'a@b.example, c@d.example'],
    ['userType', { userType: 'pro-se' }, 'Party without an attorney'],
    ['userType', { userType: 'unknown' }, 'Unknown'],
    ['cmecfStatus', { cmecfStatus: 'deceased' }, 'Deceased'],
    ['pacerAccounts', {}, 'Unknown'],
    ['pacerAccounts', { pacerAccounts: ['shared', 'paa'] }, 'Shared, PACER Administrative Account'],
    ['pacerAccountType', { pacerAccountType: 'unknown' }, 'Unknown'],
    ['pacerCreated', { pacerCreated: '2014-08' }, 'August 2014'],
    ['pacerUsernameLength', { pacerUsernameLength: 6 }, '6 characters'],
    ['nextgenElsewhere', {}, 'Unknown'],
    ['nextgenElsewhere', { nextgenElsewhere: false }, 'No'],
    ['linkStatus', { linkStatus: 'pending' }, 'Awaiting court approval'],
    ['linkAsOf', { linkAsOf: '2018-10-23' }, 'October 23, 2018'],
    ['sharedAddress', { sharedAddress: true }, 'Shared with another person'],
    ['otherAccounts', {}, 'None that get emails'],
    [
      'otherAccounts',
      { otherAccounts: ['0123456789abcdef'] },
      '1 that gets emails, with the same name and mailbox',
    ],
  ])('says %s of %j', (fact, facts, words) => {
    const filer = aFiler({ ...BLANK, ...facts });
    expect(isFact(fact) && factText(fact, filer)).toBe(words);
  });

  it('has a name for every fact but the id', () => {
    expect(Object.keys(aFiler()).filter((key) => !(key in FACT_LABELS))).toEqual(['filerId']);
  });
});

describe('telOf', () => {
  it.each([
    ['212-555-0100', 'tel:2125550100'],
    ['+1 (212) 555-0100', 'tel:+12125550100'],
    ['212.555.0100 x 12', 'tel:2125550100'],
    ['212/555-0100 ext. 5', 'tel:2125550100'],
    ['ask the clerk', null],
    ['x 12', null],
    ['12', null],
    ['javascript:alert(1)', null],
  ])('makes of %s %s', (phone, tel) => {
    expect(telOf(phone)).toBe(tel);
  });
});
