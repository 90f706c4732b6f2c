import { describe, expect, it } from 'vitest';
import { postpone } from '../../../functions/commands/postpone.ts';
import { parsePlan } from '../../../functions/domain/plan/parse-plan.ts';
import type { Plan } from '../../../functions/domain/plan/plan.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { planWith } from '../../support/builders/plan.ts';

type Services = Parameters<typeof postpone>[1]['services'];

const parsed = parsePlan(JSON.stringify(planWith({})));
const plan = (parsed as { plan: Plan }).plan;

/** What was done in which order; a step that is broken throws. */
function servicesWhere(broken: string | null, deployed: Services['deployed'] = {}) {
  const done: string[] = [];
  const step = (name: string) => async () => {
    if (name === broken) throw new TypeError(name);
    done.push(name);
  };
  const services = {
    gate: { read: async () => ({ holds: new Map() }), hold: step('hold'), notePause: async () => {} },
    auditLog: { put: async ({ act }: { act: { act: string } }) => step(`record ${act.act}`)() },
    plans: { current: () => step('read plan')().then(() => ({ plan, version: 'v1' })) },
    putPlan: step('put plan'),
    deployed,
    clock: virtualClock('2018-07-24T12:00:00Z'),
    log: { info: () => {}, error: (code: string) => void done.push(code) },
  } as unknown as Services;
  return { done, services };
}

const WHO = { person: 'otto', why: 'it failed' };

describe('postpone', () => {
  it('pauses sending before anything else', async () => {
    const { done, services } = servicesWhere(null);
    expect(await postpone(WHO, { services, requestId: 'r' })).toMatchObject({ outcome: 'uploaded' });
    expect(done).toEqual(['hold', 'record hold', 'read plan', 'record plan', 'put plan']);
  });

  it.each(['read plan', 'record plan', 'put plan'])(
    'leaves sending paused, and says so, when it can’t %s',
    async (broken) => {
      const { done, services } = servicesWhere(broken);
      expect(await postpone(WHO, { services, requestId: 'r' })).toEqual({ outcome: 'failed' });
      expect([done[0], done.at(-1)]).toEqual(['hold', 'postpone-failed']);
    },
  );

  it('leaves sending paused when the plan can’t be used without its date', async () => {
    const { done, services } = servicesWhere(null, { sender: 'other.uscourts.gov' });
    const result = await postpone(WHO, { services, requestId: 'r' });
    expect(result).toMatchObject({ outcome: 'refused', problems: [{ path: '$.court.sender.address' }] });
    expect(done).toEqual(['hold', 'record hold', 'read plan']);
  });

  it('claims nothing when sending can’t be paused', async () => {
    const { done, services } = servicesWhere('hold');
    await expect(postpone(WHO, { services, requestId: 'r' })).rejects.toThrow('hold');
    expect(done).toEqual([]);
  });
});
