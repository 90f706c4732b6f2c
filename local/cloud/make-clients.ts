import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SQSClient } from '@aws-sdk/client-sqs';

/** Clients of the services in which the template's resources are made. */
export interface Clients {
  readonly db: DynamoDBClient;
  readonly eventBridge: EventBridgeClient;
  readonly s3: S3Client;
  readonly scheduler: SchedulerClient;
  readonly sqs: SQSClient;
}

/** Makes clients of wherever the SDK points to by then; `undo` gets what closes them. */
export function makeClients(undo: (() => unknown)[]): Clients {
  const clients = {
    db: new DynamoDBClient(),
    eventBridge: new EventBridgeClient(),
    s3: new S3Client({ forcePathStyle: true }),
    scheduler: new SchedulerClient(),
    sqs: new SQSClient({ useQueueUrlAsEndpoint: false, cacheMiddleware: true }),
  };
  undo.push(() => {
    for (const client of Object.values(clients)) client.destroy();
  });
  return clients;
}
