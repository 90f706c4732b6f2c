import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateOf } from '../../../../functions/domain/filer/rules.ts';
import type { FilerState, State } from '../../../../functions/domain/filer/state.ts';
import { STATES } from '../../../../functions/domain/filer/state.ts';
import { stateCounter } from '../../../../functions/domain/filer/state-counts.ts';
import {
  MESSAGE_KINDS,
  type MessageKind,
  PHASE_KINDS,
  type PhaseKind,
} from '../../../../functions/domain/plan/kinds.ts';
import {
  audienceOf,
  decide,
  isEverMailed,
  leftPhase,
  withoutSuppressed,
} from '../../../../functions/domain/run/audience.ts';
import { anyFiler, aPivotDate } from '../../../support/builders/filer.ts';

function inState(state: State, flags: FilerState['flags'] = []): FilerState {
  return { state, rule: 1, reason: 'the table says so', account: null, flags };
}

/** Who isn't emailed, by kind: `-` isn't in the audience, `skipped` is, and is listed. */
const NOT_MAILED: Record<PhaseKind, Partial<Record<State, '-' | 'skipped'>>> = {
  notice: { inactive: '-', 'not-required': '-', linked: '-' },
  'pre-outage': { inactive: '-', 'not-required': '-' },
  'launch-day': { inactive: '-', 'not-required': '-', linked: '-' },
  'follow-up': {
    inactive: '-',
    'not-required': '-',
    linked: '-',
    conflict: 'skipped',
    'awaiting-court': 'skipped',
  },
};

const GO_LIVE = '2018-10-22';
describe('isEverMailed', () => {
  it('leaves out only whom no phase is for', () => {
    expect(STATES.filter((state) => !isEverMailed(state))).toEqual(['inactive', 'not-required']);
  });
});

describe('decide', () => {
  const cases = PHASE_KINDS.flatMap((kind) => STATES.map((state) => ({ kind, state })));

  it.each(cases)('$kind for $state', ({ kind, state }) => {
    const without = NOT_MAILED[kind][state];
    expect(decide(kind, inState(state))).toEqual(
      without ? { send: false, inAudience: without === 'skipped', reason: state } : { send: true },
    );
  });

  it.each(PHASE_KINDS)('skips who is unreachable: %s', (kind) => {
    const decision = decide(kind, inState('needs-upgrade', ['unreachable']));
    expect(decision).toEqual({ send: false, inAudience: true, reason: 'unreachable' });
  });

  it('leaves who is outside the audience outside, unreachable or not', () => {
    const decision = decide('notice', inState('inactive', ['unreachable']));
    expect(decision).toEqual({ send: false, inAudience: false, reason: 'inactive' });
  });

  it('never has anyone linked in the audience of a follow-up', () => {
    fc.assert(
      fc.property(anyFiler, aPivotDate, (filer, goLive) => {
        const isLinked = filer.linkStatus === 'linked' && goLive !== null && filer.linkAsOf >= goLive;
        const decision = decide('follow-up', stateOf(filer, goLive));
        if (isLinked) expect(decision).toMatchObject({ send: false, inAudience: false });
        if (filer.linkStatus === 'linked') expect(decision.send).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('leftPhase', () => {
  it.each<[kind: MessageKind, now: FilerState | undefined, why: State | 'gone' | null]>([
    ['notice', inState('needs-upgrade'), null],
    ['notice', inState('linked'), 'linked'],
    ['notice', undefined, 'gone'],
    ['notice', inState('needs-upgrade', ['unreachable']), null],
    ['follow-up', inState('awaiting-court'), 'awaiting-court'],
    ['date-change', inState('linked'), null],
    ['date-change', undefined, null],
  ])('%s', (kind, now, why) => {
    expect(leftPhase(kind, now)).toBe(why);
  });
});

describe('audienceOf', () => {
  it('counts whom the decision about each filer would mail and skip', () => {
    fc.assert(
      fc.property(fc.array(anyFiler), fc.constantFrom(...MESSAGE_KINDS), (filers, kind) => {
        const decisions = filers.map((filer) => decide(kind, stateOf(filer, GO_LIVE)));
        const counter = stateCounter(GO_LIVE);
        for (const filer of filers) counter.add(filer);
        const { mailable, skipped, outside } = audienceOf(kind, counter.counts());
        const sum = (counts: object) => Object.values(counts).reduce((all, one) => all + one, 0);
        expect([mailable, sum(skipped), sum(outside)]).toEqual([
          decisions.filter(({ send }) => send).length,
          decisions.filter((one) => !one.send && one.inAudience).length,
          decisions.filter((one) => !one.send && !one.inAudience).length,
        ]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('withoutSuppressed', () => {
  it('moves suppressed filers from the emails to the skipped, and no more than there are', () => {
    const audience = audienceOf('notice', {
      'needs-upgrade': { reachable: 5, unreachable: 1, sample: null },
    });
    const suppressed = { 'needs-upgrade': { 'hard-bounce': 2, complaint: 1 }, linked: { 'hard-bounce': 4 } };
    expect(withoutSuppressed(audience, suppressed)).toEqual({
      ...audience,
      mailable: 2,
      byState: { 'needs-upgrade': 2 },
      skipped: { unreachable: 1, 'suppressed-hard-bounce': 2, 'suppressed-complaint': 1 },
    });
  });
});
