import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { agenda } from '../../../../local/cloud/clock/agenda.ts';

const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

describe('agenda', () => {
  it('gives what is due in the order of time, then of entry', async () => {
    const plans = agenda();
    const done: string[] = [];
    const note = (name: string) => async () => void done.push(name);
    plans.add(at(3), note('third'));
    plans.add(at(1), note('first'));
    plans.add(at(2), note('second'));
    plans.add(at(2), note('second, entered later'));
    plans.add(at(9), note('not due'));
    expect(plans.next()?.toString()).toBe(at(1).toString());
    for (const { run } of plans.takeDue(at(3))) await run();
    expect(done).toEqual(['first', 'second', 'second, entered later', 'third']);
    expect(plans.size).toBe(1);
    expect(plans.takeDue(at(3))).toEqual([]);
  });

  it('has no next when it is empty', () => {
    expect(agenda().next()).toBeNull();
  });
});
