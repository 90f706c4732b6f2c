import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { BucketAlreadyOwnedByYou, CreateBucketCommand, type S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { CorsRule } from './s3-sqs/cors.ts';
import type { Resource, Template } from './template/template.ts';

/** Types that the embedded cloud makes, runs or checks. */
const RUN = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolGroup',
  'AWS::DynamoDB::Table',
  'AWS::Events::EventBus',
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::Schedule',
  'AWS::Scheduler::ScheduleGroup',
]);
/** Types that have nothing to do on one machine. */
const IDLE = new Set([
  'AWS::ApiGatewayV2::Stage',
  'AWS::Cognito::UserPoolDomain',
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::QueryDefinition',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
]);

/** @throws Error naming the types that nobody thought of here: passing over them would hide what's missing. */
export function checkTypes({ types }: Template): void {
  const unknown = [...types].filter((type) => !RUN.has(type) && !IDLE.has(type));
  if (unknown.length === 0) return;
  throw new Error(
    `Cannot run the template because the embedded cloud doesn't know ${unknown.join(', ')}: make it, or list it as idle, in local/cloud/resources.ts`,
  );
}

type TableProperties = Pick<
  CreateTableCommandInput,
  'AttributeDefinitions' | 'BillingMode' | 'GlobalSecondaryIndexes' | 'KeySchema'
>;

/** Makes the tables with their indexes; a table that stands already, in data on disk, stays. */
export async function createTables(template: Template, client: DynamoDBClient): Promise<void> {
  const create = async ({ name, properties }: Resource) => {
    const { AttributeDefinitions, BillingMode, GlobalSecondaryIndexes, KeySchema } =
      properties as TableProperties;
    const table = { AttributeDefinitions, BillingMode, GlobalSecondaryIndexes, KeySchema };
    try {
      await client.send(new CreateTableCommand({ TableName: name, ...table }));
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
    }
    await waitUntilTableExists(
      { client, maxWaitTime: 20, minDelay: 0.02, maxDelay: 0.5 },
      { TableName: name },
    );
  };
  await Promise.all(template.ofType('AWS::DynamoDB::Table').map(create));
}

/** Makes the queues and lets their references give the addresses. @returns each queue's address by its ARN. */
export async function createQueues(template: Template, client: SQSClient): Promise<Map<string, string>> {
  const urls = new Map<string, string>();
  for (const queue of template.ofType('AWS::SQS::Queue')) {
    const { properties } = queue;
    const wanted = ['DelaySeconds', 'MessageRetentionPeriod', 'VisibilityTimeout'].filter(
      (name) => name in properties,
    );
    const { QueueUrl } = await client.send(
      new CreateQueueCommand({
        QueueName: queue.name,
        Attributes: Object.fromEntries(wanted.map((name) => [name, String(properties[name])])),
      }),
    );
    template.setReference(queue, QueueUrl!);
    urls.set(queue.arn, QueueUrl!);
  }
  return urls;
}

export async function createBuckets(template: Template, client: S3Client): Promise<void> {
  const create = async ({ name }: Resource) => {
    try {
      await client.send(new CreateBucketCommand({ Bucket: name }));
    } catch (error) {
      if (!(error instanceof BucketAlreadyOwnedByYou)) throw error;
    }
  };
  await Promise.all(template.ofType('AWS::S3::Bucket').map(create));
}

/** A bucket's rules for browsers. */
export function corsOf(template: Template, bucket: string): readonly CorsRule[] {
  const found = template.ofType('AWS::S3::Bucket').find(({ name }) => name === bucket);
  const { CorsRules = [] } = (found?.properties.CorsConfiguration ?? {}) as { CorsRules?: CorsRule[] };
  return CorsRules;
}
