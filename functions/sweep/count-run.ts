import type { Services } from '../aws/pick.ts';
import type { Run } from '../domain/run/run.ts';
import { runCounts } from '../domain/run/run-counts.ts';
import type { SendCounts } from '../domain/send/counts.ts';
import { countLog } from '../queries/count-log.ts';

/** What counting runs needs. */
export type CountServices = Pick<Services, 'chunks' | 'clock' | 'counts' | 'sendLog'>;

/** Counts a run's sends, and keeps the counts for pages about the run. @returns them, as the log has them. */
export async function countRun(run: Run, services: CountServices): Promise<SendCounts> {
  // Before the log is read: what comes meanwhile may be missing.
  const asOf = services.clock.now().toString();
  const counted = await countLog(run, services);
  await services.counts.put(runCounts(run, { counts: counted, asOf }));
  return counted;
}
