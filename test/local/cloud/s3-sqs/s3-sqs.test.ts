import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { bucketOf } from '../../../../local/cloud/s3-sqs/bucket.ts';
import type { StoredObject } from '../../../../local/cloud/s3-sqs/s3-requests.ts';
import { type S3Sqs, startS3Sqs } from '../../../../local/cloud/s3-sqs/s3-sqs.ts';
import { sqsSender } from '../../../../local/cloud/s3-sqs/sqs-sender.ts';
import { clientsOf } from '../../../support/clients.ts';

const clock = virtualClock('2018-07-24T13:00:00Z');
const Bucket = 'crier-inbox';
let service: S3Sqs;
let s3: S3Client;
let sqs: SQSClient;
const created: StoredObject[] = [];

beforeAll(async () => {
  service = await startS3Sqs({ clock, onObjectCreated: async (object) => void created.push(object) });
  ({ s3, sqs } = clientsOf(service.url));
  await s3.send(new CreateBucketCommand({ Bucket }));
});
beforeEach(() => created.splice(0));
afterAll(() => service.close());

describe('S3', () => {
  it('tells once of each object: bucket, key as it is, size, etag and time of the cloud', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'inbox/roster/août 2018+.csv', Body: 'h\u00e9llo' }));
    await service.announced();
    expect(created).toEqual([
      {
        bucket: Bucket,
        key: 'inbox/roster/août 2018+.csv',
        reason: 'PutObject',
        size: 6,
        etag: expect.stringMatching(/^[0-9a-f]{32}$/),
        at: clock.now(),
        requestId: expect.stringMatching(/^[0-9A-F]{16}$/),
        caller: null,
      },
    ]);
  });

  it('reports a large file once it is complete', async () => {
    const content = Buffer.alloc(12 * 1024 * 1024, 'x');
    await bucketOf(Bucket, s3).put('inbox/roster/large.csv', content);
    await service.announced();
    expect(created.map(({ key, size, reason }) => [key, size, reason])).toEqual([
      ['inbox/roster/large.csv', content.length, 'CompleteMultipartUpload'],
    ]);
    const read = (await bucketOf(Bucket, s3).read('inbox/roster/large')).get('inbox/roster/large.csv');
    expect(content.equals(read!)).toBe(true);
  });

  it('reports a copy, and nothing that makes no object', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'a' }));
    await s3.send(new GetObjectCommand({ Bucket, Key: 'a' })).then(({ Body }) => Body?.transformToString());
    await s3.send(new CopyObjectCommand({ Bucket, Key: 'b', CopySource: `${Bucket}/a` }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
    await s3.send(new GetObjectCommand({ Bucket, Key: 'a' })).catch(() => {});
    await service.announced();
    expect(created.map(({ key, reason }) => [key, reason])).toEqual([
      ['a', 'PutObject'],
      ['b', 'CopyObject'],
    ]);
  });
});

describe('SQS', () => {
  const queue = async (QueueName: string) =>
    (await sqs.send(new CreateQueueCommand({ QueueName }))).QueueUrl!;

  it('keeps delays by the clock of the cloud', async () => {
    const QueueUrl = await queue('delayed');
    const one = await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'one', DelaySeconds: 600 }));
    const batch = await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl,
        Entries: [
          { Id: 'a', MessageBody: 'two', DelaySeconds: 60 },
          { Id: 'b', MessageBody: 'three' },
        ],
      }),
    );
    const ids = [one.MessageId, ...(batch.Successful ?? []).map(({ MessageId }) => MessageId)];
    const now = clock.now().epochMilliseconds;
    expect(ids.map((id) => service.delayedUntil(id!))).toEqual([now + 600_000, now + 60_000, undefined]);
    // The queue itself knows of no delay: the worker holds them back.
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    expect(Messages?.map(({ Body }) => Body)).toEqual(['one', 'two', 'three']);
  });

  it('gets the messages of one moment together, in their order', async () => {
    const QueueUrl = await queue('many');
    const sender = sqsSender(sqs);
    const bodies = Array.from({ length: 23 }, (_, number) => `message ${number}`);
    await Promise.all(bodies.map((body) => sender.send(QueueUrl, body)));
    const received: (string | undefined)[] = [];
    for (let batch = 0; batch < 3; batch++) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
      );
      received.push(...Messages.map(({ Body }) => Body));
    }
    expect(received).toEqual(bodies);
  });

  it('waits on many queues at once without a warning, and for each only until something is sent to it', async () => {
    const warnings: string[] = [];
    const note = ({ name }: Error) => void warnings.push(name);
    process.on('warning', note);
    const urls = await Promise.all(Array.from({ length: 12 }, (_, index) => queue(`waited-${index}`)));
    const over: string[] = [];
    const waits = urls.map((url) => service.sendOrWait(url, 60_000).then(() => void over.push(url)));
    await sqs.send(new SendMessageCommand({ QueueUrl: urls[7]!, MessageBody: 'x' }));
    await waits[7];
    expect(over).toEqual([urls[7]]);
    for (const QueueUrl of urls) await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
    await Promise.all(waits);
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });

  it('lets a sender know that its message was refused', async () => {
    await expect(sqsSender(sqs).send(`${service.url}/000000000000/none`, 'x')).rejects.toThrow();
  });
});
