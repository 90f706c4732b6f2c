import type { Message, SQSClient } from '@aws-sdk/client-sqs';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import type { Lineage } from '../iam/caller.ts';
import type { InvokeOutcome } from '../lambda/functions.ts';
import { type Held, queueEvent, splitDead, splitFailed, splitShown } from './batch.ts';
import { RENEW_MILLISECONDS, type WorkQueue, workQueue } from './work-queue.ts';

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
  /** Whether Lambda would end the loop that a message with this lineage is of. */
  readonly isLoop: (lineage: Lineage) => boolean;
  readonly invoke: (event: unknown, lineage: Lineage) => Promise<InvokeOutcome>;
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
  /** Until when the function hid a message that it got, by its receipt: epoch milliseconds. @default never */
  readonly hiddenByReceipt?: (receiptHandle: string) => number | undefined;
  /** Which functions led to a message. */
  readonly takeLineage: (messageId: string) => Lineage;
  /** How many messages were sent to a queue so far; `undefined` when that isn't known. */
  readonly sendsTo: (queueUrl: string) => number | undefined;
  /** Resolves at the next message for a queue, or after a while without one. */
  readonly sendOrWait: (queueUrl: string, milliseconds: number) => Promise<void>;
  /** Hears of each message that was handled, by its body. */
  readonly onHandled?: (body: string) => void;
  readonly onDeadLetter: (queueArn: string, messageId: string) => void;
}

/** Starts a worker of one queue; it does nothing before it is told to. */
export function queueWorker(mapping: QueueMapping, options: WorkerOptions): QueueWorker {
  return new Worker(mapping, options);
}

/**
 * How often an empty queue is asked though nothing was sent to it: a message that was taken by work that then failed
 * shows again without being sent.
 */
const ASK_AGAIN_MILLISECONDS = 20_000;

class Worker implements QueueWorker {
  private readonly mapping: QueueMapping;
  private readonly options: WorkerOptions;
  private readonly queue: WorkQueue;
  private readonly renewal: NodeJS.Timeout;
  /** Messages that show later: they failed, or their sender delayed them. */
  private readonly hidden = new Set<Held>();
  private readonly working = new Set<Held>();
  /** While no message is sent, an empty queue stays empty. Asking it again is most of what a rehearsal would ask. */
  private sendsWhenEmpty: number | undefined;
  /** When the queue was last asked, in milliseconds of the process. */
  private askedAt = 0;

  constructor(mapping: QueueMapping, options: WorkerOptions) {
    this.mapping = mapping;
    this.options = options;
    this.queue = workQueue(options.client, mapping.queueUrl);
    this.renewal = setInterval(() => void this.renew(), RENEW_MILLISECONDS);
    this.renewal.unref();
  }

  async work(waitSeconds = 0): Promise<boolean> {
    const { dead, alive } = splitDead(await this.take(waitSeconds), this.mapping);
    for (const { message } of dead) await this.moveToDeadLetters(message);
    if (alive.length > 0) await this.workOn(alive);
    return dead.length + alive.length > 0;
  }

  next(): Temporal.Instant | null {
    const times = [...this.hidden].map(({ visibleAt }) => visibleAt);
    return times.length > 0 ? Temporal.Instant.fromEpochMilliseconds(Math.min(...times)) : null;
  }

  stop(): void {
    clearInterval(this.renewal);
  }

  /** Takes a batch: first what was hidden and shows now, then what the queue has. */
  private async take(waitSeconds: number): Promise<Held[]> {
    const { batchSize } = this.mapping;
    const shown = splitShown([...this.hidden], this.now()).shown.slice(0, batchSize);
    for (const held of shown) this.hidden.delete(held);
    const messages = await this.receive(batchSize - shown.length, shown.length > 0 ? 0 : waitSeconds);
    const now = this.now();
    const received = messages.map((message): Held => {
      const visibleAt = this.options.delayedUntil(message.MessageId ?? '') ?? now;
      const lineage = this.options.takeLineage(message.MessageId ?? '');
      return { message, receives: 0, lineage, visibleAt };
    });
    const split = splitShown(received, now);
    for (const held of split.later) this.hidden.add(held);
    return [...shown, ...split.shown];
  }

  private async receive(count: number, waitSeconds: number): Promise<Message[]> {
    const sends = this.options.sendsTo(this.mapping.queueUrl);
    const isEmpty = sends !== undefined && sends === this.sendsWhenEmpty;
    if (count === 0 || (isEmpty && waitSeconds === 0)) return [];
    if (isEmpty && performance.now() - this.askedAt < ASK_AGAIN_MILLISECONDS) {
      await this.options.sendOrWait(this.mapping.queueUrl, waitSeconds * 1000);
      return [];
    }
    this.askedAt = performance.now();
    const messages = await this.queue.receive({ count, waitSeconds });
    this.sendsWhenEmpty = messages.length === 0 ? sends : undefined;
    return messages;
  }

  private async workOn(taken: readonly Held[]): Promise<void> {
    const { visibilitySeconds, invoke, queueArn, reportsFailures } = this.mapping;
    const visibleAt = this.now() + visibilitySeconds * 1000;
    const batch = taken.map((held) => ({ ...held, receives: held.receives + 1, visibleAt }));
    for (const held of batch) this.working.add(held);
    const outcome = await invoke(queueEvent(batch, { queueArn, now: this.now() }), longest(batch));
    for (const held of batch) this.working.delete(held);
    const { failed, done } = splitFailed(batch, { outcome, reportsFailures });
    for (const held of failed) this.hidden.add(this.asHidden(held));
    for (const { message } of done) this.options.onHandled?.(message.Body ?? '');
    await this.queue.remove(done.map(({ message }) => message));
  }

  /** A message that failed, hidden for as long as its function said, otherwise as the queue says. */
  private asHidden(held: Held): Held {
    const until = this.options.hiddenByReceipt?.(held.message.ReceiptHandle ?? '');
    return until === undefined ? held : { ...held, visibleAt: until };
  }

  private async moveToDeadLetters(message: Message): Promise<void> {
    const { deadLetters, queueArn } = this.mapping;
    if (deadLetters) await this.queue.moveTo(deadLetters.queueUrl, message);
    else await this.queue.remove([message]);
    this.options.onDeadLetter(queueArn, message.MessageId ?? '');
  }

  private async renew(): Promise<void> {
    await this.queue.renew([...this.hidden, ...this.working].map(({ message }) => message));
  }

  private now(): number {
    return this.options.clock.now().epochMilliseconds;
  }
}

/** A batch's lineage is that of the message with the longest one. */
function longest(batch: readonly Held[]): Lineage {
  return batch
    .map(({ lineage }) => lineage)
    .reduce((one, other) => (other.length > one.length ? other : one));
}
