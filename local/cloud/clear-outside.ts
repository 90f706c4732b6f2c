import { DeleteTableCommand, type DynamoDBClient, waitUntilTableNotExists } from '@aws-sdk/client-dynamodb';
import {
  DeleteBucketCommand,
  DeleteObjectsCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import {
  DeleteScheduleGroupCommand,
  GetScheduleGroupCommand,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { DeleteQueueCommand, GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Endpoints } from './endpoints.ts';
import type { Clients } from './make-clients.ts';
import type { Resource, Template } from './template/template.ts';

/**
 * Deletes the template's tables, buckets, queues and groups of schedules from services outside. Never from AWS: see
 * `endpoints.ts`.
 */
export async function clearOutside(
  template: Template,
  { clients: { db, s3, scheduler, sqs }, outside }: { clients: Clients; outside: Partial<Endpoints> },
): Promise<void> {
  if (outside.DYNAMODB) await each(template.ofType('AWS::DynamoDB::Table'), (table) => dropTable(table, db));
  if (outside.S3) await each(template.ofType('AWS::S3::Bucket'), (bucket) => dropBucket(bucket, s3));
  if (outside.SQS) await each(template.ofType('AWS::SQS::Queue'), (queue) => dropQueue(queue, sqs));
  if (outside.SCHEDULER)
    await each(template.ofType('AWS::Scheduler::ScheduleGroup'), (group) => dropGroup(group, scheduler));
}

async function dropTable({ name: TableName }: Resource, client: DynamoDBClient): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName }));
  await waitUntilTableNotExists({ client, maxWaitTime: 20, minDelay: 0.02, maxDelay: 0.5 }, { TableName });
}

async function dropBucket({ name: Bucket }: Resource, client: S3Client): Promise<void> {
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket })) {
    const Objects = Contents.map(({ Key }) => ({ Key }));
    if (Objects.length > 0) await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  }
  await client.send(new DeleteBucketCommand({ Bucket }));
}

async function dropQueue({ name: QueueName }: Resource, client: SQSClient): Promise<void> {
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
  await client.send(new DeleteQueueCommand({ QueueUrl }));
}

async function dropGroup({ name: Name }: Resource, client: SchedulerClient): Promise<void> {
  // Moto breaks down at deleting one that isn't there.
  await client.send(new GetScheduleGroupCommand({ Name }));
  await client.send(new DeleteScheduleGroupCommand({ Name }));
}

/** Deletes each; one that doesn't exist is no error. */
async function each(resources: readonly Resource[], drop: (one: Resource) => Promise<void>): Promise<void> {
  await Promise.all(
    resources.map((one) =>
      drop(one).catch((error: Error) => {
        if (!/NotFound|NoSuchBucket|NonExistentQueue|QueueDoesNotExist/.test(error.name)) throw error;
      }),
    ),
  );
}
