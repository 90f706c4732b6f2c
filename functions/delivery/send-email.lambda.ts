import { z } from 'zod';
import { lambda } from '../shared/entry.client.ts';
import { queueHandler } from '../shared/queue.ts';
import type { Create, QueueEvent, QueueResult } from '../shared/runtime.ts';
import { sendChunk } from './send-chunk.client.ts';
import { sendServices } from './services.client.ts';

const messageSchema = z.object({ runId: z.string(), chunk: z.string().min(1) });

/** Sends the chunks that the queue names. A chunk whose sender fails comes back with its message. */
export const create: Create<QueueEvent, QueueResult> = (runtime) => {
  const services = sendServices(runtime);
  return queueHandler({ log: runtime.log, code: 'chunk-failed' }, async (body, invocation) => {
    const deadline = runtime.clock.now().epochMilliseconds + invocation.getRemainingTimeInMillis();
    const name = messageSchema.parse(JSON.parse(body));
    await sendChunk(name, { owner: invocation.awsRequestId, deadline }, services);
  });
};

export const handler = lambda(create);
