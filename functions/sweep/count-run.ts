import type { Services } from '../aws/services.ts';
import type { Run } from '../domain/run/run.ts';
import { runCounts } from '../domain/run/run-counts.ts';
import { countSends, type SendCounts } from '../domain/send/counts.ts';

/** What counting runs needs. */
export type CountServices = Pick<Services, 'clock' | 'counts' | 'sendLog'>;

/** Counts a run's sends, and keeps the counts for pages about the run. @returns them, as the log has them. */
export async function countRun(run: Run, { clock, counts, sendLog }: CountServices): Promise<SendCounts> {
  // Before the log is read: what comes meanwhile may be missing.
  const asOf = clock.now().toString();
  const counted = await countSends(sendLog.facts(run.runId));
  await counts.put(runCounts(run, { counts: counted, asOf }));
  return counted;
}
