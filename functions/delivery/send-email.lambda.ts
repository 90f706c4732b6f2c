import { z } from 'zod';
import { lambda } from '../shared/entry.client.ts';
import type { Create, QueueEvent, QueueResult } from '../shared/runtime.ts';
import { sendChunk } from './send-chunk.client.ts';
import { sendServices } from './services.client.ts';

const messageSchema = z.object({ runId: z.string(), chunk: z.string().min(1) });

/** Sends the chunks that the queue names. A chunk whose sender fails comes back with its message. */
export const create: Create<QueueEvent, QueueResult> = (runtime) => {
  const services = sendServices(runtime);
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
