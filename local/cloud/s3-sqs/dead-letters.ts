import { ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Template } from '../template/template.ts';

/** A message that no function could handle. */
export interface DeadLetter {
  /** Id of the queue in the template, `ChunkDeadLetters`. */
  readonly queue: string;
  readonly body: string;
}

/** Every message in the template's dead-letter queues; they stay there. */
export async function readDeadLetters(
  template: Template,
  { client, queueUrls }: { client: SQSClient; queueUrls: ReadonlyMap<string, string> },
): Promise<DeadLetter[]> {
  const deadLetters: DeadLetter[] = [];
  for (const { id, arn } of template.ofType('AWS::SQS::Queue').filter(({ id }) => /DeadLetters$/.test(id))) {
    const bodies = await peek(queueUrls.get(arn)!, client);
    deadLetters.push(...bodies.map((body) => ({ queue: id, body })));
  }
  return deadLetters;
}

/** Reads without taking: a received message shows again at once, so all are read when no new one comes. */
async function peek(QueueUrl: string, client: SQSClient): Promise<string[]> {
  const seen = new Map<string | undefined, string>();
  for (let isNew = true; isNew; ) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
    );
    isNew = Messages.some(({ MessageId }) => !seen.has(MessageId));
    for (const { MessageId, Body = '' } of Messages) seen.set(MessageId, Body);
  }
  return [...seen.values()];
}
