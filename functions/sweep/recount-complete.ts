import { Temporal } from 'temporal-polyfill';
import type { Services } from '../aws/pick.ts';
import type { Chunk, Run } from '../domain/run/run.ts';
import { isRecountDue } from '../domain/run/run-counts.ts';
import { type CountServices, countRun } from './count-run.ts';

/** Counts complete runs again where SES may have sent events since. */
export async function recountComplete(runs: readonly Run[], services: CountServices): Promise<void> {
  const known = await services.counts.counts();
  for (const run of runs) {
    const { completedAt } = run;
    const asOf = known.get(run.runId)?.asOf ?? null;
    if (completedAt === undefined || !isRecountDue({ completedAt, asOf }, services.clock.now())) continue;
    await countRun(run, services);
  }
}

/** Counts a complete run again while it is retried, and once afterwards. */
export async function recountRetried(
  run: Run,
  { retries, services }: { retries: readonly Pick<Chunk, 'done' | 'queuedAt'>[]; services: CountServices },
): Promise<void> {
  if (run.completedAt === undefined) return;
  const known = (await services.counts.counts()).get(run.runId);
  const isNews = ({ done, queuedAt }: Pick<Chunk, 'done' | 'queuedAt'>) =>
    !done || !known || queuedAt >= Date.parse(known.asOf);
  if (retries.some(isNews) || known?.byStatus.waiting) await countRun(run, services);
}

/** Events come late: so long before a count, one may not have been in the log yet. */
const COME_WITHIN = Temporal.Duration.from({ hours: 1 });
/** How many of the newest facts are looked at. */
const MAX_FACTS = 200;

/** Counts complete runs again of which bounces, complaints or the like came since, however long ago they were sent. */
export async function recountNews(
  services: CountServices & Pick<Services, 'logReader' | 'runs'>,
): Promise<void> {
  const known = await services.counts.counts();
  const due = new Set<string>();
  let read = 0;
  for await (const { runId, at } of services.logReader.attention({ pageSize: MAX_FACTS })) {
    if (++read > MAX_FACTS) break;
    const asOf = known.get(runId)?.asOf;
    if (asOf && Temporal.Instant.compare(at, Temporal.Instant.from(asOf).subtract(COME_WITHIN)) > 0)
      due.add(runId);
  }
  for (const runId of due) {
    const run = await services.runs.run(runId);
    if (run?.completedAt !== undefined) await countRun(run, services);
  }
}
