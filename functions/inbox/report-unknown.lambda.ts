import { s3 } from '../shared/aws.client.ts';
import { lambda } from '../shared/entry.client.ts';
import { eventPublisher } from '../shared/events.client.ts';
import { queueHandler } from '../shared/queue.ts';
import type { Create, QueueEvent, QueueResult } from '../shared/runtime.ts';
import { isFolder, uploadOf } from '../shared/upload.ts';
import { inboxOf } from './inbox.client.ts';
import { reportUnknown } from './report-unknown.client.ts';

/** Answers uploads that lie in none of the folders that mean something. */
export const create: Create<QueueEvent, QueueResult> = (runtime) => {
  const services = { log: runtime.log, inbox: inboxOf(s3()), events: eventPublisher(runtime) };
  return queueHandler({ log: runtime.log, code: 'unknown-failed' }, async (body) => {
    const upload = uploadOf(body);
    if (!isFolder(upload)) await reportUnknown(upload, services);
  });
};

export const handler = lambda(create);
