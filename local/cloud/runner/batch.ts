import type { Message } from '@aws-sdk/client-sqs';
import type { QueueResult } from '../../../functions/lib/runtime.ts';
import type { Lineage } from '../iam/caller.ts';
import type { InvokeOutcome } from '../lambda/functions.ts';
import { REGION } from '../template/account.ts';

/** A message that a worker has taken. The queue itself knows only that it is taken. */
export interface Held {
  readonly message: Message;
  /** How often a function has got it. */
  readonly receives: number;
  /** Which functions led to it. */
  readonly lineage: Lineage;
  /** When it shows again, by the cloud's clock. Epoch milliseconds. */
  readonly visibleAt: number;
}

/** Tells the messages that show from those that show later. @param now epoch milliseconds */
export function splitShown(held: readonly Held[], now: number): { shown: Held[]; later: Held[] } {
  const isShown = ({ visibleAt }: Held) => visibleAt <= now;
  return { shown: held.filter(isShown), later: held.filter((one) => !isShown(one)) };
}

/** Tells the messages that a function may still try from those that it has got too often, or that go round in a loop. */
export function splitDead(
  taken: readonly Held[],
  {
    deadLetters,
    isLoop,
  }: {
    deadLetters: { readonly maxReceives: number } | null;
    isLoop: (lineage: Lineage) => boolean;
  },
): { dead: Held[]; alive: Held[] } {
  const isDead = ({ receives, lineage }: Held) =>
    (deadLetters !== null && receives >= deadLetters.maxReceives) || isLoop(lineage);
  return { dead: taken.filter(isDead), alive: taken.filter((held) => !isDead(held)) };
}

/** The event that Lambda makes of a batch. @param now epoch milliseconds */
export function queueEvent(
  batch: readonly Held[],
  { queueArn, now }: { queueArn: string; now: number },
): unknown {
  return {
    Records: batch.map(({ message, receives }) => ({
      messageId: message.MessageId,
      receiptHandle: message.ReceiptHandle,
      body: message.Body,
      attributes: { ApproximateReceiveCount: String(receives), SentTimestamp: String(now) },
      messageAttributes: {},
      md5OfBody: message.MD5OfBody,
      eventSource: 'aws:sqs',
      eventSourceARN: queueArn,
      awsRegion: REGION,
    })),
  };
}

/**
 * Tells the messages of a batch that show again from those that are done. An answer that names a message which isn't in
 * the batch fails the whole batch, as in AWS.
 * @param reportsFailures Whether the function's answer names the messages that failed.
 */
export function splitFailed(
  batch: readonly Held[],
  { outcome, reportsFailures }: { outcome: InvokeOutcome; reportsFailures: boolean },
): { failed: readonly Held[]; done: readonly Held[] } {
  if (!outcome.ok) return { failed: batch, done: [] };
  if (!reportsFailures) return { failed: [], done: batch };
  const { batchItemFailures = [] } = (outcome.result ?? {}) as Partial<QueueResult>;
  const ids = new Set<string | undefined>(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  const failed = batch.filter(({ message }) => ids.has(message.MessageId));
  if (failed.length < ids.size) return { failed: batch, done: [] };
  return { failed, done: batch.filter(({ message }) => !ids.has(message.MessageId)) };
}
