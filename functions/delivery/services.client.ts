import { toldStore } from '../date-change/told.client.ts';
import { suppressionStore } from '../feedback/suppression.client.ts';
import { launchStore } from '../launch/launch.client.ts';
import { rosterStore } from '../roster/roster.client.ts';
import { sendLogStore } from '../send-log/send-log.client.ts';
import { type DeliveryClients, deliveryClients } from '../shared/aws.client.ts';
import { eventPublisher } from '../shared/events.client.ts';
import type { Runtime } from '../shared/runtime.ts';
import { chunkStore } from './chunk.client.ts';
import { chunkQueue } from './chunk-queue.client.ts';
import { gateStore } from './gate.client.ts';
import { hadBeforeReader } from './had-before.client.ts';
import { accountQuota, sendingLimits } from './limits.client.ts';
import { mailPreparer } from './prepare.client.ts';
import { runStore } from './run.client.ts';
import { runPlanReader } from './run-plan.client.ts';
import type { SendServices } from './sender.ts';
import { sesMailer } from './ses.client.ts';
import { slotTaker } from './slots.client.ts';
import { threadReader } from './thread.client.ts';
import { toldReader } from './told-reader.client.ts';

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
    slots: slotTaker({ gate, clock }),
    quota,
    limits: sendingLimits({ quota, planOf }),
    prepare: mailPreparer({
      clock,
      log,
      planOf,
      roster: rosterStore(runtime, db),
      suppression: suppressionStore(runtime, db),
      threadOf: threadReader({ runs, sendLog, mailer }),
      hadBefore: hadBeforeReader(sendLog),
      toldOf: toldReader(toldStore(env, db)),
    }),
  };
}
