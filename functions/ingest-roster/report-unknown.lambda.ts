import { pick } from '../aws/pick.ts';
import { events, inbox, retrySoon } from '../aws/services.ts';
import { isFolder, uploadOf } from '../domain/upload.ts';
import { lambda } from '../lib/lambda.ts';
import { queueHandler } from '../lib/queue-handler.ts';
import type { Create, QueueEvent, QueueResult } from '../lib/runtime.ts';
import { reportUnknown } from './report-unknown.ts';

/** Answers uploads that lie in none of the folders that mean something. */
export const create: Create<QueueEvent, QueueResult> = (runtime) => {
  const services = pick(runtime, { events, inbox, retrySoon });
  return queueHandler(
    { log: runtime.log, code: 'unknown-failed', retrySoon: services.retrySoon },
    async (body) => {
      const upload = uploadOf(body);
      if (!isFolder(upload)) await reportUnknown(upload, services);
    },
  );
};

/** What Lambda calls. */
export const handler = lambda(create);
