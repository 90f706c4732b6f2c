import { type Lineage, lineageOf } from '../iam/caller.ts';
import type { HttpRequest } from './s3-requests.ts';
import { operationOf } from './sqs-requests.ts';

/** Knows which functions led to a message: SQS keeps that in the message's trace header. */
export interface MessageLineage {
  /** Notes the ids that the queue gave the messages of a request. */
  note(request: HttpRequest, payload: unknown): void;
  /** Which functions led to a message; it is forgotten then. */
  take(messageId: string): Lineage;
}

/** Knows none at first. */
export function messageLineage(): MessageLineage {
  const known = new Map<string, Lineage>();
  return {
    note: ({ headers }, payload) => {
      const lineage = lineageOf(headers);
      if (lineage.length === 0 || !/^SendMessage/.test(operationOf(headers))) return;
      for (const id of sentIds(payload)) known.set(id, lineage);
    },
    take: (messageId) => {
      const lineage = known.get(messageId) ?? [];
      known.delete(messageId);
      return lineage;
    },
  };
}

function sentIds(payload: unknown): string[] {
  const { MessageId, Successful = [] } = JSON.parse(String(payload)) as {
    MessageId?: string;
    Successful?: { MessageId: string }[];
  };
  return MessageId ? [MessageId] : Successful.map((one) => one.MessageId);
}
