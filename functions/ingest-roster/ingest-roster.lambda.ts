import { pick } from '../aws/pick.ts';
import {
  arrivals,
  auditLog,
  events,
  inbox,
  plans,
  retrySoon,
  roster,
  rosterWriter,
  uploadForms,
} from '../aws/services.ts';
import { uploadOf } from '../domain/upload.ts';
import { lambda } from '../lib/lambda.ts';
import { queueHandler } from '../lib/queue-handler.ts';
import type { Create, QueueEvent, QueueResult } from '../lib/runtime.ts';
import { ingest } from './ingest.ts';

/** Takes uploaded rosters and updates in. One that fails comes back with its message, and continues where it stopped. */
export const create: Create<QueueEvent, QueueResult> = (runtime) => {
  const services = pick(runtime, {
    arrivals,
    auditLog,
    events,
    inbox,
    plans,
    roster,
    rosterWriter,
    uploadForms,
    retrySoon,
  });
  return queueHandler({ log: runtime.log, code: 'roster-failed', retrySoon: services.retrySoon }, (body) =>
    ingest(uploadOf(body), services),
  );
};

/** What Lambda calls. */
export const handler = lambda(create);
