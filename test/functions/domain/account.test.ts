import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Account,
  type AccountChange,
  type ChangeRefusal,
  grantOf,
  refuseChange,
  roleOf,
} from '../../../functions/domain/account.ts';
import { may, ROLES, type Role } from '../../../functions/domain/person.ts';

const why = 'Because.';

function anAccount(id: string, role: Role, changes: Partial<Account> = {}): Account {
  const email = `${id}@court.example`;
  return { id, name: id, email, roles: [role], status: 'active', hasTwoFactor: true, ...changes };
}

const otto = anAccount('otto', 'ops');
const olga = anAccount('olga', 'ops');
const ada = anAccount('ada', 'approver');
const clara = anAccount('clara', 'clerk');
const vera = anAccount('vera', 'viewer');
const ALL = [otto, olga, ada, clara, vera];
const INVITED = anAccount('ina', 'approver', { status: 'invited', hasTwoFactor: false });

const invite = (account: string, email: string): AccountChange => ({
  change: 'invite',
  account,
  email,
  name: 'New',
  role: 'clerk',
});
const role = (account: string, to: Role): AccountChange => ({ change: 'role', account, role: to, why });
const disable = (account: string): AccountChange => ({ change: 'disable', account, why });
const reset = (account: string): AccountChange => ({ change: 'reset', account, why });

type Row = [
  what: string,
  change: AccountChange,
  facts: { by?: string; accounts?: readonly Account[]; isTwoPerson?: boolean },
  reason: ChangeRefusal['reason'] | null,
];

const ROWS: Row[] = [
  ['someone new', invite('jdoe', 'jdoe@court.example'), {}, null],
  [
    'an id in other letters',
    invite('ada', 'x@court.example'),
    { accounts: [anAccount('ADA', 'clerk')] },
    'id-taken',
  ],
  ['an address in other letters', invite('ada2', 'ADA@court.example'), {}, 'email-taken'],
  ['no one', disable('nemo'), {}, 'no-such-account'],
  // Locking oneself out.
  ['one’s own role', role('otto', 'clerk'), {}, 'own-account'],
  ['one’s own account', disable('otto'), {}, 'own-account'],
  ['one’s own second factor', reset('otto'), {}, 'own-account'],
  // The last one, also where a person's sign-in has a role that the account lost past the console.
  ['the last who manages people', disable('otto'), { by: 'olga', accounts: [otto, clara] }, 'last-one'],
  [
    'the last role that manages people',
    role('otto', 'clerk'),
    { by: 'olga', accounts: [otto, clara] },
    'last-one',
  ],
  [
    'the last who manages people, while another is invited',
    disable('otto'),
    { by: 'olga', accounts: [otto, clara, anAccount('new', 'ops', { status: 'invited' })] },
    'last-one',
  ],
  ['one of two who manage people', disable('olga'), {}, null],
  ['the last approver, while clerks may release', disable('ada'), {}, null],
  ['the last approver, with two-person approval', disable('ada'), { isTwoPerson: true }, 'last-one'],
  ['the role of the last approver', role('ada', 'clerk'), { isTwoPerson: true }, 'last-one'],
  [
    'the last approver, while another is invited',
    disable('ada'),
    { isTwoPerson: true, accounts: [...ALL, INVITED] },
    'last-one',
  ],
  [
    'the last approver, while another is disabled',
    disable('ada'),
    { isTwoPerson: true, accounts: [...ALL, anAccount('abe', 'approver', { status: 'disabled' })] },
    'last-one',
  ],
  [
    'one of two approvers',
    disable('ada'),
    { isTwoPerson: true, accounts: [...ALL, anAccount('abe', 'approver')] },
    null,
  ],
  ['the last who releases', role('clara', 'viewer'), { accounts: [otto, clara] }, 'last-one'],
  ['a clerk, while an approver is there', role('clara', 'viewer'), {}, null],
  ['the last clerk, with two-person approval', disable('clara'), { isTwoPerson: true }, null],
  // A lost phone must not lock out the last one.
  ['the second factor of the last approver', reset('ada'), { isTwoPerson: true }, null],
  // What makes no sense.
  ['the role that they have', role('clara', 'clerk'), {}, 'unchanged'],
  [
    'the role of two groups',
    role('clara', 'clerk'),
    { accounts: [otto, anAccount('clara', 'clerk', { roles: ['clerk', 'ops'] })] },
    null,
  ],
  [
    'a disabled account',
    disable('vera'),
    { accounts: [otto, anAccount('vera', 'viewer', { status: 'disabled' })] },
    'unchanged',
  ],
  ['an active account', { change: 'enable', account: 'vera' }, {}, 'unchanged'],
  ['an invitation', { change: 'resend', account: 'ina' }, { accounts: [otto, INVITED] }, null],
  [
    'an invitation that expired',
    { change: 'resend', account: 'ina' },
    { accounts: [otto, { ...INVITED, status: 'expired' }] },
    null,
  ],
  ['an invitation that was accepted', { change: 'resend', account: 'vera' }, {}, 'not-invited'],
  ['a second factor that isn’t there', reset('ina'), { accounts: [otto, INVITED] }, 'no-two-factor'],
  [
    'the second factor of an account without address',
    reset('vera'),
    { accounts: [otto, { ...vera, email: null }] },
    'no-address',
  ],
];

describe('refuseChange', () => {
  it.each(ROWS)('of %s', (_what, change, { by = 'otto', accounts = ALL, isTwoPerson = false }, reason) => {
    expect(refuseChange(change, { by, accounts, isTwoPerson })?.reason ?? null).toBe(reason);
  });

  it('leaves someone who manages people and someone who approves, whatever is changed in which order', () => {
    const ids = ALL.map(({ id }) => id);
    const anId = fc.constantFrom(...ids);
    const aStep = fc.record({
      by: anId,
      change: fc.oneof(
        fc.tuple(anId, fc.constantFrom(...ROLES)).map(([id, to]) => role(id, to)),
        anId.map(disable),
        anId.map((account): AccountChange => ({ change: 'enable', account })),
      ),
    });
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 30 }), fc.boolean(), (steps, isTwoPerson) => {
        let accounts: readonly Account[] = ALL;
        for (const { by, change } of steps) {
          const found = accounts.find(({ id }) => id === by)!;
          if (found.status !== 'active' || !may({ role: found.roles[0]! }, 'people')) continue;
          if (refuseChange(change, { by, accounts, isTwoPerson })) continue;
          accounts = accounts.map((one) => (one.id === change.account ? applied(one, change) : one));
        }
        const able = (permission: 'people' | 'approve' | 'release') =>
          accounts.some(
            ({ status, roles }) => status === 'active' && may({ role: roleOf(roles)! }, permission),
          );
        expect([able('people'), able(isTwoPerson ? 'approve' : 'release')]).toEqual([true, true]);
      }),
    );
  });
});

function applied(account: Account, change: AccountChange): Account {
  if (change.change === 'role') return { ...account, roles: [change.role] };
  return { ...account, status: change.change === 'disable' ? 'disabled' : 'active' };
}

describe('grantOf', () => {
  it.each<[AccountChange, Role[], ReturnType<typeof grantOf>]>([
    [invite('jdoe', 'x@y.example'), [], { account: 'jdoe', role: 'clerk', kind: 'new' }],
    [role('vera', 'approver'), ['viewer'], { account: 'vera', role: 'approver', kind: 'new' }],
    [role('ada', 'viewer'), ['approver'], null],
    [disable('ada'), ['approver'], null],
    [{ change: 'enable', account: 'ada' }, ['approver'], { account: 'ada', role: 'approver', kind: 'new' }],
    [{ change: 'enable', account: 'vera' }, ['viewer'], null],
    [reset('ada'), ['approver'], { account: 'ada', role: 'approver', kind: 'reset' }],
    [{ change: 'resend', account: 'ada' }, ['approver'], 'unchanged'],
  ])('of %o', (change, before, expected) => {
    expect(grantOf(change, before)).toEqual(expected);
  });
});
