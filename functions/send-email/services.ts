import type { Clients } from '../aws/clients.ts';
import { pick } from '../aws/pick.ts';
import {
  chunks,
  events,
  frozenAudiences,
  gate,
  limits,
  mailer,
  oneOffs,
  planOf,
  queue,
  quota,
  recipients,
  roster,
  runs,
  sendLog,
  suppression,
} from '../aws/services.ts';
import type { Runtime } from '../lib/runtime.ts';
import { earlierReader } from './earlier.ts';
import { mailPreparer } from './prepare.ts';
import { rateLimiter } from './rate-limiter.ts';
import type { SendServices } from './sender.ts';
import { threadReader } from './thread.ts';

const PICKED = {
  chunks,
  events,
  gate,
  limits,
  mailer,
  planOf,
  queue,
  quota,
  recipients,
  roster,
  runs,
  sendLog,
  suppression,
  frozenAudiences,
  oneOffs,
};

/** Builds what sending needs. @param clients Clients instead of the SDK's own, for tests. */
export function sendServices(runtime: Runtime, clients?: Partial<Clients>): SendServices {
  const services = pick(runtime, PICKED, clients);
  return {
    ...services,
    rateLimiter: rateLimiter(services),
    prepare: mailPreparer({
      ...services,
      threadOf: threadReader(services),
      earlierOf: earlierReader(services),
    }),
  };
}
