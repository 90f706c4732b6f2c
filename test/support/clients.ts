import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Credentials } from '../../local/cloud/iam/credentials.ts';

interface ClientOptions {
  /** @default those of vitest.config.ts, by which a service of a test checks */
  readonly credentials?: Credentials;
  /** How far the caller's clock is ahead, in milliseconds. @default 0 */
  readonly systemClockOffset?: number;
}

/** Real clients of the SDK that talk to one service of a test. */
export function clientsOf(endpoint: string, options: ClientOptions = {}) {
  const common = {
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    ...options,
  };
  return {
    dynamo: new DynamoDBClient(common),
    events: new EventBridgeClient(common),
    lambda: new LambdaClient(common),
    s3: new S3Client({ ...common, forcePathStyle: true }),
    scheduler: new SchedulerClient(common),
    ses: new SESClient(common),
    sqs: new SQSClient({ ...common, useQueueUrlAsEndpoint: false }),
  };
}
