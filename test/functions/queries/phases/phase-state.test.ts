import { describe, expect, it } from 'vitest';
import type { Run } from '../../../../functions/domain/run/run.ts';
import { claimToConfirm } from '../../../../functions/queries/phases/phase-labels.ts';
import { canRelease, shownAt } from '../../../../functions/queries/phases/phase-state.ts';
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

  it('has the time at which it was sent', () => {
    const earlierRun = { scheduledFor: '2018-07-24T12:30:00Z' } as Run;
    const at = '2018-08-07T12:30:00Z';
    expect(shownAt({ at, earlierRun, status: { ...EARLIER, newTime: 'over' } })).toBe('2018-07-24T12:30:00Z');
    expect(shownAt({ at, earlierRun: null, status: { kind: 'planned' } })).toBe(at);
  });
});
