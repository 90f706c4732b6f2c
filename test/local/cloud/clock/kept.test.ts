import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { keepClock, keptClock } from '../../../../local/cloud/clock/kept.ts';

const clock = virtualClock('2018-07-24T13:00:00Z');
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'crier-kept-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('a kept clock', () => {
  it('continues two seconds later; today’s stays today’s', () => {
    expect(keptClock(dir)).toBeNull();
    keepClock(dir, clock)();
    expect(keptClock(dir)).toEqual({ at: Temporal.Instant.from('2018-07-24T13:00:02Z'), isShifted: true });
    keepClock(dir, virtualClock(Temporal.Now.instant()))();
    expect(keptClock(dir)?.isShifted).toBe(false);
  });
});
