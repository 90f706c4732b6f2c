import { z } from 'zod';
import { lambda } from '../shared/entry.client.ts';
import { queueHandler } from '../shared/queue.ts';
import type { Create, QueueEvent, QueueResult } from '../shared/runtime.ts';
import { chunksAtOnce } from './gate.ts';
import { sendChunk } from './send-chunk.client.ts';
import { sendServices } from './services.client.ts';

const messageSchema = z.object({ runId: z.string(), chunk: z.string().min(1) });

/**
 * Sends the chunks that the queue names, as many at once as the account's rate asks for. A chunk whose sender fails
 * comes back with its message.
 */
export const create: Create<QueueEvent, QueueResult> = (runtime) => {
  const services = sendServices(runtime);
  const atOnce = async () => chunksAtOnce((await services.quota()).maxSendRate);
  let turns = 0;
  return queueHandler({ log: runtime.log, code: 'chunk-failed', atOnce }, async (body, invocation) => {
    const deadline = runtime.clock.now().epochMilliseconds + invocation.getRemainingTimeInMillis();
    const name = messageSchema.parse(JSON.parse(body));
    // A name of its own for each message: one that came twice must find the chunk busy.
    const owner = `${invocation.awsRequestId}/${++turns}`;
    await sendChunk(name, { owner, deadline }, services);
  });
};

export const handler = lambda(create);
