import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import type { QueueResult } from '../../../functions/lib/runtime.ts';
import type { InvokeOutcome } from '../lambda/functions.ts';
import { REGION } from '../template/account.ts';

/** A queue and the function that works it off, as the template says. */
export interface QueueMapping {
  readonly queueUrl: string;
  readonly queueArn: string;
  readonly batchSize: number;
  readonly reportsFailures: boolean;
  /** How long a failed message stays hidden, by the cloud's clock. */
  readonly visibilitySeconds: number;
  /** After so many receives a message goes to the dead letters. */
  readonly deadLetters: { readonly queueUrl: string; readonly maxReceives: number } | null;
  readonly invoke: (event: unknown) => Promise<InvokeOutcome>;
}

export interface QueueWorker {
  /** Takes one batch and works on it. @returns whether there was one. */
  work(waitSeconds?: number): Promise<boolean>;
  /** When the next hidden message shows again. */
  next(): Temporal.Instant | null;
  stop(): void;
}

export interface WorkerOptions {
  readonly client: SQSClient;
  readonly clock: Clock;
  /** Until when a sender delayed a message, in epoch milliseconds. */
  readonly delayedUntil: (messageId: string) => number | undefined;
  /** How many times somebody has sent to a queue; `undefined` when nobody knows. */
  readonly sendsTo: (queueUrl: string) => number | undefined;
  /** Hears of each message that was worked on, by its body. */
  readonly onHandled?: (body: string) => void;
  readonly onDeadLetter: (queueArn: string, messageId: string) => void;
}

/** A message that this worker holds. The queue itself only knows it as taken. */
interface Held {
  readonly message: Message;
  readonly receives: number;
  /** Epoch milliseconds. */
  readonly visibleAt: number;
}

/** The queue's own clock is the machine's: messages are taken for this long, and renewed while they are held. */
const TAKEN_SECONDS = 60;
const RENEW_MILLISECONDS = 20_000;

export function queueWorker(mapping: QueueMapping, options: WorkerOptions): QueueWorker {
  const { client, clock } = options;
  const QueueUrl = mapping.queueUrl;
  const hidden = new Set<Held>();
  const working = new Set<Held>();
  /** Asking an empty queue again and again is most of what a rehearsal would ask. */
  let sendsWhenEmpty: number | undefined;
  const renewal = setInterval(() => void renew(), RENEW_MILLISECONDS);
  renewal.unref();

  async function renew(): Promise<void> {
    const Entries = [...hidden, ...working].map(({ message }, place) => ({
      Id: String(place),
      ReceiptHandle: message.ReceiptHandle,
      VisibilityTimeout: TAKEN_SECONDS,
    }));
    for (let start = 0; start < Entries.length; start += 10) {
      const batch = Entries.slice(start, start + 10);
      await client
        .send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries: batch }))
        .catch(() => {});
    }
  }

  function takeVisible(): Held[] {
    const now = clock.now().epochMilliseconds;
    const visible = [...hidden].filter(({ visibleAt }) => visibleAt <= now).slice(0, mapping.batchSize);
    for (const held of visible) hidden.delete(held);
    return visible;
  }

  async function receive(count: number, waitSeconds: number): Promise<Held[]> {
    const sends = options.sendsTo(QueueUrl);
    if (count === 0 || (waitSeconds === 0 && sends !== undefined && sends === sendsWhenEmpty)) return [];
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: Math.min(count, 10),
        VisibilityTimeout: TAKEN_SECONDS,
        WaitTimeSeconds: waitSeconds,
      }),
    );
    sendsWhenEmpty = Messages.length === 0 ? sends : undefined;
    const now = clock.now().epochMilliseconds;
    const received = Messages.map((message) => ({
      message,
      receives: 0,
      visibleAt: options.delayedUntil(message.MessageId ?? '') ?? now,
    }));
    for (const held of received) if (held.visibleAt > now) hidden.add(held);
    return received.filter(({ visibleAt }) => visibleAt <= now);
  }

  async function bury({ message }: Held): Promise<void> {
    const { queueUrl } = mapping.deadLetters!;
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: message.Body }));
    await remove([message]);
    options.onDeadLetter(mapping.queueArn, message.MessageId ?? '');
  }

  async function remove(messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    const Entries = messages.map(({ ReceiptHandle }, place) => ({ Id: String(place), ReceiptHandle }));
    await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  }

  async function workOn(taken: readonly Held[]): Promise<void> {
    const shownAgain = clock.now().epochMilliseconds + mapping.visibilitySeconds * 1000;
    const batch = taken.map(({ message, receives }) => ({
      message,
      receives: receives + 1,
      visibleAt: shownAgain,
    }));
    for (const held of batch) working.add(held);
    const failed = failuresOf(await mapping.invoke({ Records: batch.map(recordOf) }), { mapping, batch });
    for (const held of batch) working.delete(held);
    for (const held of batch) if (failed.has(held.message.MessageId)) hidden.add(held);
    const done = batch.flatMap(({ message }) => (failed.has(message.MessageId) ? [] : [message]));
    for (const { Body = '' } of done) options.onHandled?.(Body);
    await remove(done);
  }

  function recordOf({ message, receives }: Held): unknown {
    return {
      messageId: message.MessageId,
      receiptHandle: message.ReceiptHandle,
      body: message.Body,
      attributes: {
        ApproximateReceiveCount: String(receives),
        SentTimestamp: String(clock.now().epochMilliseconds),
      },
      messageAttributes: {},
      md5OfBody: message.MD5OfBody,
      eventSource: 'aws:sqs',
      eventSourceARN: mapping.queueArn,
      awsRegion: REGION,
    };
  }

  return {
    work: async (waitSeconds = 0) => {
      const shown = takeVisible();
      const received = await receive(mapping.batchSize - shown.length, shown.length > 0 ? 0 : waitSeconds);
      const maxReceives = mapping.deadLetters?.maxReceives ?? Number.POSITIVE_INFINITY;
      const taken = [...shown, ...received];
      for (const held of taken) if (held.receives >= maxReceives) await bury(held);
      const batch = taken.filter(({ receives }) => receives < maxReceives);
      if (batch.length > 0) await workOn(batch);
      return taken.length > 0;
    },
    next: () => {
      const times = [...hidden].map(({ visibleAt }) => visibleAt);
      return times.length > 0 ? Temporal.Instant.fromEpochMilliseconds(Math.min(...times)) : null;
    },
    stop: () => clearInterval(renewal),
  };
}

/** Ids of the messages to be shown again. An answer that names an unknown one fails the whole batch, as in AWS. */
function failuresOf(
  outcome: InvokeOutcome,
  { mapping, batch }: { mapping: QueueMapping; batch: readonly Held[] },
): Set<string | undefined> {
  const all = new Set(batch.map(({ message }) => message.MessageId));
  if (!outcome.ok) return all;
  if (!mapping.reportsFailures) return new Set();
  const { batchItemFailures = [] } = (outcome.result ?? {}) as Partial<QueueResult>;
  const failed = new Set<string | undefined>(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  return [...failed].every((id) => all.has(id)) ? failed : all;
}
