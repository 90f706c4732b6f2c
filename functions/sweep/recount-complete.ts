import type { Services } from '../aws/services.ts';
import type { Run } from '../domain/run/run.ts';
import { isRecountDue, runCounts } from '../domain/run/run-counts.ts';
import { countSends } from '../domain/send/counts.ts';

/** Counts complete runs again where SES may have sent events since. */
export async function recountComplete(
  runs: readonly Run[],
  { clock, counts, sendLog }: Pick<Services, 'clock' | 'counts' | 'sendLog'>,
): Promise<void> {
  const known = await counts.counts();
  for (const run of runs) {
    const { completedAt } = run;
    const asOf = known.get(run.runId)?.asOf ?? null;
    const now = clock.now();
    if (completedAt === undefined || !isRecountDue({ completedAt, asOf }, now)) continue;
    const counted = await countSends(sendLog.facts(run.runId));
    await counts.put(runCounts(run, { counts: counted, asOf: now.toString() }));
  }
}
