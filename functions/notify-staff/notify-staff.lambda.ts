import { pick, retrySoon } from '../aws/services.ts';
import { lambda } from '../lib/lambda.ts';
import { queueHandler } from '../lib/queue-handler.ts';
import type { Create, QueueEvent, QueueResult } from '../lib/runtime.ts';
import { notifyStaff } from './notify-staff.ts';
import { NOTIFY_SERVICES } from './services.ts';

/** The schedule calls it without messages; an event of what needs attention comes as one. */
export const create: Create<Partial<QueueEvent>, QueueResult> = (runtime) => {
  const services = pick(runtime, { ...NOTIFY_SERVICES, retrySoon });
  const { log, retrySoon: again } = services;
  const ofQueue = queueHandler({ log, code: 'notify-staff-failed', retrySoon: again }, () =>
    notifyStaff(services),
  );
  return async ({ Records }, invocation) => {
    if (Records) return ofQueue({ Records }, invocation);
    await notifyStaff(services);
    return { batchItemFailures: [] };
  };
};

/** What Lambda calls. */
export const handler = lambda(create);
