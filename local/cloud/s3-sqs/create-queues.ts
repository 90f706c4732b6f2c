import { CreateQueueCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Resource, Template } from '../template/template.ts';

/** Properties of a queue that are attributes of CreateQueue by the same name. */
const ATTRIBUTES = ['DelaySeconds', 'MessageRetentionPeriod', 'VisibilityTimeout'];

/**
 * Makes the template's queues; from then on their references give their addresses.
 * @returns each queue's address by its ARN.
 */
export async function createQueues(template: Template, client: SQSClient): Promise<Map<string, string>> {
  const urls = new Map<string, string>();
  for (const queue of template.ofType('AWS::SQS::Queue')) {
    const { QueueUrl } = await client.send(
      new CreateQueueCommand({ QueueName: queue.name, Attributes: attributesOf(queue) }),
    );
    template.setReference(queue, QueueUrl!);
    urls.set(queue.arn, QueueUrl!);
  }
  return urls;
}

function attributesOf({ properties }: Resource): Record<string, string> {
  const given = ATTRIBUTES.filter((name) => name in properties);
  return Object.fromEntries(given.map((name) => [name, String(properties[name])]));
}
