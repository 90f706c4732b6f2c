import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { NoticeFacts } from '../../../functions/notify-staff/load-facts.ts';
import { noticeModel } from '../../../functions/notify-staff/notice-model.ts';
import type { PhaseState } from '../../../functions/queries/phases/phase-state.ts';
import { aPlan } from '../../support/builders/plan.ts';

describe('noticeModel', () => {
  it('names a paused phase as the next one, as the overview does', () => {
    const phase = (id: string, kind: string) =>
      ({
        ...{ id, kind: 'notice', number: 1, of: 1, at: '2018-10-24T14:00:00Z', marks: {} },
        ...{ status: { kind, reasons: ['person'] }, currentRun: { run: null } },
      }) as unknown as PhaseState;
    const phases = [phase('a', 'complete'), phase('b', 'held'), phase('c', 'planned')];
    const now = Temporal.Instant.from('2018-10-24T12:00:00Z');
    const facts = { plan: aPlan(), now, phases, days: [] } as unknown as NoticeFacts;
    const model = noticeModel(facts, { needs: [], launch: 'x', origin: 'https://crier.example' });
    expect(model.next.text).toBe('Notice is paused.');
  });
});
