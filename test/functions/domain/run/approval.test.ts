import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTSIDE, outsideActor, personActor } from '../../../../functions/domain/actor.ts';
import {
  type ActivationDecision,
  type ActiveRoster,
  activate,
  DECISIONS_KEPT,
  NO_ROSTER,
} from '../../../../functions/domain/roster/activation.ts';
import { checkApproval, mayApprove, type ToSend } from '../../../../functions/domain/run/approval.ts';
import type { Approval } from '../../../../functions/domain/run/approval-record.ts';
import { authorsOf } from '../../../../functions/domain/run/authors.ts';

const NOW: ToSend = {
  phaseId: 'notice-1',
  scheduledFor: '2018-07-24T13:00:00Z',
  runNumber: 1,
  expiresAt: '2018-07-26T13:00:00Z',
  wording: 'w',
};
const APPROVAL: Approval = {
  ...NOW,
  planVersion: '20180701T130000Z-a',
  rosterVersion: '20180702T130000Z-a',
  rosterRevision: 3,
  audience: 'h',
  filers: 2,
  erased: 0,
  by: personActor({ id: 'ada' }),
  authors: ['clara'],
  at: '2018-07-20T13:00:00Z',
};
const SAME = { added: 0, addressChanged: 0 };

describe('checkApproval', () => {
  it.each([
    ['what was approved', {}, {}, SAME, []],
    ['written another way', { scheduledFor: '2018-07-24T09:00:00-04:00' }, {}, SAME, []],
    ['with filers added', {}, {}, { added: 2, addressChanged: 0 }, ['filers-added']],
    ['with an address changed', {}, {}, { added: 0, addressChanged: 1 }, ['addresses-changed']],
    ['with another wording', { wording: 'x' }, {}, SAME, ['wording-changed']],
    ['at another time', { scheduledFor: '2018-07-25T13:00:00Z' }, {}, SAME, ['schedule-changed']],
    ['that expires later', { expiresAt: '2018-07-27T13:00:00Z' }, {}, SAME, ['schedule-changed']],
    ['after a canceled run', { runNumber: 2 }, {}, SAME, ['not-approved']],
    ['of another phase', { phaseId: 'notice-2' }, {}, SAME, ['not-approved']],
    ['approved by its author', {}, { authors: ['clara', 'ada'] }, SAME, ['own-work']],
    ['approved outside the console', {}, { by: outsideActor('ada') }, SAME, ['not-approved']],
    ['of a roster that is gone', {}, {}, null, ['roster-gone']],
    [
      'in which everything changed',
      { wording: 'x', scheduledFor: '2018-07-25T13:00:00Z' },
      {},
      { added: 1, addressChanged: 1 },
      ['schedule-changed', 'wording-changed', 'filers-added', 'addresses-changed'],
    ],
  ])('of a phase %s', (_what, now, approval, change, codes) => {
    const decision = checkApproval({ ...APPROVAL, ...approval } as Approval, {
      now: { ...NOW, ...now },
      change,
    });
    expect(decision.approved ? [] : decision.reasons.map(({ code }) => code)).toEqual(codes);
  });

  it('without an approval approves nothing', () => {
    const reasons = [{ code: 'not-approved' }];
    expect(checkApproval(null, { now: NOW, change: SAME })).toEqual({ approved: false, reasons });
  });
});

const planBy = (id: string, version = '20180701T130000Z-a') => ({ version, by: personActor({ id }) });
const PLAN = planBy('clara');
const rosterOf = (...authors: string[]) => ({ kind: 'roster' as const, authors, by: outsideActor() });
const decisionOf = (revision: number, by: ActivationDecision['by'], ...authors: string[]) => ({
  action: 'activate' as const,
  version: `v${revision}`,
  from: null,
  by,
  why: 'x',
  at: '2018-07-01T13:00:00Z',
  authors,
  revision,
});
const activeWith = (...decisions: ReturnType<typeof decisionOf>[]) => ({ ...NO_ROSTER, decisions });

describe('authorsOf', () => {
  const later = planBy('dora', '20180705T130000Z-b');
  it.each([
    [
      'plan and roster',
      [PLAN],
      rosterOf('carl'),
      [decisionOf(1, 'intake', 'carl')],
      null,
      'carl clara',
      false,
    ],
    [
      'a roster, a one-row update of it and the person who activated that',
      [PLAN],
      rosterOf('carl', 'uma'),
      [decisionOf(1, 'intake', 'carl'), decisionOf(2, personActor({ id: 'eve' }), 'carl', 'uma')],
      null,
      'carl clara eve uma',
      false,
    ],
    ['an earlier plan and a later one', [later, PLAN], rosterOf('carl'), [], null, 'carl clara dora', false],
    [
      'nothing since the approval',
      [PLAN],
      rosterOf('carl'),
      [decisionOf(3, 'intake', 'carl')],
      APPROVAL,
      '',
      false,
    ],
    [
      'a later plan and a later roster',
      [later, PLAN],
      rosterOf('gus'),
      [decisionOf(3, 'intake', 'carl'), decisionOf(4, 'intake', 'gus')],
      APPROVAL,
      'dora gus',
      false,
    ],
    [
      'a plan of the same second as the approved one',
      [planBy('zed', '20180701T130000Z-0'), PLAN],
      rosterOf('carl'),
      [],
      APPROVAL,
      'zed',
      false,
    ],
    [
      'a plan from outside',
      [{ version: PLAN.version, by: outsideActor('clara') }],
      rosterOf('carl'),
      [],
      null,
      `carl ${OUTSIDE}`,
      true,
    ],
    ['a roster from outside', [PLAN], rosterOf(OUTSIDE), [], null, `clara ${OUTSIDE}`, true],
    [
      'an update onto a roster from outside',
      [PLAN],
      rosterOf(OUTSIDE, 'uma'),
      [],
      null,
      `clara ${OUTSIDE} uma`,
      true,
    ],
    [
      'a roster that was activated from outside',
      [PLAN],
      rosterOf('carl'),
      [decisionOf(1, outsideActor('eve'), 'carl')],
      null,
      `carl clara ${OUTSIDE}`,
      true,
    ],
    [
      'a whole roster after one from outside',
      [PLAN],
      rosterOf('carl'),
      [decisionOf(1, 'intake', OUTSIDE), decisionOf(2, 'intake', 'carl')],
      null,
      `carl clara ${OUTSIDE}`,
      false,
    ],
  ])('names the authors of %s', (_what, plans, roster, decisions, since, ids, hasUnknown) => {
    const active = activeWith(...decisions);
    const planVersion = plans.at(0)!.version < PLAN.version ? PLAN.version : plans[0]!.version;
    const authors = authorsOf({ plans, planVersion, roster, active }, since);
    expect([authors.ids.toSorted().join(' '), authors.hasUnknown]).toEqual([
      ids.split(' ').toSorted().join(' ').replace('console outside the', OUTSIDE),
      hasUnknown,
    ]);
  });

  it.each([
    ['activated', 'activate'],
    ['rejected', 'reject'],
  ] as const)('knows not everyone once decisions were dropped and the oldest left %s', (_what, action) => {
    const full = Array.from({ length: DECISIONS_KEPT }, (_, index) =>
      decisionOf(index + 10, 'intake', 'carl'),
    );
    const active = { ...NO_ROSTER, decisions: [{ ...full[0]!, action }, ...full.slice(1)] };
    const about = { plans: [PLAN], planVersion: PLAN.version, roster: rosterOf('carl'), active };
    expect(authorsOf(about, APPROVAL).hasUnknown).toBe(true);
  });

  it('knows everyone of a phase that was never approved, though decisions were dropped', () => {
    let active: ActiveRoster = NO_ROSTER;
    for (let n = 1; n <= DECISIONS_KEPT + 10; n++) {
      const version = {
        version: `v${n}`,
        uploadedAt: '2018-07-01T12:00:00Z',
        authors: [n === 3 ? 'uma' : 'carl'],
      };
      active = activate(active, { ...version, by: 'intake', why: 'x', at: '2018-07-01T13:00:00Z' });
    }
    const about = { plans: [PLAN], planVersion: PLAN.version, roster: rosterOf('carl'), active };
    const authors = authorsOf(about, null);
    expect(authors).toEqual({ ids: ['clara', 'carl', 'uma'], hasUnknown: false });
    expect(mayApprove({ by: personActor({ id: 'ada' }), authors })).toEqual({ approve: true });
    expect(mayApprove({ by: personActor({ id: 'uma' }), authors }).approve).toBe(false);
  });

  it('loses no one by a later contribution', () => {
    const who = fc.constantFrom('ann', 'bob', 'cid', OUTSIDE);
    fc.assert(
      fc.property(fc.array(who, { minLength: 1 }), who, (earlier, last) => {
        const decisions = earlier.map((by, index) => decisionOf(index + 1, 'intake', by));
        const before = authorsOf(
          {
            plans: [PLAN],
            planVersion: PLAN.version,
            roster: rosterOf(earlier.at(-1)!),
            active: activeWith(...decisions),
          },
          null,
        );
        const more = [...decisions, decisionOf(decisions.length + 1, 'intake', last)];
        const after = authorsOf(
          { plans: [PLAN], planVersion: PLAN.version, roster: rosterOf(last), active: activeWith(...more) },
          null,
        );
        expect(after.ids).toEqual(expect.arrayContaining([...before.ids]));
      }),
    );
  });
});

describe('mayApprove', () => {
  it.each([
    ['someone else', personActor({ id: 'ada' }), ['clara'], false, 'yes'],
    ['an author', personActor({ id: 'clara' }), ['clara'], false, 'own-work'],
    [
      'someone, where an author is unknown',
      personActor({ id: 'ada' }),
      ['clara', OUTSIDE],
      true,
      'author-unknown',
    ],
    [
      'a caller of the function who claims to be an approver',
      outsideActor('ada'),
      ['clara'],
      false,
      'not-signed-in',
    ],
  ])('by %s', (_what, by, ids, hasUnknown, expected) => {
    const decision = mayApprove({ by, authors: { ids, hasUnknown } });
    expect(decision.approve ? 'yes' : decision.reason).toBe(expected);
  });
});

describe('authorsOf a plan that comes from a draft', () => {
  it('are everyone who changed the draft', () => {
    const plan = {
      version: '20180701T130000Z-a',
      by: personActor({ id: 'clara' }),
      editors: ['clara', 'carl'],
    };
    const { ids } = authorsOf(
      {
        plans: [plan],
        planVersion: plan.version,
        roster: { authors: [], by: personActor({ id: 'rosa' }), kind: 'roster' },
        active: { decisions: [] },
      },
      null,
    );
    expect(ids).toEqual(expect.arrayContaining(['clara', 'carl']));
  });
});
