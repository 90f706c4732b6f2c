import { simulatePhase, simulateStart } from '../../bench/scale/simulate-phase.ts';
import type { PhaseSize } from '../../bench/scale/world.ts';
import type { Measured } from './measured.ts';
import { PHASES, SMALL_BATCHES, STARTS } from './scenarios.ts';

/** Simulates everything on the page, one after the other. @param done Hears of each. */
export async function measure(done: (size: PhaseSize) => void): Promise<Measured> {
  async function each<Result>(
    sizes: readonly PhaseSize[],
    simulate: (size: PhaseSize) => Promise<Result>,
  ): Promise<Result[]> {
    const results: Result[] = [];
    for (const size of sizes) {
      results.push(await simulate(size));
      done(size);
    }
    return results;
  }
  const phase = async (size: PhaseSize) => ({ size, ...(await simulatePhase(size)) });
  const starts = await each(STARTS, simulateStart);
  const [smallBatches] = await each([SMALL_BATCHES], phase);
  return { starts, smallBatches: smallBatches!, phases: await each(PHASES, phase) };
}
