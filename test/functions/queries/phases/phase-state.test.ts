import { describe, expect, it } from 'vitest';
import type { Run } from '../../../../functions/domain/run/run.ts';
import { claimToConfirm } from '../../../../functions/queries/phases/phase-labels.ts';
import {
  canRelease,
  nextPhase,
  type PhaseState,
  shownAt,
} from '../../../../functions/queries/phases/phase-state.ts';
import type { PhaseStatus } from '../../../../functions/queries/phases/phase-status.ts';

type NewTime = Extract<PhaseStatus, { kind: 'sent-earlier' }>['newTime'];

const EARLIER = { kind: 'sent-earlier', runId: 'open_20180724T123000Z', on: 'Tue, Jul 24, 2018' } as const;
const PHASE = { kind: 'launch-day', approval: 'automatic', hold: false } as const;

describe('a phase that was sent under earlier dates', () => {
  const cases: [newTime: NewTime, needsConfirmation: boolean, canBeReleased: boolean][] = [
    ['ahead', false, true],
    // No one can confirm ahead what isn't so yet.
    ['ahead', true, false],
    ['due', false, true],
    ['due', true, true],
    ['over', false, false],
    ['over', true, false],
  ];
  it.each(cases)(
    'with its new time %s and a confirmation %s may be sent again: %s',
    (newTime, needs, can) => {
      const phase = { ...PHASE, status: { ...EARLIER, newTime }, needsConfirmation: needs };
      expect(canRelease(phase)).toBe(can);
      expect(claimToConfirm(phase)).toBe(needs ? 'filing is open' : null);
    },
  );
});

describe('nextPhase', () => {
  it.each([
    [['complete', 'held', 'planned'], 'held'],
    [['complete', 'waiting', 'held'], 'waiting'],
    [['missed', 'sending', 'cancelled', 'released'], 'released'],
    [['complete', 'missed'], undefined],
  ])('is of %j the one that is %s', (kinds, next) => {
    const phases = kinds.map((kind) => ({ status: { kind } as PhaseStatus }));
    expect(nextPhase(phases)?.status.kind).toBe(next);
  });
});

describe('shownAt', () => {
  const at = '2018-08-07T12:30:00Z';
  const startedAt = (decidedAt: string) => ({ scheduledFor: at, decidedAt }) as Run;
  const timeOf = (phase: Partial<PhaseState>) =>
    shownAt({ at, earlierRun: null, currentRun: { run: null }, ...phase } as PhaseState);

  it('is when a phase was sent under earlier dates', () => {
    const status = { ...EARLIER, newTime: 'over' } as const;
    const earlierRun = startedAt('2018-07-24T12:30:00Z');
    expect(timeOf({ earlierRun, status })).toBe('2018-07-24T12:30:00Z');
  });

  it('is when it started, not when that was planned, or when the new dates became active', () => {
    const currentRun = { run: startedAt('2018-08-09T15:00:00Z') } as PhaseState['currentRun'];
    expect(timeOf({ currentRun, status: { kind: 'complete' } })).toBe('2018-08-09T15:00:00Z');
  });

  it('is its time in the plan before it starts', () => {
    expect(timeOf({ status: { kind: 'planned' } })).toBe(at);
  });
});
