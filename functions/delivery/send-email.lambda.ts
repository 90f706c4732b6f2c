import { z } from 'zod';
import { suppressionStore } from '../feedback/suppression.client.ts';
import { launchStore } from '../launch/launch.client.ts';
import { rosterStore } from '../roster/roster.client.ts';
import { sendLogStore } from '../send-log/send-log.client.ts';
import { dynamo } from '../shared/aws.client.ts';
import { lambda } from '../shared/entry.client.ts';
import { eventPublisher } from '../shared/events.client.ts';
import type { Create, QueueEvent, QueueResult, Runtime } from '../shared/runtime.ts';
import { chunkStore } from './chunk.client.ts';
import { chunkQueue } from './chunk-queue.client.ts';
import { gateStore } from './gate.client.ts';
import { sendingLimits } from './limits.client.ts';
import { mailPreparer } from './prepare.client.ts';
import { runStore } from './run.client.ts';
import { runPlanReader } from './run-plan.client.ts';
import { type SendServices, sendChunk } from './send-chunk.client.ts';
import { sesMailer } from './ses.client.ts';

const messageSchema = z.object({ runId: z.string(), chunk: z.number().int().positive() });

/** Sends the chunks that the queue names. A chunk whose sender fails comes back with its message. */
export const create: Create<QueueEvent, QueueResult> = (runtime) => {
  const services = servicesOf(runtime);
  return async ({ Records }, invocation) => {
    const deadline = runtime.clock.now().epochMilliseconds + invocation.getRemainingTimeInMillis();
    const failed: { itemIdentifier: string }[] = [];
    for (const { messageId, body } of Records) {
      const name = messageSchema.parse(JSON.parse(body));
      try {
        await sendChunk(name, { owner: invocation.awsRequestId, deadline }, services);
      } catch (error) {
        runtime.log.error('chunk-failed', { ...name, error: (error as Error).name });
        failed.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures: failed };
  };
};

export const handler = lambda(create);

function servicesOf(runtime: Runtime): SendServices {
  const { env, clock, log } = runtime;
  const db = dynamo();
  const planOf = runPlanReader(launchStore(env, db));
  const mailer = sesMailer(env);
  const gate = gateStore(env, db);
  return {
    clock,
    log,
    gate,
    mailer,
    runs: runStore(env, db, gate),
    chunks: chunkStore(env, db),
    sendLog: sendLogStore(runtime, db),
    queue: chunkQueue(runtime),
    events: eventPublisher(runtime),
    limits: sendingLimits({ clock, planOf, mailer }),
    prepare: mailPreparer({
      clock,
      log,
      planOf,
      roster: rosterStore(env, db),
      suppression: suppressionStore(runtime, db),
    }),
  };
}
