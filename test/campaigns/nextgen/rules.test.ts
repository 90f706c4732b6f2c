import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUS_RULES } from '../../../campaigns/nextgen/status-rules.ts';
import { VERDICT_RULES } from '../../../campaigns/nextgen/verdict-rules.ts';
import type { Filer } from '../../../functions/domain/filer/filer.ts';
import { stateOf } from '../../../functions/domain/filer/rules.ts';
import { type Flag, STATES, type State } from '../../../functions/domain/filer/state.ts';
import { readState } from '../../oracle/state.ts';
import { aFiler, anyFiler, aPivotDate } from '../../support/builders/filer.ts';

const GO_LIVE = '2018-10-22';
const AFTER = { linkAsOf: GO_LIVE };
const BEFORE = { linkAsOf: '2018-10-21' };

type Row = [facts: Partial<Filer>, state: State];

function check(rule: number, rows: Row[]) {
  it.each(rows)(`rule ${rule}: %o is %s`, (facts, state) => {
    expect(stateOf(aFiler(facts), GO_LIVE)).toMatchObject({ rule, state });
  });
}

describe('stateOf, by what the court knows', () => {
  check(1, [
    [{ cmecfStatus: 'inactive' }, 'inactive'],
    [{ cmecfStatus: 'suspended', linkStatus: 'linked', ...AFTER }, 'inactive'],
    [{ cmecfStatus: 'deceased', userType: 'judge' }, 'inactive'],
  ]);
  check(2, [
    [{ userType: 'judge' }, 'not-required'],
    [{ userType: 'court-staff', linkStatus: 'linked', ...AFTER }, 'not-required'],
    [{ userType: 'court-staff', linkStatus: 'failed', ...BEFORE }, 'not-required'],
  ]);
  check(3, [
    [{ linkStatus: 'linked', linkAsOf: '2018-10-22' }, 'linked'],
    [{ linkStatus: 'linked', linkAsOf: '2018-11-05', pacerAccounts: ['shared'] }, 'linked'],
    [{ linkStatus: 'linked', linkAsOf: '2019-01-01', pacerAccountType: 'legacy' }, 'linked'],
  ]);
  check(4, [
    [{ linkStatus: 'linked', linkAsOf: '2018-10-21' }, 'conflict'],
    [{ linkStatus: 'pending', linkAsOf: '2018-07-24' }, 'conflict'],
    [{ linkStatus: 'failed', linkAsOf: '2017-10-22' }, 'conflict'],
  ]);
  check(5, [
    [{ linkStatus: 'pending', ...AFTER }, 'awaiting-court'],
    [{ linkStatus: 'pending', linkAsOf: '2018-10-29', pacerAccountType: 'upgraded' }, 'awaiting-court'],
  ]);
  check(6, [
    [{ linkStatus: 'failed', ...AFTER }, 'link-failed'],
    [{ linkStatus: 'failed', linkAsOf: '2018-10-29', pacerAccounts: ['none'] }, 'link-failed'],
  ]);
  check(14, [
    [{ linkStatus: 'unlinked', ...BEFORE }, 'verify-account'],
    [{ linkStatus: 'unlinked', ...AFTER }, 'verify-account'],
  ]);

  it.each(['linked', 'pending', 'failed'] as const)(
    'takes %s for a conflict while go-live is to be announced, whatever its date',
    (linkStatus) => {
      const filer = aFiler({ linkStatus, linkAsOf: '2030-01-01' });
      expect(stateOf(filer, null)).toMatchObject({ rule: 4, state: 'conflict' });
    },
  );
});

describe('stateOf, by what is known about the PACER account', () => {
  check(7, [
    [{ pacerAccounts: ['none'], nextgenElsewhere: true }, 'verify-account'],
    [{ pacerAccounts: ['shared'], nextgenElsewhere: true }, 'verify-account'],
    [{ pacerAccounts: ['paa'], nextgenElsewhere: true }, 'verify-account'],
    [{ pacerAccounts: ['shared', 'paa'], nextgenElsewhere: true }, 'verify-account'],
    [{ pacerAccountType: 'upgraded', pacerUsernameLength: 6 }, 'verify-account'],
    [{ nextgenElsewhere: true, pacerUsernameLength: 6 }, 'verify-account'],
    [{ pacerAccountType: 'legacy', pacerUsernameLength: 8 }, 'verify-account'],
    [{ pacerAccountType: 'legacy', pacerUsernameLength: 14 }, 'verify-account'],
    [{ pacerAccountType: 'legacy', pacerCreated: '2014-08-11' }, 'verify-account'],
    [{ pacerAccountType: 'legacy', pacerCreated: '2014-09' }, 'verify-account'],
    [{ pacerAccountType: 'legacy', pacerCreated: '2015' }, 'verify-account'],
    [{ pacerAccountType: 'legacy', nextgenElsewhere: true }, 'verify-account'],
    [{ pacerUsernameLength: 6, pacerCreated: '2014-08-11' }, 'verify-account'],
    [{ pacerUsernameLength: 6, pacerCreated: '2016' }, 'verify-account'],
    [{ pacerAccounts: ['shared'], pacerAccountType: 'upgraded', pacerUsernameLength: 6 }, 'verify-account'],
  ]);
  check(8, [
    [{ pacerAccounts: ['none'] }, 'needs-individual-account'],
    [{ pacerAccounts: ['shared'] }, 'needs-individual-account'],
    [{ pacerAccounts: ['paa'] }, 'needs-individual-account'],
    [{ pacerAccounts: ['shared', 'paa'] }, 'needs-individual-account'],
    [{ pacerAccounts: ['shared'], pacerAccountType: 'upgraded' }, 'needs-individual-account'],
    [{ pacerAccounts: ['none'], pacerCreated: '2010' }, 'needs-individual-account'],
    [{ pacerAccounts: ['paa'], nextgenElsewhere: false }, 'needs-individual-account'],
  ]);
  check(9, [
    [{ pacerAccountType: 'upgraded' }, 'ready-to-link'],
    [{ nextgenElsewhere: true }, 'ready-to-link'],
    [{ pacerAccountType: 'upgraded', pacerCreated: '2009-03-02' }, 'ready-to-link'],
    [{ pacerAccounts: ['shared', 'individual'], pacerAccountType: 'upgraded' }, 'ready-to-link'],
    [{ pacerAccounts: ['case_search'], nextgenElsewhere: true }, 'ready-to-link'],
    [{ pacerAccountType: 'upgraded', pacerUsernameLength: 7 }, 'ready-to-link'],
  ]);
  check(10, [
    [{ pacerAccountType: 'legacy' }, 'needs-upgrade'],
    [{ pacerAccountType: 'legacy', pacerUsernameLength: 6 }, 'needs-upgrade'],
    [{ pacerAccountType: 'legacy', pacerUsernameLength: 7 }, 'needs-upgrade'],
    [{ pacerAccountType: 'legacy', pacerCreated: '2014-08-10' }, 'needs-upgrade'],
    [{ pacerAccountType: 'legacy', pacerCreated: '2014-08' }, 'needs-upgrade'],
    [{ pacerAccountType: 'legacy', pacerCreated: '2014' }, 'needs-upgrade'],
    [{ pacerAccounts: ['individual'], pacerAccountType: 'legacy' }, 'needs-upgrade'],
  ]);
  check(11, [
    [{ pacerUsernameLength: 8 }, 'ready-to-link'],
    [{ pacerUsernameLength: 20 }, 'ready-to-link'],
    [{ pacerUsernameLength: 8, pacerCreated: '2010-01-01' }, 'ready-to-link'],
    [{ pacerUsernameLength: 6 }, 'needs-upgrade'],
    [{ pacerUsernameLength: 6, pacerCreated: '2014-08' }, 'needs-upgrade'],
    [{ pacerUsernameLength: 6, pacerCreated: '2014-08-10' }, 'needs-upgrade'],
    [{ pacerUsernameLength: 7 }, 'verify-account'],
    [{ pacerUsernameLength: 0 }, 'verify-account'],
    [{ pacerUsernameLength: 5, pacerCreated: '2016-01-01' }, 'verify-account'],
  ]);
  check(12, [
    [{ pacerCreated: '2014-08-11' }, 'ready-to-link'],
    [{ pacerCreated: '2014-08-12' }, 'ready-to-link'],
    [{ pacerCreated: '2014-09' }, 'ready-to-link'],
    [{ pacerCreated: '2015' }, 'ready-to-link'],
    [{ pacerAccounts: ['individual'], pacerCreated: '2018-01-05' }, 'ready-to-link'],
  ]);
  check(13, [
    [{ pacerCreated: '2014-08-10' }, 'needs-upgrade'],
    [{ pacerCreated: '2014-07' }, 'needs-upgrade'],
    [{ pacerCreated: '2013' }, 'needs-upgrade'],
    [{ pacerAccounts: ['case_search'], pacerCreated: '2001-11-30' }, 'needs-upgrade'],
  ]);
  check(14, [
    [{ pacerCreated: '2014-08' }, 'verify-account'],
    [{ pacerCreated: '2014' }, 'verify-account'],
    [{}, 'verify-account'],
    [{ pacerAccounts: ['individual'], nextgenElsewhere: false }, 'verify-account'],
  ]);

  it.each([
    ['conflict', { linkStatus: 'linked', ...BEFORE }],
    ['awaiting-court', { linkStatus: 'pending', ...AFTER }],
    ['link-failed', { linkStatus: 'failed', ...AFTER }],
  ] as const)('gives %s the verdict on the account as well', (state, link) => {
    const account = { state: 'needs-individual-account', rule: 8, inferred: false };
    expect(stateOf(aFiler({ ...link, pacerAccounts: ['shared'] }), GO_LIVE)).toMatchObject({
      state,
      account,
    });
  });

  it.each([{ cmecfStatus: 'inactive' }, { userType: 'judge' }, { linkStatus: 'linked', ...AFTER }] as const)(
    'gives none where no account step is left: %o',
    (facts) => {
      expect(stateOf(aFiler(facts), GO_LIVE).account).toBeNull();
    },
  );

  it.each<[inferred: boolean, facts: Partial<Filer>]>([
    [false, { pacerAccountType: 'legacy' }],
    [false, { pacerAccountType: 'upgraded' }],
    [true, { pacerUsernameLength: 6 }],
    [true, { pacerUsernameLength: 8 }],
    [true, { pacerCreated: '2013' }],
    [true, { pacerCreated: '2015' }],
    [false, {}],
  ])('says that it is inferred: %s for %o', (inferred, facts) => {
    expect(stateOf(aFiler(facts), GO_LIVE).account?.inferred).toBe(inferred);
  });
});

describe('stateOf, its reasons', () => {
  it.each<[facts: Partial<Filer>, reason: string]>([
    [{ cmecfStatus: 'suspended' }, 'our records list the CM/ECF account as suspended'],
    [
      { linkStatus: 'linked', linkAsOf: '2018-10-23' },
      'our records show that the accounts were linked as of October 23, 2018',
    ],
    [
      { linkStatus: 'pending', ...BEFORE },
      'our records show the link status "pending" on October 21, 2018, when accounts could not be ' +
        'linked yet: the system opens on October 22, 2018',
    ],
    [{ pacerAccounts: ['shared', 'paa'] }, 'our records show a shared PACER account'],
    [{ pacerAccounts: ['paa'] }, 'our records show only a PACER Administrative Account'],
    [{ pacerAccounts: ['none'] }, 'our records show no PACER account'],
    [
      { pacerCreated: '2014-08' },
      'our records show a PACER account created in August 2014, which may be before or after August 11, 2014',
    ],
    [{ pacerCreated: '2013' }, 'our records show a PACER account created in 2013, which may need an upgrade'],
  ])('%o', (facts, reason) => {
    expect(stateOf(aFiler(facts), GO_LIVE).reason).toBe(reason);
  });
});

describe('stateOf, its flags', () => {
  it.each<[facts: Partial<Filer>, flags: Flag[]]>([
    [{}, ['confirm-individual']],
    [{ nextgenElsewhere: false }, ['confirm-individual']],
    [{ nextgenElsewhere: true }, []],
    [{ pacerAccounts: ['individual'] }, []],
    [{ pacerAccounts: ['individual'], email: null }, ['unreachable']],
    [{ pacerAccounts: ['individual'], email: null, secondaryEmails: ['a@example.com'] }, ['unreachable']],
    [{ pacerAccounts: ['individual'], firm: 'Doe & Roe LLP' }, ['firm-billing']],
    [{ pacerAccounts: ['individual', 'paa'] }, ['firm-billing']],
    [{ pacerAccounts: ['shared'] }, ['firm-billing']],
    [{ pacerAccounts: ['individual'], sharedAddress: true }, ['shared-address']],
    [{ pacerAccounts: ['shared'], nextgenElsewhere: true }, ['firm-billing', 'contradiction']],
    [{ pacerAccountType: 'legacy', pacerUsernameLength: 9 }, ['confirm-individual', 'contradiction']],
    [{ linkStatus: 'linked', ...AFTER }, ['confirm-individual']],
    [{ cmecfStatus: 'inactive', email: null }, ['unreachable', 'confirm-individual']],
  ])('%o has %o', (facts, flags) => {
    expect(stateOf(aFiler(facts), GO_LIVE).flags).toEqual(flags);
  });
});

/** The filer's facts as the clerk's cells. */
function cellsOf(filer: Filer): Record<string, string> {
  const elsewhere = { true: 'y', false: 'n', null: '' }[`${filer.nextgenElsewhere}`]!;
  return {
    email: filer.email ?? '',
    firm: filer.firm ?? '',
    user_type: filer.userType,
    cmecf_status: filer.cmecfStatus,
    pacer_account: filer.pacerAccounts.join(';'),
    pacer_account_type: filer.pacerAccountType,
    pacer_created: filer.pacerCreated ?? '',
    pacer_username_length: filer.pacerUsernameLength?.toString() ?? '',
    nextgen_elsewhere: elsewhere,
    link_status: filer.linkStatus,
    link_as_of: filer.linkAsOf,
  };
}

describe('any filer', () => {
  it('is in the state that a reading of the domain page by itself gives', () => {
    const isDate = ({ pacerCreated }: Filer) => !/^0000|99/.test(pacerCreated ?? '');
    fc.assert(
      fc.property(anyFiler.filter(isDate), aPivotDate, (filer, goLive) => {
        const { state, rule, account, flags } = stateOf(filer, goLive);
        const reading = readState(cellsOf(filer), goLive);
        expect(reading).toMatchObject({ state, rule });
        expect(reading.account).toEqual(account && { state: account.state, rule: account.rule });
        expect(flags.includes('confirm-individual')).toBe(reading.confirmIndividual);
        expect(flags.includes('firm-billing')).toBe(reading.firmBilling);
        expect(flags.includes('unreachable')).toBe(reading.unreachable);
      }),
      { numRuns: 3000 },
    );
  });

  it('has exactly one state, by the first rule that holds, and a reason that fits after "because"', () => {
    fc.assert(
      fc.property(anyFiler, aPivotDate, (filer, goLive) => {
        const { state, rule, reason, account } = stateOf(filer, goLive);
        expect(STATES).toContain(state);
        const row = [...STATUS_RULES, ...VERDICT_RULES].find(
          (one) => one.rule === rule && one.state === state,
        );
        expect(row).toBeDefined();
        expect(reason).toMatch(/^(our|judges) .*[^.]$/);
        expect(account === null).toBe(rule <= 3);
        if (rule >= 7) expect(account).toMatchObject({ state, rule, reason });
        if (account?.rule === 7) expect(stateOf(filer, goLive).flags).toContain('contradiction');
      }),
      { numRuns: 2000 },
    );
  });

  it('is told no personal data in the reason', () => {
    fc.assert(
      fc.property(anyFiler, aPivotDate, (filer, goLive) => {
        const { reason, account } = stateOf(filer, goLive);
        for (const text of [reason, account?.reason ?? ''])
          expect(text).not.toMatch(/\b(j?doe|jane|roe)\b|@/i);
      }),
    );
  });

  it('is not linked, and nothing is after, while go-live is to be announced', () => {
    fc.assert(
      fc.property(anyFiler, (filer) => {
        expect(['linked', 'awaiting-court', 'link-failed']).not.toContain(stateOf(filer, null).state);
      }),
    );
  });
});
