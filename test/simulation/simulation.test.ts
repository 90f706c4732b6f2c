import { afterAll, describe, expect, it } from 'vitest';
import { startWorkers } from './workers.ts';

const PLAYS = 200;
const BATCH = 10;

describe('the delivery protocol', () => {
  const workers = startWorkers();
  afterAll(() => workers.close());

  it(`keeps its promises in ${PLAYS} plays, with faults at any call`, async () => {
    const firsts = Array.from({ length: PLAYS / BATCH }, (_, index) => 1 + index * BATCH);
    const results = await Promise.all(
      firsts.map((first) =>
        workers.play({ folder: 'functions', first, last: first + BATCH - 1, stops: false }),
      ),
    );
    const broken = results.flatMap((result) => result.broken);
    const stories = broken.map(({ seed, broken: promises, story }) => [
      `play ${seed}`,
      ...promises,
      ...story,
    ]);
    expect(stories).toEqual([]);
    expect(results.reduce((sum, { plays }) => sum + plays, 0)).toBe(PLAYS);
  }, 240_000);
});
