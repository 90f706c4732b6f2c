import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { objectFiles } from '../../../../local/cloud/s3-sqs/object-files.ts';
import { type S3Sqs, startS3Sqs } from '../../../../local/cloud/s3-sqs/s3-sqs.ts';
import { clientsOf } from '../../../support/clients.ts';

const clock = virtualClock('2018-07-24T13:00:00Z');
const OBJECT = { Bucket: 'crier-inbox', Key: 'search/a b' };
const BODY = 'one\ntwo\nthree\n';
let dir: string;
let services: S3Sqs[];
/** In memory, where fauxqs answers; and with files, where ranges come from them. */
let clients: S3Client[];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'crier-kept-'));
  services = await Promise.all([
    startS3Sqs({ clock }),
    startS3Sqs({ clock, files: objectFiles(dir, clock) }),
  ]);
  clients = services.map(({ url }) => clientsOf(url).s3);
  for (const s3 of clients) {
    await s3.send(new CreateBucketCommand({ Bucket: OBJECT.Bucket }));
    await s3.send(new PutObjectCommand({ ...OBJECT, Body: BODY, ContentType: 'text/plain' }));
  }
});
afterAll(async () => {
  for (const { close } of services) await close();
  rmSync(dir, { recursive: true, force: true });
});

describe('answerRanges', () => {
  it.each([
    ['the first bytes', 'bytes=0-3', 'one\n'],
    ['bytes in the middle', 'bytes=4-7', 'two\n'],
    ['bytes beyond the end', 'bytes=8-99', 'three\n'],
    ['the last bytes', 'bytes=-6', 'three\n'],
    ['everything from a byte', 'bytes=8-', 'three\n'],
  ])('answers %s as fauxqs does', async (_what, Range, text) => {
    const answers = clients.map(async (s3) => {
      const { Body, $metadata, ...rest } = await s3.send(new GetObjectCommand({ ...OBJECT, Range }));
      return { text: await Body!.transformToString(), status: $metadata.httpStatusCode, ...rest };
    });
    const [memory, files] = await Promise.all(answers);
    expect(files).toEqual(memory);
    expect(files).toMatchObject({ text, status: 206, ContentType: 'text/plain' });
  });

  it.each([
    ['after the end', { ...OBJECT, Range: 'bytes=14-20' }, 'InvalidRange'],
    ['of nothing', { ...OBJECT, Key: 'search/gone', Range: 'bytes=0-3' }, 'NoSuchKey'],
  ])('leaves bytes %s to fauxqs', async (_what, asked, name) => {
    await expect(clients[1]!.send(new GetObjectCommand(asked))).rejects.toMatchObject({ name });
  });
});
