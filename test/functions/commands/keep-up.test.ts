import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { keepUp } from '../../../functions/commands/keep-up.ts';
import type { AuditEntry } from '../../../functions/domain/audit-entry.ts';
import type { Plan } from '../../../functions/domain/plan/plan.ts';
import { aPlan } from '../../support/builders/plan.ts';

const DAY = 24 * 3_600_000;
const over = aPlan();

interface World {
  /** Days of the entries' last events before now. */
  readonly ages: readonly number[];
  readonly suppressionDays: number | null;
  /** The plan at each look. */
  readonly planAt: (look: number) => Plan | null;
  /** @default after every phase */
  readonly at?: string;
}

/** Runs the hourly step once. @returns what is left, and what was recorded. */
async function keptUp({ ages, suppressionDays, planAt, at = '2021-01-01T00:00:00Z' }: World) {
  const now = Temporal.Instant.from(at);
  const entries = ages.map((days, index) => {
    return { key: { pk: `hash#${index}`, sk: 'suppression' }, last: now.epochMilliseconds - days * DAY };
  });
  const left = new Set(entries);
  const audit: AuditEntry[] = [];
  let looks = 0;
  const services = {
    auditLog: { putOnce: async (entry: AuditEntry) => audit.push(entry) },
    clock: { now: () => now },
    endSessions: async () => 0,
    log: { info: () => {} },
    plans: {
      current: async () => {
        const plan = planAt(++looks);
        return plan && { plan };
      },
    },
    retention: { suppressionDays, userNameDays: 400 },
    runs: { runs: async () => [] },
    suppressionUpkeep: {
      hash: async () => 0,
      expired: async function* (before: number) {
        yield* entries.filter(({ last }) => last < before);
      },
      remove: async (entry: (typeof entries)[number]) => left.delete(entry),
    },
  };
  await keepUp(services as unknown as Parameters<typeof keepUp>[0], 'r');
  return { left: left.size, audit: audit.map(({ act }) => act) };
}

describe('suppressed addresses, once an hour', () => {
  const ages = [10, 364, 366, 1000];

  it('end their days after the last event, and the audit log has the number', async () => {
    const { left, audit } = await keptUp({ ages, suppressionDays: 365, planAt: () => over });
    expect(left).toBe(2);
    expect(audit).toEqual([
      {
        act: 'expire-suppressions',
        entries: 2,
        by: { kind: 'crier' },
        why: '365 days after their last event',
      },
    ]);
  });

  it.each<[string, Omit<World, 'ages'>]>([
    ['the setting is as long as the launch', { suppressionDays: null, planAt: () => over }],
    ['the plan isn’t known', { suppressionDays: 365, planAt: () => null }],
    ['a phase is still to come', { suppressionDays: 365, planAt: () => over, at: '2018-09-01T00:00:00Z' }],
  ])('stay when %s', async (_what, world) => {
    expect(await keptUp({ ages, ...world })).toEqual({ left: 4, audit: [] });
  });

  it('stay from the moment on at which another plan comes', async () => {
    const many = Array.from({ length: 60 }, () => 400);
    const planAt = (look: number) => (look < 4 ? over : null);
    expect((await keptUp({ ages: many, suppressionDays: 365, planAt })).left).toBe(10);
  });
});
