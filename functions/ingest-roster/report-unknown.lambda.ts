import { s3 } from '../aws/clients.ts';
import { eventPublisher } from '../aws/event-bus.ts';
import { inboxOf } from '../aws/inbox.ts';
import { isFolder, uploadOf } from '../domain/upload.ts';
import { lambda } from '../lib/lambda.ts';
import { queueHandler } from '../lib/queue-handler.ts';
import type { Create, QueueEvent, QueueResult } from '../lib/runtime.ts';
import { reportUnknown } from './report-unknown.ts';

/** Answers uploads that lie in none of the folders that mean something. */
export const create: Create<QueueEvent, QueueResult> = (runtime) => {
  const services = { log: runtime.log, inbox: inboxOf(s3()), events: eventPublisher(runtime) };
  return queueHandler({ log: runtime.log, code: 'unknown-failed' }, async (body) => {
    const upload = uploadOf(body);
    if (!isFolder(upload)) await reportUnknown(upload, services);
  });
};

export const handler = lambda(create);
