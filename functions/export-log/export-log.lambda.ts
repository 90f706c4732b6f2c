import { chunkRange } from '../aws/chunk-range.ts';
import { chunkStore } from '../aws/chunks.ts';
import { dynamo, s3 } from '../aws/clients.ts';
import { exportWriter } from '../aws/export-writer.ts';
import { runPlanReader } from '../aws/plan-cache.ts';
import { launchStore } from '../aws/plans.ts';
import { rosterStore } from '../aws/rosters.ts';
import { runStore } from '../aws/runs.ts';
import { searchStore } from '../aws/search-index.ts';
import { sendLogStore } from '../aws/send-log.ts';
import { logReader } from '../aws/send-log-reader.ts';
import { exportRequestSchema } from '../domain/send/export-request.ts';
import { lambda } from '../lib/lambda.ts';
import { queueHandler } from '../lib/queue-handler.ts';
import type { Create, QueueEvent, QueueResult, Runtime } from '../lib/runtime.ts';
import { type ExportServices, exportLog } from './export-log.ts';

/** Time for a last page, and to say that there was none for more. */
const SHUTDOWN_MARGIN_MILLISECONDS = 60_000;

/** Writes exports of the send log, as people ask for them. */
export const create: Create<QueueEvent, QueueResult> = (runtime) => {
  const services = servicesOf(runtime);
  return queueHandler({ log: runtime.log, code: 'export-failed' }, (body, invocation) => {
    const request = exportRequestSchema.parse(JSON.parse(body));
    const isTimeLeft = () => invocation.getRemainingTimeInMillis() > SHUTDOWN_MARGIN_MILLISECONDS;
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
