import { pick } from '../aws/pick.ts';
import {
  chunkRange,
  exportWriter,
  logReader,
  planOf,
  plans,
  queuedRetries,
  retrySoon,
  roster,
  runs,
  savedSearches,
  search,
  sendLog,
} from '../aws/services.ts';
import { exportRequestSchema } from '../domain/send/export-request.ts';
import { lambda } from '../lib/lambda.ts';
import { queueHandler } from '../lib/queue-handler.ts';
import type { Create, QueueEvent, QueueResult } from '../lib/runtime.ts';
import { exportLog } from './export-log.ts';

/** Time for a last page, and to say that there was none for more. */
const SHUTDOWN_MARGIN_MILLISECONDS = 60_000;

const PICKED = {
  retrySoon,
  chunkRange,
  exportWriter,
  logReader,
  planOf,
  plans,
  queuedRetries,
  roster,
  runs,
  savedSearches,
  search,
  sendLog,
};

/** Writes exports of the send log, as people ask for them. */
export const create: Create<QueueEvent, QueueResult> = (runtime) => {
  const services = pick(runtime, PICKED);
  return queueHandler(
    { log: runtime.log, code: 'export-failed', retrySoon: services.retrySoon },
    (body, invocation) => {
      const request = exportRequestSchema.parse(JSON.parse(body));
      const isTimeLeft = () => invocation.getRemainingTimeInMillis() > SHUTDOWN_MARGIN_MILLISECONDS;
      return exportLog(request, { isTimeLeft, services });
    },
  );
};

/** What Lambda calls. */
export const handler = lambda(create);
