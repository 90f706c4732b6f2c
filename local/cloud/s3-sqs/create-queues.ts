import { CreateQueueCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Resource, Template } from '../template/template.ts';

/** Properties of a queue that are attributes of CreateQueue by the same name. */
const ATTRIBUTES = ['DelaySeconds', 'MessageRetentionPeriod', 'VisibilityTimeout'];

/** Makes a queue. @returns its address. */
export type CreateQueue = (name: string, attributes: Record<string, string>) => Promise<string>;

/**
 * Makes the template's queues; from then on their references give their addresses.
 * @returns each queue's address by its ARN.
 */
export async function createQueues(template: Template, create: CreateQueue): Promise<Map<string, string>> {
  const urls = new Map<string, string>();
  for (const queue of template.ofType('AWS::SQS::Queue')) {
    const url = await create(queue.name, attributesOf(queue));
    template.setReference(queue, url);
    urls.set(queue.arn, url);
  }
  return urls;
}

/** Makes queues by requests. */
export function queuesOf(client: SQSClient): CreateQueue {
  return async (QueueName, Attributes) => {
    const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName, Attributes }));
    return QueueUrl!;
  };
}

function attributesOf({ properties }: Resource): Record<string, string> {
  const given = ATTRIBUTES.filter((name) => name in properties);
  return Object.fromEntries(given.map((name) => [name, String(properties[name])]));
}
