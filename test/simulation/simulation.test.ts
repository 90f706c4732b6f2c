import { afterAll, describe, expect, it } from 'vitest';
import { startWorkers } from './workers.ts';

const RUNS = 100;
const BATCH = 10;

describe('the delivery protocol', () => {
  const workers = startWorkers();
  afterAll(() => workers.close());

  it(`keeps its invariants in ${RUNS} simulated runs, with faults at any call`, async () => {
    const firsts = Array.from({ length: RUNS / BATCH }, (_, index) => 1 + index * BATCH);
    const results = await Promise.all(
      firsts.map((first) =>
        workers.simulate({ folder: 'functions', first, last: first + BATCH - 1, stops: false }),
      ),
    );
    const broken = results.flatMap((result) => result.broken);
    const traces = broken.map(({ seed, broken: invariants, trace }) => [
      `seed ${seed}`,
      ...invariants,
      ...trace,
    ]);
    expect(traces).toEqual([]);
    expect(results.reduce((sum, { runs }) => sum + runs, 0)).toBe(RUNS);
  }, 240_000);
});
