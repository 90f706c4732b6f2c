import { toldStore } from '../aws/announced-dates.ts';
import { chunkQueue } from '../aws/chunk-queue.ts';
import { chunkStore } from '../aws/chunks.ts';
import { type DeliveryClients, deliveryClients } from '../aws/clients.ts';
import { eventPublisher } from '../aws/event-bus.ts';
import { runPlanReader } from '../aws/plan-cache.ts';
import { launchStore } from '../aws/plans.ts';
import { rosterStore } from '../aws/rosters.ts';
import { runStore } from '../aws/runs.ts';
import { gateStore } from '../aws/send-gate.ts';
import { sendLogStore } from '../aws/send-log.ts';
import { accountQuota, sendingLimits } from '../aws/sending-limits.ts';
import { sesMailer } from '../aws/ses.ts';
import { suppressionStore } from '../aws/suppressions.ts';
import type { Runtime } from '../lib/runtime.ts';
import { mailPreparer } from './prepare.ts';
import { rateLimiter } from './rate-limiter.ts';
import type { SendServices } from './sender.ts';
import { threadReader } from './thread.ts';

/** Builds what sending needs. */
export function sendServices(
  runtime: Runtime,
  { db, ses, sqs, eventBridge }: DeliveryClients = deliveryClients(),
): SendServices {
  const { env, clock, log } = runtime;
  const planOf = runPlanReader(launchStore(env, db));
  const mailer = sesMailer(env, ses);
  const quota = accountQuota({ clock, mailer });
  const gate = gateStore(env, db);
  const runs = runStore(env, db, gate);
  const sendLog = sendLogStore(runtime, db);
  return {
    clock,
    log,
    gate,
    mailer,
    runs,
    chunks: chunkStore(env, db),
    sendLog,
    queue: chunkQueue(runtime, sqs),
    events: eventPublisher(runtime, eventBridge),
    rateLimiter: rateLimiter({ gate, clock }),
    quota,
    limits: sendingLimits({ quota, planOf }),
    prepare: mailPreparer({
      clock,
      log,
      planOf,
      roster: rosterStore(runtime, db),
      suppression: suppressionStore(runtime, db),
      threadOf: threadReader({ runs, sendLog, mailer }),
      sendLog,
      told: toldStore(env, db),
    }),
  };
}
