import { createHmac } from 'node:crypto';
import { CreateBucketCommand, GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../../local/cloud/clock/clock.ts';
import type { StoredObject } from '../../../../local/cloud/s3-sqs/s3-requests.ts';
import { type S3Sqs, startS3Sqs } from '../../../../local/cloud/s3-sqs/s3-sqs.ts';
import { clientsOf } from '../../../support/clients.ts';

const Bucket = 'crier-inbox';
const CORS = [{ AllowedMethods: ['POST'], AllowedOrigins: ['*'], AllowedHeaders: ['*'], MaxAge: 3600 }];
const KEY = 'inbox/roster/one/august.csv';
let service: S3Sqs;
let s3: S3Client;
const created: StoredObject[] = [];

beforeAll(async () => {
  service = await startS3Sqs({
    clock: virtualClock('2018-07-24T13:00:00Z'),
    origins: () => ['http://127.0.0.1:4726'],
    corsOf: (bucket) => (bucket === Bucket ? CORS : []),
    onObjectCreated: async (object) => void created.push(object),
  });
  s3 = clientsOf(service.url).s3;
  await s3.send(new CreateBucketCommand({ Bucket }));
});
beforeEach(() => created.splice(0));
afterAll(() => service.close());

type Fields = Record<string, string>;

async function signed(options: Partial<PresignedPostOptions> = {}): Promise<{ url: string; fields: Fields }> {
  return createPresignedPost(s3, {
    Bucket,
    Key: KEY,
    Expires: 600,
    Fields: { 'x-amz-meta-by': 'clara', 'Content-Type': 'text/csv' },
    Conditions: [['content-length-range', 2, 20]],
    ...options,
  });
}

function formOf(
  fields: Fields,
  content: string | Uint8Array<ArrayBuffer> | null = 'a,b\n1,2\n',
  name = 'August.csv',
): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  if (content !== null) form.set('file', new Blob([content]), name);
  return form;
}

const post = (body: string | FormData, headers: Record<string, string> = {}) =>
  fetch(`${service.url}/${Bucket}`, { method: 'POST', body, headers, redirect: 'manual' });

/** Status and code of a refusal. */
async function refusalOf(answer: Response): Promise<string> {
  return `${answer.status} ${/<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1]}`;
}

/** A policy of one's own making, signed as the SDK would. */
function policyOf(fields: Fields, policy: string): Fields {
  const [, date = '', region = ''] = fields['X-Amz-Credential']!.split('/');
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const Policy = Buffer.from(policy).toString('base64');
  const key = [date, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, 'AWS4test');
  return { ...fields, Policy, 'X-Amz-Signature': hmac(key, Policy).toString('hex') };
}

describe('a presigned form', () => {
  it('brings its file with type and metadata, and S3 reports it once', async () => {
    const { url, fields } = await signed();
    expect(url).toMatch(service.url);
    expect((await post(formOf(fields))).status).toBe(204);
    await service.announced();
    expect(created.map(({ key, reason, size }) => [key, reason, size])).toEqual([[KEY, 'POST Object', 8]]);
    const { ContentType, Metadata } = await s3.send(new HeadObjectCommand({ Bucket, Key: KEY }));
    expect([ContentType, Metadata]).toEqual(['text/csv', { by: 'clara' }]);
  });

  it('leads on where its policy says', async () => {
    const to = 'http://127.0.0.1:1/roster/uploads/roster/one/august.csv';
    const { fields } = await signed({ Fields: { success_action_redirect: to } });
    const answer = await post(formOf(fields));
    const location = new URL(answer.headers.get('location') ?? '');
    expect([answer.status, `${location.origin}${location.pathname}`]).toEqual([303, to]);
    expect(Object.fromEntries(location.searchParams)).toMatchObject({ bucket: Bucket, key: KEY });
  });

  it('answers 201 with the key to a script', async () => {
    const { fields } = await signed({ Fields: { success_action_status: '201' } });
    const answer = await post(formOf(fields), { origin: 'http://127.0.0.1:4726' });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([
      201,
      'http://127.0.0.1:4726',
    ]);
    expect(await answer.text()).toContain(`<Key>${KEY}</Key>`);
  });

  it('may let the browser name the file', async () => {
    const { fields } = await signed({ Key: `inbox/update/\${filename}`, Fields: {}, Conditions: [] });
    expect((await post(formOf(fields, 'a,b', 'links.csv'))).status).toBe(204);
    await service.announced();
    expect(created.map(({ key }) => key)).toEqual(['inbox/update/links.csv']);
  });

  it('brings 60 MB, byte by byte', async () => {
    const content = Buffer.alloc(60_000_000);
    for (let at = 0; at < content.length; at += 4096) content.writeUInt32LE(at, at);
    const { fields } = await signed({ Conditions: [['content-length-range', 1, 100_000_000]] });
    expect((await post(formOf(fields, content))).status).toBe(204);
    await service.announced();
    expect(created.map(({ reason, size }) => [reason, size])).toEqual([['POST Object', content.length]]);
    const { Body, Metadata } = await s3.send(new GetObjectCommand({ Bucket, Key: KEY }));
    expect(content.equals((await Body?.transformToByteArray()) ?? new Uint8Array())).toBe(true);
    expect(Metadata).toEqual({ by: 'clara' });
  });
});

describe('a form that was changed after it was signed', () => {
  const own = { key: KEY };
  const cases: [string, (fields: Fields) => FormData, string][] = [
    ['without a policy', () => formOf(own), '403 AccessDenied'],
    ['with another key', (fields) => formOf({ ...fields, key: 'inbox/launch/x.json' }), '403 AccessDenied'],
    ['with another person', (fields) => formOf({ ...fields, 'x-amz-meta-by': 'otto' }), '403 AccessDenied'],
    ['with a field more', (fields) => formOf({ ...fields, acl: 'public-read' }), '403 AccessDenied'],
    [
      'that leads elsewhere',
      (fields) => formOf({ ...fields, success_action_redirect: 'https://evil.example' }),
      '403 AccessDenied',
    ],
    [
      'without what the policy names',
      ({ 'x-amz-meta-by': _, ...fields }) => formOf(fields),
      '403 AccessDenied',
    ],
    [
      'with another signature',
      (fields) => formOf({ ...fields, 'X-Amz-Signature': 'ab'.repeat(32) }),
      '403 SignatureDoesNotMatch',
    ],
    [
      'with another policy',
      (fields) => formOf({ ...fields, Policy: Buffer.from('{"conditions":[]}').toString('base64') }),
      '403 SignatureDoesNotMatch',
    ],
    [
      'by an unknown key',
      (fields) =>
        formOf({ ...fields, 'X-Amz-Credential': fields['X-Amz-Credential']!.replace(/^test/, 'nobody') }),
      '403 InvalidAccessKeyId',
    ],
    [
      'by another way of signing',
      (fields) => formOf({ ...fields, 'X-Amz-Algorithm': 'none' }),
      '400 InvalidArgument',
    ],
    ['whose policy is no JSON', (fields) => formOf(policyOf(fields, '{')), '400 InvalidPolicyDocument'],
    [
      'whose policy never says until when',
      (fields) => formOf(policyOf(fields, '{"conditions":[]}')),
      '403 AccessDenied',
    ],
    [
      'whose policy has an unknown condition',
      (fields) =>
        formOf(
          policyOf(fields, '{"expiration":"2099-01-01T00:00:00Z","conditions":[["ends-with","$key",""]]}'),
        ),
      '403 AccessDenied',
    ],
    ['with a file too large', (fields) => formOf(fields, 'x'.repeat(21)), '400 EntityTooLarge'],
    ['with a file too small', (fields) => formOf(fields, 'x'), '400 EntityTooSmall'],
    ['without a file', (fields) => formOf(fields, null), '400 InvalidArgument'],
    ['without a key', ({ key: _, ...fields }) => formOf(fields), '400 InvalidArgument'],
  ];

  it.each(cases)('attack: an upload form %s keeps nothing', async (_what, form, expected) => {
    const { fields } = await signed();
    expect(await refusalOf(await post(form(fields)))).toBe(expected);
    await service.announced();
    expect(created).toEqual([]);
  });

  it('attack: an upload form that has expired is refused, however large its file is', async () => {
    const { fields } = await signed({ Expires: -1 });
    const answer = await post(formOf(fields, Buffer.alloc(20_000_000)));
    expect(await answer.text()).toContain('Invalid according to Policy: Policy expired.');
  });

  it.each([
    [
      'torn off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="key"\r\n\r\na',
    ],
    ['without a boundary', 'multipart/form-data', 'a=1'],
  ])('%s is refused', async (_what, type, body) => {
    expect(await refusalOf(await post(body, { 'content-type': type }))).toMatch(/^400 /);
  });
});

describe('pages of other origins', () => {
  const ask = (bucket: string, method: string, origin = 'http://127.0.0.1:4726') =>
    fetch(`${service.url}/${bucket}`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': 'x-test',
      },
    });

  it('may post when they are the console’s, as the rules of the bucket say', async () => {
    const { status, headers } = await ask(Bucket, 'POST');
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, 'http://127.0.0.1:4726']);
    expect(headers.get('access-control-allow-methods')).toBe('POST');
    expect(headers.get('access-control-expose-headers')).toBeNull();
  });

  it.each([
    ['read', Bucket, 'GET'],
    ['post to a bucket without rules', 'other', 'POST'],
  ])('may not %s', async (_what, bucket, method) => {
    const answer = await ask(bucket, method);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(await refusalOf(answer)).toBe('403 AccessForbidden');
  });

  it('attack: a page of another website asks whether it may post, and is refused', async () => {
    const answer = await ask(Bucket, 'POST', 'https://evil.example');
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });
});
