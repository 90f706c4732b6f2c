import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { agenda } from '../../../../local/cloud/clock/agenda.ts';
import { virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { type Scheduler, startScheduler } from '../../../../local/cloud/events/scheduler.ts';
import { virtualRunner } from '../../../../local/cloud/runner/virtual.ts';

const START = Temporal.Instant.from('2018-07-20T00:00:00Z');
const FUNCTION = { Arn: 'fn', RoleArn: 'role' };
const at = (time: string) => ({
  ScheduleExpression: `at(${time})`,
  FlexibleTimeWindow: { Mode: 'OFF' },
  ActionAfterCompletion: 'DELETE',
  Target: FUNCTION,
});

/** A cloud of one rate of five minutes, whose ticks change something a given number of times. */
async function machine(run: (parts: Machine) => Promise<void>): Promise<void> {
  const clock = virtualClock(START);
  const plans = agenda();
  const calls: string[] = [];
  const machine = { changes: 0, busyTicks: 0 };
  const scheduler = await startScheduler({
    clock,
    call: async ({ name }) => {
      calls.push(`${clock.now().toString().slice(0, 16)} ${name}`);
      if (name === 'tick' && machine.busyTicks-- > 0) machine.changes++;
    },
  });
  scheduler.put('default', 'tick', { ...at(''), ScheduleExpression: 'rate(5 minutes)' });
  const runner = virtualRunner(
    { agenda: plans, scheduler, workers: [], announced: async () => {} },
    { clock, changes: () => machine.changes },
  );
  try {
    await run({
      scheduler,
      calls,
      plans,
      setBusy: (ticks) => {
        machine.busyTicks = ticks;
      },
      advance: (time) => runner.advanceTo(Temporal.Instant.from(time)),
      now: () => clock.now().toString(),
    });
  } finally {
    await scheduler.close();
  }
}

interface Machine {
  readonly scheduler: Scheduler;
  readonly calls: string[];
  readonly plans: ReturnType<typeof agenda>;
  setBusy(ticks: number): void;
  advance(time: string): Promise<void>;
  now(): string;
}

describe('virtualRunner', () => {
  it('jumps from schedule to schedule, with a tick after each', () =>
    machine(async ({ scheduler, calls, advance, now }) => {
      scheduler.put('default', 'notice-1', at('2018-07-20T13:00:00'));
      scheduler.put('default', 'notice-2', at('2018-07-20T15:02:00'));
      await advance('2018-07-20T16:00:00Z');
      expect(calls).toEqual([
        '2018-07-20T00:05 tick',
        '2018-07-20T13:00 notice-1',
        '2018-07-20T13:05 tick',
        '2018-07-20T15:02 notice-2',
        '2018-07-20T15:05 tick',
        '2018-07-20T16:00 tick',
      ]);
      expect(now()).toBe('2018-07-20T16:00:00Z');
    }));

  it('ticks on while a tick changes something', () =>
    machine(async ({ scheduler, calls, advance, setBusy }) => {
      scheduler.put('default', 'notice-1', at('2018-07-20T13:00:00'));
      await advance('2018-07-20T12:59:00Z');
      calls.splice(0);
      setBusy(3);
      await advance('2018-07-20T23:00:00Z');
      expect(calls).toEqual([
        '2018-07-20T13:00 notice-1',
        '2018-07-20T13:05 tick',
        '2018-07-20T13:10 tick',
        '2018-07-20T13:15 tick',
        '2018-07-20T13:20 tick',
        '2018-07-20T23:00 tick',
      ]);
    }));

  it('ticks once a day while nothing happens: some 120 times in four months, not 34,560', () =>
    machine(async ({ calls, advance }) => {
      await advance('2018-11-20T00:00:00Z');
      expect(calls.length).toBeGreaterThan(120);
      expect(calls.length).toBeLessThan(130);
    }));

  it('does what comes up on the way at its own time, also what the work itself brings up', () =>
    machine(async ({ plans, advance, now }) => {
      const seen: string[] = [];
      plans.add(START.add({ hours: 1 }), async () => {
        seen.push(now());
        plans.add(START.add({ minutes: 61 }), async () => void seen.push(now()));
      });
      await advance('2018-07-20T12:00:00Z');
      expect(seen).toEqual(['2018-07-20T01:00:00Z', '2018-07-20T01:01:00Z']);
    }));

  it('leaves what is due later', () =>
    machine(async ({ scheduler, calls, advance }) => {
      scheduler.put('default', 'notice-1', at('2018-07-20T13:00:00'));
      await advance('2018-07-20T12:59:59Z');
      expect(calls.some((call) => call.endsWith('notice-1'))).toBe(false);
      await advance('2018-07-20T13:00:00Z');
      expect(calls).toContain('2018-07-20T13:00 notice-1');
    }));
});
