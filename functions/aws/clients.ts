import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESClient, type SESClientConfig } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';

const common = { cacheMiddleware: true } as const;

/** Amazon DynamoDB: the tables. */
export function dynamo(): DynamoDBClient {
  const client = new DynamoDBClient(common);
  // It copies every attribute that is read or written, though no logger is set.
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}

/** Amazon S3: the inbox bucket. */
export function s3(): S3Client {
  return new S3Client(common);
}

/** Amazon SQS: chunks to send, exports to write, dead letters. */
export function sqs(): SQSClient {
  // The queue's URL names a host, which on one machine isn't the one that serves the queue.
  return new SQSClient({ ...common, useQueueUrlAsEndpoint: false });
}

/** Amazon EventBridge: Crier's own events. */
export function eventBridge(): EventBridgeClient {
  return new EventBridgeClient(common);
}

/** AWS Lambda: the console starts a released phase. */
export function lambda(): LambdaClient {
  return new LambdaClient(common);
}

/** Amazon Cognito: the accounts of the launch's own user pool. */
export function cognito(): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient(common);
}

/** EventBridge Scheduler: one schedule a phase. */
export function scheduler(): SchedulerClient {
  return new SchedulerClient(common);
}

/**
 * SES without the SDK's retries: SES has no idempotency token, so a second try could be a second email.
 * A time-out is thrown instead of waited out.
 */
export function ses(overrides: Pick<SESClientConfig, 'requestHandler'> = {}): SESClient {
  return new SESClient({
    ...common,
    maxAttempts: 1,
    requestHandler: { requestTimeout: 10_000, throwOnRequestTimeout: true, connectionTimeout: 2_000 },
    ...overrides,
  });
}

/** The SDK's clients by service. */
export interface Clients {
  readonly db: DynamoDBClient;
  readonly s3: S3Client;
  readonly ses: SESClient;
  readonly sqs: SQSClient;
  readonly eventBridge: EventBridgeClient;
  readonly lambda: LambdaClient;
  readonly scheduler: SchedulerClient;
  readonly cognito: CognitoIdentityProviderClient;
}
