import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, onTestFinished } from 'vitest';
import { agenda } from '../../../../local/cloud/clock/agenda.ts';
import { movableClock } from '../../../../local/cloud/clock/movable.ts';
import { startScheduler } from '../../../../local/cloud/events/scheduler.ts';
import { movableRunner } from '../../../../local/cloud/runner/movable.ts';

const START = Temporal.Instant.from('2018-07-20T00:00:00Z');
const schedule = (ScheduleExpression: string) => ({
  ScheduleExpression,
  FlexibleTimeWindow: { Mode: 'OFF' },
  ActionAfterCompletion: 'DELETE',
  Target: { Arn: 'fn', RoleArn: 'role' },
});

/** A cloud of three schedules and a tick of five minutes, on a clock that continues. */
async function machine() {
  const clock = movableClock(START);
  const plans = agenda();
  const calls: string[] = [];
  const note = (name: string) => calls.push(`${clock.now().toString().slice(0, 16)} ${name}`);
  const scheduler = await startScheduler({ clock, call: async ({ name }) => void note(name) });
  scheduler.put('default', 'tick', schedule('rate(5 minutes)'));
  for (const [name, at] of [
    ['second', '2018-08-23T13:00:00'],
    ['first', '2018-07-24T13:00:00'],
    ['third', '2018-09-20T13:00:00'],
  ] as const)
    scheduler.put('phases', name, schedule(`at(${at})`));
  const runner = movableRunner(
    { agenda: plans, scheduler, workers: [], announced: async () => {} },
    {
      clock,
      changes: () => 0,
      onError: (error) => {
        throw error;
      },
    },
  );
  onTestFinished(async () => {
    await runner.stop();
    await scheduler.close();
  });
  const phases = () => calls.filter((call) => !call.endsWith('tick'));
  return { clock, plans, calls, note, phases, runner };
}

describe('movableRunner', () => {
  it('does what is due in between in order, each once, and then continues live', async () => {
    const { clock, plans, note, calls, phases, runner } = await machine();
    plans.add(Temporal.Instant.from('2018-07-24T13:00:04Z'), async () => void note('event'));
    await runner.advanceTo(Temporal.Instant.from('2018-08-24T00:00:00Z'));
    const expected = ['2018-07-24T13:00 first', '2018-07-24T13:00 event', '2018-08-23T13:00 second'];
    expect(phases()).toEqual(expected);
    const times = calls.map((call) => call.slice(0, 16));
    expect(times).toEqual(times.toSorted());
    expect(calls.at(-1)).toBe('2018-08-24T00:00 tick');
    await expect.poll(() => clock.stepping()).toBeNull();
    plans.add(clock.now().add({ milliseconds: 50 }), async () => void note('live'));
    await expect.poll(() => phases()).toEqual([...expected, '2018-08-24T00:00 live']);
  });

  it('lets work that sleeps end first, at its own time', async () => {
    const { clock, plans, note, phases, runner } = await machine();
    let isAsleep = false;
    plans.add(START, async () => {
      isAsleep = true;
      await clock.sleep(120_000);
      note('sender');
    });
    await expect.poll(() => isAsleep).toBe(true);
    await runner.advanceTo(Temporal.Instant.from('2018-07-25T00:00:00Z'));
    expect(phases()).toEqual(['2018-07-20T00:02 sender', '2018-07-24T13:00 first']);
  });

  it('makes one move after the other', async () => {
    const { clock, phases, runner } = await machine();
    await Promise.all(
      ['2018-07-25T00:00:00Z', '2018-09-21T00:00:00Z'].map((at) =>
        runner.advanceTo(Temporal.Instant.from(at)),
      ),
    );
    expect(phases().map((call) => call.split(' ')[1])).toEqual(['first', 'second', 'third']);
    expect(clock.now().toString()).toContain('2018-09-21T00:00:0');
  });

  it('moves nothing once it has ended', async () => {
    const { runner } = await machine();
    await runner.stop();
    await expect(runner.settle()).rejects.toThrow('the cloud has ended');
  });
});
