import type { Clock } from '../../../functions/lib/clock.ts';
import { isVirtual } from '../clock/clock.ts';
import { isMovable } from '../clock/movable.ts';
import type { Request } from '../iam/policy.ts';
import { arnOf } from '../template/account.ts';
import type { HttpReply, HttpRequest } from './s3-requests.ts';

/** What a policy must grant for a request, and whether it sends a message; `null` when it isn't one of SQS. */
export function sqsRequest({ headers, body }: HttpRequest): (Request & { readonly changes: boolean }) | null {
  const operation = operationOf(headers);
  if (!operation) return null;
  const { QueueUrl = '', QueueName = '' } = body as { QueueUrl?: string; QueueName?: string };
  const action = `sqs:${operation.replace(/Batch$/, '')}`;
  const resource = arnOf('sqs', QueueName || (QueueUrl.split('/').at(-1) ?? ''));
  return { action, resource, changes: action === 'sqs:SendMessage' };
}

/** Answers that the caller's role doesn't grant a request. */
export function sqsRefusal(reply: HttpReply, message: string): unknown {
  const body = JSON.stringify({ __type: 'com.amazonaws.sqs#AccessDeniedException', message });
  return reply.code(403).header('content-type', 'application/x-amz-json-1.0').send(body);
}

/** Keeps the delays that senders ask for, by the cloud's clock instead of the machine's. */
export interface DelayKeeper {
  /** Takes the delays out of a request before the queue sees it. */
  take(request: HttpRequest): void;
  /** Notes the delays by the ids that the queue gave the messages. */
  note(request: HttpRequest, payload: unknown): void;
  /** Until when a message stays hidden, in epoch milliseconds. */
  until(messageId: string): number | undefined;
  /** Until when a function hid a message that it has, by its receipt: epoch milliseconds. */
  hiddenByReceipt(receiptHandle: string): number | undefined;
}

interface Entry {
  Id?: string;
  DelaySeconds?: number;
}

interface Visibility {
  readonly ReceiptHandle: string;
  readonly VisibilityTimeout: number;
}

/** Keeps no delay at first. On the machine's clock it leaves delays to the queue. */
export function delayKeeper(clock: Clock): DelayKeeper {
  const hiddenUntil = new Map<string, number>();
  const hiddenByReceipt = new Map<string, number>();
  const taken = new WeakMap<HttpRequest, Map<string, number>>();
  const isSend = ({ headers }: HttpRequest) => /^SendMessage/.test(operationOf(headers));

  return {
    take: (request) => {
      if (!(isVirtual(clock) || isMovable(clock)) || !isSend(request)) return;
      const body = request.body as Entry & { Entries?: Entry[] };
      const seconds = new Map<string, number>();
      for (const entry of body.Entries ?? [body]) {
        if (!entry.DelaySeconds) continue;
        seconds.set(entry.Id ?? '', entry.DelaySeconds);
        entry.DelaySeconds = 0;
      }
      if (seconds.size > 0) taken.set(request, seconds);
    },
    note: (request, payload) => {
      if (operationOf(request.headers) === 'ChangeMessageVisibility') {
        const { ReceiptHandle, VisibilityTimeout } = request.body as Visibility;
        hiddenByReceipt.set(ReceiptHandle, clock.now().epochMilliseconds + VisibilityTimeout * 1000);
        return;
      }
      const seconds = taken.get(request);
      if (!seconds) return;
      const answer = JSON.parse(String(payload)) as {
        MessageId?: string;
        Successful?: { Id: string; MessageId: string }[];
      };
      const sent = answer.Successful ?? [{ Id: '', MessageId: answer.MessageId ?? '' }];
      for (const { Id, MessageId } of sent) {
        const delay = seconds.get(Id);
        if (delay) hiddenUntil.set(MessageId, clock.now().epochMilliseconds + delay * 1000);
      }
    },
    until: (messageId) => hiddenUntil.get(messageId),
    hiddenByReceipt: (receiptHandle) => {
      const until = hiddenByReceipt.get(receiptHandle);
      hiddenByReceipt.delete(receiptHandle);
      return until;
    },
  };
}

/** SQS's name of the operation, such as `SendMessage`; empty when it isn't one of SQS. */
export function operationOf(headers: HttpRequest['headers']): string {
  const target = String(headers['x-amz-target'] ?? '');
  return target.startsWith('AmazonSQS.') ? target.slice('AmazonSQS.'.length) : '';
}
