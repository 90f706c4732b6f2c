import { lambda } from '../shared/entry.client.ts';
import type { Create, QueueEvent, QueueResult } from '../shared/runtime.ts';
import { chunkSender } from './chunk-sender.client.ts';
import { sendServices } from './services.client.ts';

/** Sends the chunks that the queue names. A chunk whose sender fails comes back with its message. */
export const create: Create<QueueEvent, QueueResult> = (runtime) => chunkSender(sendServices(runtime));

export const handler = lambda(create);
