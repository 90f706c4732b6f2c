import type { RunCounts } from '../../domain/run/run-counts.ts';
import type { SendStatus } from '../../domain/send/status.ts';

/** What became of a run's audience. `audience` is `sent`, `waiting` and `notSent` together. */
export interface RunFigures {
  readonly audience: number;
  readonly sent: number;
  readonly waiting: number;
  readonly notSent: number;
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
  delivered: 0,
  bounced: 0,
  complained: 0,
};

const SENT: readonly SendStatus[] = ['sent', 'delayed', 'delivered', 'bounced', 'complained', 'unknown'];
const NOT_SENT: readonly SendStatus[] = ['failed', 'skipped'];

/** The figures of a run as it was counted. */
export function runFigures({ byStatus }: Pick<RunCounts, 'byStatus'>): RunFigures {
  const of = (statuses: readonly SendStatus[]) =>
    statuses.reduce((sum, status) => sum + (byStatus[status] ?? 0), 0);
  const [sent, notSent, waiting] = [of(SENT), of(NOT_SENT), of(['waiting'])];
  return {
    audience: sent + waiting + notSent,
    sent,
    waiting,
    notSent,
    delivered: of(['delivered']),
    bounced: of(['bounced']),
    complained: of(['complained']),
  };
}

/** The figures of several runs together. */
export function sumFigures(all: readonly RunFigures[]): RunFigures {
  return all.reduce((sum, one) => {
    const keys = Object.keys(NO_FIGURES) as (keyof RunFigures)[];
    return Object.fromEntries(keys.map((key) => [key, sum[key] + one[key]])) as unknown as RunFigures;
  }, NO_FIGURES);
}
