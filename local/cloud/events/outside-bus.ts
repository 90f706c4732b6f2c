import {
  CreateEventBusCommand,
  DeleteEventBusCommand,
  DeleteRuleCommand,
  type EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { BusEvent } from './pattern.ts';

const RULE = 'everything-of-crier';

/** A bus at an EventBridge outside, and what was put on it. */
export interface OutsideBus {
  /** The events that weren't taken yet, as their targets get them. */
  take(): Promise<BusEvent[]>;
  /** Deletes the bus and its queue. */
  remove(): Promise<void>;
}

interface BusClients {
  readonly eventBridge: EventBridgeClient;
  readonly sqs: SQSClient;
}

/** Makes a bus outside, with a rule that hands all of Crier's events to a queue there. */
export async function makeBusOutside(name: string, { eventBridge, sqs }: BusClients): Promise<OutsideBus> {
  const rule = { EventBusName: name, Rule: RULE };
  await eventBridge.send(new CreateEventBusCommand({ Name: name }));
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: `${name}-events` }));
  const attributes = { QueueUrl, AttributeNames: ['QueueArn' as const] };
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand(attributes));
  const EventPattern = JSON.stringify({ source: ['crier'] });
  await eventBridge.send(new PutRuleCommand({ Name: RULE, EventBusName: name, EventPattern }));
  const Targets = [{ Id: RULE, Arn: Attributes?.QueueArn }];
  await eventBridge.send(new PutTargetsCommand({ ...rule, Targets }));

  return {
    take: () => takeAll(QueueUrl, sqs),
    remove: async () => {
      await eventBridge.send(new RemoveTargetsCommand({ ...rule, Ids: [RULE] }));
      await eventBridge.send(new DeleteRuleCommand({ Name: RULE, EventBusName: name }));
      await eventBridge.send(new DeleteEventBusCommand({ Name: name }));
      await sqs.send(new DeleteQueueCommand({ QueueUrl }));
    },
  };
}

async function takeAll(QueueUrl: string | undefined, sqs: SQSClient): Promise<BusEvent[]> {
  const taken: BusEvent[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
    );
    if (Messages.length === 0) return taken;
    for (const { Body = '', ReceiptHandle } of Messages) {
      taken.push(JSON.parse(Body));
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
}
