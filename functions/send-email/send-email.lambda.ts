import { lambda } from '../lib/lambda.ts';
import type { Create, QueueEvent, QueueResult } from '../lib/runtime.ts';
import { chunkSender } from './chunk-sender.ts';
import { sendServices } from './services.ts';

/** Sends the chunks that the queue names. A chunk whose sender fails comes back with its message. */
export const create: Create<QueueEvent, QueueResult> = (runtime) => chunkSender(sendServices(runtime));

/** The Lambda's entry. */
export const handler = lambda(create);
