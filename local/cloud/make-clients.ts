import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';

/** Clients of the services in which the template's resources are made. */
export interface Clients {
  readonly db: DynamoDBClient;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
}

/** Makes clients of wherever the SDK points to by then; `undo` gets what closes them. */
export function makeClients(undo: (() => unknown)[]): Clients {
  const clients = {
    db: new DynamoDBClient(),
    s3: new S3Client({ forcePathStyle: true }),
    sqs: new SQSClient({ useQueueUrlAsEndpoint: false, cacheMiddleware: true }),
  };
  undo.push(() => {
    for (const client of Object.values(clients)) client.destroy();
  });
  return clients;
}
