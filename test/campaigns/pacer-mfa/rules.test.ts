import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campaign } from '../../../campaigns/pacer-mfa/campaign.ts';
import type { MfaFiler } from '../../../campaigns/pacer-mfa/facts.ts';
import type { Flag } from '../../../campaigns/pacer-mfa/states.ts';

/** A filer of whom the roster says nothing. */
const BLANK: MfaFiler = {
  email: 'ada@example.com',
  firm: null,
  sharedAddress: false,
  userType: 'unknown',
  access: 'filing',
  accountKind: 'unknown',
  sharedBy: null,
  filingSoftware: null,
  mfaStatus: 'not-enrolled',
  mfaAsOf: '2025-10-01',
  methods: [],
};

/** What the tables say about a filer, asked as the engine asks them. */
function judge(cells: Partial<MfaFiler>, deadline: string | null = '2025-12-31') {
  const facts = campaign.factsOf({ ...BLANK, ...cells }, deadline);
  const status = campaign.statusRules.find(({ when }) => when(facts));
  const verdict = status?.final ? null : campaign.verdictRules.find(({ when }) => when(facts))!;
  const found = status ?? verdict!;
  const flags = Object.entries(campaign.flags)
    .filter(([, { when }]) => when(facts, verdict))
    .map(([flag]) => flag as Flag);
  return { status, verdict, state: found.state, reason: found.reason(facts), flags };
}

/** `restricted 5, enroll 11 + one-method`: the state and the verdict, each with its rule, and the flags. */
function summaryOf(cells: Partial<MfaFiler>): string {
  const { status, verdict, flags } = judge(cells);
  const rules = [status, verdict].filter((row) => row !== undefined && row !== null);
  return [rules.map(({ state, rule }) => `${state} ${rule}`).join(', '), ...flags].join(' + ');
}

const ALONE = { accountKind: 'individual' } as const;
const SHARED = { accountKind: 'shared' } as const;
const AGENT = { userType: 'filing-agent' } as const;
const ENROLLED = { mfaStatus: 'enrolled' } as const;

/** What a filer is, the cells that say so, and what the tables make of them. */
const CASES: readonly (readonly [what: string, cells: Partial<MfaFiler>, summary: string])[] = [
  ['closed', { ...ENROLLED, access: 'closed' }, 'inactive 1'],
  ['a judge', { userType: 'judge' }, 'exempt 2'],
  ['court staff', { userType: 'court-staff', mfaStatus: 'restricted' }, 'exempt 2'],
  ['PACER only', { access: 'pacer-only' }, 'exempt 2'],
  ['PACER only, codes', { ...ENROLLED, access: 'pacer-only', methods: ['codes'] }, 'exempt 2 + one-method'],
  ['too early', { ...ENROLLED, ...ALONE, mfaAsOf: '2025-05-10' }, 'needs-checking 3, enroll 11'],
  ['an app, not enrolled', { ...ALONE, methods: ['app'] }, 'needs-checking 3, enroll 11'],
  [
    'codes, restricted',
    { ...SHARED, mfaStatus: 'restricted', methods: ['codes'] },
    'needs-checking 3, enroll-shared 9 + shared-account',
  ],
  ['the first day', { ...ENROLLED, mfaAsOf: '2025-05-11', methods: ['app', 'codes'] }, 'enrolled 4'],
  ['enrolled, method unknown', ENROLLED, 'enrolled 4'],
  ['enrolled by app', { ...ENROLLED, methods: ['app'] }, 'enrolled 4 + one-method'],
  ['enrolled, 12', { ...ENROLLED, sharedBy: 12 }, 'enrolled 4 + shared-account + too-many-people'],
  ['restricted', { ...ALONE, mfaStatus: 'restricted' }, 'restricted 5, enroll 11'],
  [
    'restricted, software',
    { ...ALONE, filingSoftware: true, mfaStatus: 'restricted' },
    'restricted 5, ask-vendor 8',
  ],
  ['prompted', { ...ALONE, mfaStatus: 'selected' }, 'selected 6, enroll 11'],
  ['prompted, unknown', { mfaStatus: 'selected' }, 'selected 6, enroll 11 + sharing-unknown'],
  [
    'prompted, contradictory',
    { ...ALONE, sharedBy: 2, mfaStatus: 'selected' },
    'selected 6, needs-checking 7 + shared-account',
  ],
  ['individual, three people', { ...ALONE, sharedBy: 3 }, 'needs-checking 7 + shared-account'],
  ['shared, one person', { ...SHARED, sharedBy: 1 }, 'needs-checking 7 + shared-account'],
  [
    'contradictory, software',
    { ...ALONE, sharedBy: 3, filingSoftware: true },
    'needs-checking 7 + shared-account',
  ],
  ['a service account', { accountKind: 'service' }, 'ask-vendor 8'],
  ['software, shared', { ...SHARED, filingSoftware: true }, 'ask-vendor 8 + shared-account'],
  ['no software', { ...ALONE, filingSoftware: false }, 'enroll 11'],
  ['shared', SHARED, 'enroll-shared 9 + shared-account'],
  ['ten people', { sharedBy: 10 }, 'enroll-shared 9 + shared-account'],
  ['eleven people', { sharedBy: 11 }, 'enroll-shared 9 + shared-account + too-many-people'],
  [
    'an agent, shared',
    { ...AGENT, sharedBy: 2 },
    'enroll-shared 9 + shared-account + agent-on-shared-account',
  ],
  ['an agent, unknown', AGENT, 'needs-checking 10 + sharing-unknown'],
  ['an agent, alone', { ...AGENT, sharedBy: 1 }, 'enroll 11'],
  ['notices only', { ...ALONE, access: 'other' }, 'enroll 11'],
  ['nothing known', {}, 'enroll 11 + sharing-unknown'],
];

describe('the rules of PACER MFA', () => {
  it.each(CASES)('judge %s', (_, cells, summary) => {
    expect(summaryOf(cells)).toBe(summary);
  });

  it('are each shown by a case', () => {
    const rows = [...campaign.statusRules, ...campaign.verdictRules];
    const shown = CASES.flatMap(([, cells]) => [judge(cells).status, judge(cells).verdict]);
    expect(rows.filter((row) => !shown.includes(row)).map(({ words }) => words)).toEqual([]);
  });

  it('infer only that a filing agent may share an account', () => {
    const inferred = CASES.filter(([, cells]) => judge(cells).verdict?.inferred).map(([what]) => what);
    expect(inferred).toEqual(['an agent, unknown']);
  });

  it.each<[Partial<MfaFiler>, string]>([
    [
      { mfaStatus: 'restricted' },
      'our records show that, as of October 1, 2025, PACER had restricted this account after three skipped prompts',
    ],
    [{ sharedBy: 4 }, 'our records show that 4 people sign in with this account'],
    [SHARED, 'our records show a shared account'],
    [
      { ...AGENT, ...SHARED, sharedBy: 3 },
      'our records list this filer as a filing agent and show that 3 people sign in with this account',
    ],
    [
      { ...ENROLLED, methods: ['codes'] },
      'our records show that this account was enrolled as of October 1, 2025, with backup codes but no authentication app',
    ],
    [
      { mfaStatus: 'selected', methods: ['codes'] },
      'our records list backup codes for this account but do not show it as enrolled',
    ],
  ])('give a reason that fits after "because": %o', (cells, reason) => {
    expect(judge(cells).reason).toBe(reason);
  });
});

const wordsOf = <Word extends string>(words: Readonly<Record<Word, unknown>>) =>
  fc.constantFrom(...(Object.keys(words) as Word[]));
const { user_type, access, account_kind, mfa_status } = campaign.columns;
const anyCells = fc.record({
  userType: wordsOf(user_type.words),
  access: wordsOf(access.words),
  accountKind: wordsOf(account_kind.words),
  sharedBy: fc.option(fc.nat({ max: 40 })),
  filingSoftware: fc.option(fc.boolean()),
  mfaStatus: wordsOf(mfa_status.words),
  mfaAsOf: fc.constantFrom('2025-01-02', '2025-05-10', '2025-05-11', '2025-12-31', '2026-01-30'),
  methods: fc.uniqueArray(fc.constantFrom('app' as const, 'codes' as const)),
});
const anyDeadline = fc.constantFrom('2025-12-31', '2025-06-30', null);

describe('any filer', () => {
  it('has exactly one state, whatever the deadline, and steps unless nothing is left to do', () => {
    const property = fc.property(anyCells, anyDeadline, (cells, deadline) => {
      const { state, verdict, reason, flags } = judge(cells, deadline);
      expect(Object.keys(campaign.states)).toContain(state);
      expect(state).toBe(judge(cells).state);
      expect(reason).toMatch(/^[a-z].*[^.]$/);
      const account = verdict && { state: verdict.state, inferred: verdict.inferred ?? false };
      const view = { state, account, flags };
      const isIdle = campaign.email.caseOf(view, false) === 'nothing';
      expect(campaign.email.stepsOf(view, false).size === 0).toBe(isIdle);
      if (verdict) expect(isIdle).toBe(false);
    });
    fc.assert(property, { numRuns: 2000 });
  });
});
