import { pick } from '../aws/pick.ts';
import {
  arrivals,
  auditLog,
  chunks,
  deployed,
  events,
  frozenAudiences,
  inbox,
  launchName,
  oneOffs,
  phaseMarks,
  planOf,
  plans,
  planUploads,
  retrySoon,
  runs,
  schedules,
  sendLog,
  uploadForms,
} from '../aws/services.ts';
import { uploadOf } from '../domain/upload.ts';
import { lambda } from '../lib/lambda.ts';
import { queueHandler } from '../lib/queue-handler.ts';
import type { Create, QueueEvent, QueueResult } from '../lib/runtime.ts';
import { planLaunch } from './plan-launch.ts';

const PICKED = {
  retrySoon,
  arrivals,
  auditLog,
  chunks,
  deployed,
  events,
  frozenAudiences,
  inbox,
  plans,
  launchName,
  oneOffs,
  phaseMarks,
  planOf,
  planUploads,
  runs,
  schedules,
  sendLog,
  uploadForms,
};

/** Takes uploaded launch plans. One that fails comes back with its message. */
export const create: Create<QueueEvent, QueueResult> = (runtime) => {
  const services = pick(runtime, PICKED);
  return queueHandler(
    { log: runtime.log, code: 'plan-launch-failed', retrySoon: services.retrySoon },
    (body) => planLaunch(uploadOf(body), services),
  );
};

/** What Lambda calls. */
export const handler = lambda(create);
