import { Temporal } from 'temporal-polyfill';
import type { Services } from '../aws/pick.ts';
import type { AudienceCount, Run } from '../domain/run/run.ts';
import { type RunCounts, runCounts } from '../domain/run/run-counts.ts';
import { tallyOf } from '../domain/run/tally.ts';
import { countLog } from './count-log.ts';

/** Counts of a run as pages show them. */
export interface CurrentCounts extends RunCounts {
  /** Otherwise more may have been sent, and some of those waiting may have failed, a moment ago: say "about". */
  readonly isExact: boolean;
}

/** What counting runs for pages needs. */
export type CurrentCountServices = Pick<Services, 'chunks' | 'clock' | 'counts' | 'progress' | 'sendLog'>;

/** Of runs up to this size the log itself is counted, which takes a few reads. */
const MAX_COUNTED = 1_000;
/** For so long after a run most news of its emails comes; later, the sweep's counts do. */
const NEWS = Temporal.Duration.from({ hours: 72 });

/**
 * Counts of runs at this moment, by run: the one source of every page. A run whose audience isn't decided yet has none.
 * Larger runs have the counts that the sweep keeps, brought on by the run's progress while it is under way.
 */
export async function currentCounts(
  runs: readonly Run[],
  services: CurrentCountServices,
): Promise<ReadonlyMap<string, CurrentCounts>> {
  const kept = await services.counts.counts();
  const counted = await Promise.all(
    runs.map(async (run) => countsNow(run, { kept: kept.get(run.runId) ?? null, services })),
  );
  return new Map(counted.flatMap((counts) => (counts ? [[counts.runId, counts] as const] : [])));
}

async function countsNow(
  run: Run,
  { kept, services }: { kept: RunCounts | null; services: CurrentCountServices },
): Promise<CurrentCounts | null> {
  const { audience, completedAt } = run;
  if (!audience) return null;
  const now = services.clock.now();
  const isOld =
    completedAt !== undefined &&
    Temporal.Instant.compare(Temporal.Instant.from(completedAt).add(NEWS), now) < 0;
  if (kept && isOld) return { ...kept, isExact: true };
  if (audience.mailable + audience.skipped <= MAX_COUNTED) {
    const counts = await countLog(run, services);
    return { ...runCounts(run, { counts, asOf: now.toString() }), isExact: true };
  }
  if (kept && completedAt !== undefined) return { ...kept, isExact: true };
  return broughtOn(kept ?? atStart(run, audience), { run, services });
}

/** Right after its start, all but the skipped are waiting. */
function atStart(run: Run, { skipped }: AudienceCount): RunCounts {
  const counts = { byStatus: { skipped }, skippedBy: {}, attention: 0 };
  return runCounts(run, { counts, asOf: run.decidedAt });
}

/** Moves to the sent what was sent since the counts were kept. Neither number ever goes down, so the larger one is right. */
async function broughtOn(
  kept: RunCounts,
  { run, services }: { run: Run; services: CurrentCountServices },
): Promise<CurrentCounts> {
  const progress = await services.progress(run);
  const { waiting = 0, sent = 0 } = kept.byStatus;
  const more = Math.min(waiting, (progress?.sent ?? 0) - tallyOf(kept).sent);
  if (more <= 0) return { ...kept, isExact: true };
  const byStatus = { ...kept.byStatus, waiting: waiting - more, sent: sent + more };
  return { ...kept, byStatus, asOf: services.clock.now().toString(), isExact: false };
}
