import type { SQSClient } from '@aws-sdk/client-sqs';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import type { InvokeOutcome } from '../lambda/functions.ts';
import { type Held, queueEvent, splitDead, splitFailed } from './batch.ts';
import { RENEW_MILLISECONDS, workQueue } from './work-queue.ts';

/** A queue and the function that works it off, as the template says. */
export interface QueueMapping {
  readonly queueUrl: string;
  readonly queueArn: string;
  /** How many messages the function gets at once, at most. */
  readonly batchSize: number;
  /** Whether the function's answer names the messages that failed; otherwise all fail or none. */
  readonly reportsFailures: boolean;
  /** How long a failed message stays hidden, by the cloud's clock. */
  readonly visibilitySeconds: number;
  /** A message that was received this often goes to the dead-letter queue; `null` keeps it forever. */
  readonly deadLetters: { readonly queueUrl: string; readonly maxReceives: number } | null;
  readonly invoke: (event: unknown) => Promise<InvokeOutcome>;
}

/** Works off one queue. */
export interface QueueWorker {
  /**
   * Takes one batch and works on it.
   * @param waitSeconds How long to wait at an empty queue. @default 0
   * @returns whether there was one.
   */
  work(waitSeconds?: number): Promise<boolean>;
  /** When the next hidden message shows again; `null` when none is hidden. */
  next(): Temporal.Instant | null;
  stop(): void;
}

/** What a worker needs besides its queue. */
export interface WorkerOptions {
  readonly client: SQSClient;
  readonly clock: Clock;
  /** Until when a message is hidden because its sender delayed it, in epoch milliseconds. */
  readonly delayedUntil: (messageId: string) => number | undefined;
  /** How many messages were sent to a queue so far; `undefined` when that isn't known. */
  readonly sendsTo: (queueUrl: string) => number | undefined;
  /** Hears of each message that was handled, by its body. */
  readonly onHandled?: (body: string) => void;
  readonly onDeadLetter: (queueArn: string, messageId: string) => void;
}

/** Starts a worker of one queue; it does nothing before it is told to. */
export function queueWorker(mapping: QueueMapping, options: WorkerOptions): QueueWorker {
  const { clock } = options;
  const queue = workQueue(options.client, mapping.queueUrl);
  const hidden = new Set<Held>();
  const working = new Set<Held>();
  /** While no message is sent, an empty queue stays empty. Asking it again is most of what a rehearsal would ask. */
  let sendsWhenEmpty: number | undefined;
  const renew = () => queue.renew([...hidden, ...working].map(({ message }) => message));
  const renewal = setInterval(() => void renew(), RENEW_MILLISECONDS);
  renewal.unref();
  const now = () => clock.now().epochMilliseconds;

  function takeShown(): Held[] {
    const shown = [...hidden].filter(({ visibleAt }) => visibleAt <= now()).slice(0, mapping.batchSize);
    for (const held of shown) hidden.delete(held);
    return shown;
  }

  /** Hides what its sender delayed. */
  async function receive(count: number, waitSeconds: number): Promise<Held[]> {
    const sends = options.sendsTo(mapping.queueUrl);
    if (count === 0 || (waitSeconds === 0 && sends !== undefined && sends === sendsWhenEmpty)) return [];
    const messages = await queue.receive({ count, waitSeconds });
    sendsWhenEmpty = messages.length === 0 ? sends : undefined;
    const at = now();
    const received = messages.map((message) => {
      const visibleAt = options.delayedUntil(message.MessageId ?? '') ?? at;
      return { message, receives: 0, visibleAt };
    });
    for (const held of received) if (held.visibleAt > at) hidden.add(held);
    return received.filter(({ visibleAt }) => visibleAt <= at);
  }

  async function workOn(taken: readonly Held[]): Promise<void> {
    const visibleAt = now() + mapping.visibilitySeconds * 1000;
    const batch = taken.map(({ message, receives }) => ({ message, receives: receives + 1, visibleAt }));
    for (const held of batch) working.add(held);
    const outcome = await mapping.invoke(queueEvent(batch, { queueArn: mapping.queueArn, now: now() }));
    for (const held of batch) working.delete(held);
    const { failed, done } = splitFailed(batch, { outcome, reportsFailures: mapping.reportsFailures });
    for (const held of failed) hidden.add(held);
    for (const { message } of done) options.onHandled?.(message.Body ?? '');
    await queue.remove(done.map(({ message }) => message));
  }

  return {
    work: async (waitSeconds = 0) => {
      const shown = takeShown();
      const received = await receive(mapping.batchSize - shown.length, shown.length > 0 ? 0 : waitSeconds);
      const { dead, alive } = splitDead([...shown, ...received], mapping.deadLetters);
      for (const { message } of dead) {
        await queue.moveTo(mapping.deadLetters!.queueUrl, message);
        options.onDeadLetter(mapping.queueArn, message.MessageId ?? '');
      }
      if (alive.length > 0) await workOn(alive);
      return dead.length + alive.length > 0;
    },
    next: () => {
      const times = [...hidden].map(({ visibleAt }) => visibleAt);
      return times.length > 0 ? Temporal.Instant.fromEpochMilliseconds(Math.min(...times)) : null;
    },
    stop: () => clearInterval(renewal),
  };
}
