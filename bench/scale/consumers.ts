import { randomUUID } from 'node:crypto';
import type { Clock } from '../../functions/lib/clock.ts';
import type { Handler, QueueEvent, QueueResult } from '../../functions/lib/runtime.ts';

/** A queue of SQS and what Lambda reads from it, on a virtual clock. */
export interface Queue {
  push(bodies: readonly string[]): void;
  /** Messages that no consumer has taken. */
  waiting(): number;
  /** Takes up to this many, once there is one: then it waits for more, up to the window. Empty when it is closed. */
  take(most: number, windowMilliseconds: number): Promise<readonly string[]>;
  /** Ends the wait of all consumers. */
  close(): void;
}

/** An empty queue. */
export function simulatedQueue(clock: Clock): Queue {
  const messages: string[] = [];
  let isClosed = false;
  let arrival = Promise.withResolvers<void>();
  const arrived = () => {
    arrival.resolve();
    arrival = Promise.withResolvers<void>();
  };
  return {
    push: (bodies) => {
      messages.push(...bodies);
      arrived();
    },
    waiting: () => messages.length,
    take: async (most, windowMilliseconds) => {
      while (messages.length === 0 && !isClosed) await arrival.promise;
      if (messages.length < most && windowMilliseconds > 0) await clock.sleep(windowMilliseconds);
      return messages.splice(0, most);
    },
    close: () => {
      isClosed = true;
      arrived();
    },
  };
}

/** What the invocations of a function came to. */
export interface Invocations {
  count: number;
  /** Billed time of all environments together. */
  milliseconds: number;
}

interface ConsumerOptions {
  readonly queue: Queue;
  readonly clock: Clock;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly timeoutSeconds: number;
  /** An environment of the function. */
  readonly handler: Handler<QueueEvent, QueueResult>;
  readonly invocations: Invocations;
}

/** Lambda receives in 10 to 50 ms, and begins a new environment in half a second. */
const RECEIVE_MILLISECONDS = 30;
const COLD_START_MILLISECONDS = 500;

/** One environment of a function: one invocation after the other until the queue is closed and empty. */
export async function consume({
  queue,
  clock,
  handler,
  invocations,
  ...options
}: ConsumerOptions): Promise<void> {
  const { batchSize, windowSeconds, timeoutSeconds } = options;
  await clock.sleep(COLD_START_MILLISECONDS);
  for (;;) {
    const bodies = await queue.take(batchSize, windowSeconds * 1000);
    if (bodies.length === 0) return;
    await clock.sleep(RECEIVE_MILLISECONDS);
    const began = clock.now().epochMilliseconds;
    const end = began + timeoutSeconds * 1000;
    const Records = bodies.map((body, index) => ({ messageId: `${index}`, body }));
    const { batchItemFailures } = await handler(
      { Records },
      {
        awsRequestId: randomUUID(),
        getRemainingTimeInMillis: () => end - clock.now().epochMilliseconds,
      },
    );
    queue.push(batchItemFailures.map(({ itemIdentifier }) => bodies[Number(itemIdentifier)]!));
    invocations.count++;
    invocations.milliseconds += clock.now().epochMilliseconds - began;
  }
}
