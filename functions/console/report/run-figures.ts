import type { RunCounts } from '../../domain/run/run-counts.ts';
import { tallyOf } from '../../domain/run/tally.ts';

/** What became of a run's audience. `audience` is the sum of the four after it. */
export interface RunFigures {
  readonly audience: number;
  readonly sent: number;
  readonly waiting: number;
  readonly notSent: number;
  readonly unconfirmed: number;
  /** Of those sent. */
  readonly delivered: number;
  readonly bounced: number;
  readonly complained: number;
}

/** No emails. */
export const NO_FIGURES: RunFigures = {
  audience: 0,
  sent: 0,
  waiting: 0,
  notSent: 0,
  unconfirmed: 0,
  delivered: 0,
  bounced: 0,
  complained: 0,
};

/** The figures of a run as it was counted. */
export function runFigures(counts: Pick<RunCounts, 'byStatus' | 'skippedBy'>): RunFigures {
  const { filers: audience, sent, waiting, notSent, unconfirmed } = tallyOf(counts);
  const { delivered = 0, bounced = 0, complained = 0 } = counts.byStatus;
  return { audience, sent, waiting, notSent, unconfirmed, delivered, bounced, complained };
}

/** The figures of several runs together. */
export function sumFigures(all: readonly RunFigures[]): RunFigures {
  return all.reduce((sum, one) => {
    const keys = Object.keys(NO_FIGURES) as (keyof RunFigures)[];
    return Object.fromEntries(keys.map((key) => [key, sum[key] + one[key]])) as unknown as RunFigures;
  }, NO_FIGURES);
}
