import { chunkStore } from '../delivery/chunk.client.ts';
import { chunkRange } from '../delivery/chunk-range.client.ts';
import { runStore } from '../delivery/run.client.ts';
import { runPlanReader } from '../delivery/run-plan.client.ts';
import { launchStore } from '../launch/launch.client.ts';
import { rosterStore } from '../roster/roster.client.ts';
import { searchStore } from '../roster/search-store.client.ts';
import { dynamo, s3 } from '../shared/aws.client.ts';
import { lambda } from '../shared/entry.client.ts';
import { queueHandler } from '../shared/queue.ts';
import type { Create, QueueEvent, QueueResult, Runtime } from '../shared/runtime.ts';
import { type ExportServices, exportLog } from './export-log.client.ts';
import { exportRequestSchema } from './export-request.ts';
import { exportWriter } from './export-writer.client.ts';
import { logReader } from './log-reader.client.ts';
import { sendLogStore } from './send-log.client.ts';

/** Time for a last page, and to say that there was none for more. */
const SPARE_MILLISECONDS = 60_000;

/** Writes exports of the send log, as people ask for them. */
export const create: Create<QueueEvent, QueueResult> = (runtime) => {
  const services = servicesOf(runtime);
  return queueHandler({ log: runtime.log, code: 'export-failed' }, (body, invocation) => {
    const request = exportRequestSchema.parse(JSON.parse(body));
    const isTimeLeft = () => invocation.getRemainingTimeInMillis() > SPARE_MILLISECONDS;
    return exportLog(request, { isTimeLeft, services });
  });
};

export const handler = lambda(create);

function servicesOf(runtime: Runtime): ExportServices {
  const { env, clock, log } = runtime;
  const db = dynamo();
  const storage = s3();
  const launch = launchStore(env, db);
  return {
    clock,
    log,
    launch,
    planOf: runPlanReader(launch),
    roster: rosterStore(runtime, db),
    search: searchStore(env, storage),
    runs: runStore(env, db),
    chunks: chunkStore(env, db),
    chunkRange: chunkRange(env, db),
    sendLog: sendLogStore(runtime, db),
    logReader: logReader(env, db),
    writer: exportWriter(env, storage),
  };
}
