import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCredentials } from '../../../../local/cloud/iam/credentials.ts';
import { type Service, type SignedRequest, signatureChecker } from '../../../../local/cloud/iam/signature.ts';

const credentials = newCredentials();
const NOW = Date.UTC(2026, 10, 30, 12);
const MINUTE = 60_000;
const check = signatureChecker(credentials, { now: () => NOW });

interface Wish {
  readonly service: Service;
  readonly method?: string;
  readonly path?: string;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly keys?: typeof credentials;
  readonly at?: number;
}

class Sha256 {
  readonly #hash;
  constructor(secret?: string | Uint8Array) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  }
  update(data: Uint8Array): void {
    this.#hash.update(data);
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}

function signerOf({ service, keys = credentials }: Wish): SignatureV4 {
  const uriEscapePath = service !== 's3';
  return new SignatureV4({
    service,
    region: 'us-east-1',
    credentials: keys,
    sha256: Sha256 as never,
    uriEscapePath,
  });
}

function requestOf({ method = 'POST', path = '/', query = {}, headers = {}, body = '' }: Wish) {
  const host = '127.0.0.1:4722';
  const all = { host, ...headers };
  return {
    method,
    protocol: 'http:',
    hostname: '127.0.0.1',
    path,
    query,
    headers: all,
    ...(body && { body }),
  };
}

/** What a server gets of a request. */
function received({ method, path, query = {}, headers, body }: Awaited<ReturnType<SignatureV4['presign']>>) {
  const search = Object.entries(query).map(([name, value]) => `${escaped(name)}=${escaped(String(value))}`);
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  const url = search.length > 0 ? `${path}?${search.join('&')}` : path;
  return { method, url, headers: Object.fromEntries(lower), body: Buffer.from(body ?? '') };
}

function escaped(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
}

async function signed(wish: Wish): Promise<SignedRequest> {
  const signingDate = new Date(wish.at ?? NOW);
  return received(await signerOf(wish).sign(requestOf(wish), { signingDate }));
}

async function presigned(wish: Wish, expiresIn = 60): Promise<SignedRequest> {
  const signingDate = new Date(wish.at ?? NOW);
  const headers = { 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD' };
  return received(await signerOf(wish).presign(requestOf({ ...wish, headers }), { signingDate, expiresIn }));
}

const text = fc.string({ unit: 'binary', maxLength: 12 });
const names = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const anyWish: fc.Arbitrary<Wish> = fc.record({
  service: fc.constantFrom<Service>('dynamodb', 's3', 'scheduler', 'ses'),
  method: fc.constantFrom('GET', 'POST', 'PUT'),
  path: fc
    .array(text.map(escaped), { maxLength: 3 })
    .map((segments) => `/${segments.filter((one) => !/^\.*$/.test(one)).join('/')}`),
  query: fc.dictionary(names, text, { maxKeys: 3 }),
  headers: fc.dictionary(
    names.map((name) => `x-amz-${name}`),
    fc.stringMatching(/^[!-~]{1,9}( {1,3}[!-~]{1,9})?$/),
    { maxKeys: 3 },
  ),
  body: text,
});

describe('a request that the SDK signed', () => {
  it('is taken, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyWish, async (wish) => {
        expect(check(await signed(wish), wish.service)).toBeNull();
      }),
    );
  });

  it('is taken as a presigned address until it expires', async () => {
    const wish: Wish = { service: 's3', method: 'GET', path: '/inbox/reports/a%20b.csv' };
    expect(check(await presigned(wish), 's3')).toBeNull();
    expect(check(await presigned({ ...wish, at: NOW - MINUTE }), 's3')).toBeNull();
  });

  it.each([-14, 14])('is taken %i minutes away from its time', async (minutes) => {
    const request = await signed({ service: 'ses', at: NOW + minutes * MINUTE });
    expect(check(request, 'ses')).toBeNull();
  });
});

const WISH: Wish = {
  service: 'dynamodb',
  headers: { 'x-amz-target': 'DynamoDB_20120810.Scan' },
  query: { a: '1' },
  body: '{"TableName":"log"}',
};

describe('attack: a program on this machine sends', () => {
  const cases: [string, Wish, (request: SignedRequest) => SignedRequest, string][] = [
    ['no signature', WISH, (one) => ({ ...one, headers: without(one, 'authorization') }), 'unsigned'],
    [
      'another way of signing',
      WISH,
      (one) => authorized(one, /^AWS4-HMAC-SHA256/, 'AWS4-ECDSA-P256-SHA256'),
      'unsigned',
    ],
    ['half a signature', WISH, (one) => authorized(one, /.$/, ''), 'unsigned'],
    ['the key of an earlier start', { ...WISH, keys: newCredentials() }, same, 'unknown-key'],
    [
      'this start’s key with another secret',
      { ...WISH, keys: { ...credentials, secretAccessKey: 'guessed' } },
      same,
      'wrong-signature',
    ],
    ['a signature that was changed', WISH, (one) => authorized(one, /.$/, other), 'wrong-signature'],
    [
      'another body',
      WISH,
      (one) => ({ ...one, body: Buffer.from('{"TableName":"plans"}') }),
      'wrong-payload',
    ],
    [
      'another body with its hash',
      WISH,
      (one) => withHeader({ ...one, body: Buffer.from('{}') }, 'x-amz-content-sha256', sha256('{}')),
      'wrong-signature',
    ],
    [
      'another operation',
      WISH,
      (one) => withHeader(one, 'x-amz-target', 'DynamoDB_20120810.PutItem'),
      'wrong-signature',
    ],
    ['a header more', WISH, (one) => withHeader(one, 'x-amz-meta-by', 'clara'), 'wrong-signature'],
    ['another host', WISH, (one) => withHeader(one, 'host', '127.0.0.1:4723'), 'wrong-signature'],
    ['another path', WISH, (one) => ({ ...one, url: one.url.replace('/', '/x') }), 'wrong-signature'],
    ['another query', WISH, (one) => ({ ...one, url: one.url.replace('a=1', 'a=2') }), 'wrong-signature'],
    ['another method', WISH, (one) => ({ ...one, method: 'PUT' }), 'wrong-signature'],
    ['a request to another service', { ...WISH, service: 'ses' }, same, 'wrong-signature'],
    [
      'a time that was not signed',
      WISH,
      (one) => withHeader(one, 'x-amz-date', '20261130T120001Z'),
      'wrong-signature',
    ],
    ['a request of 25 hours ago', { ...WISH, at: NOW - 25 * 60 * MINUTE }, same, 'expired'],
    ['a request of 25 hours from now', { ...WISH, at: NOW + 25 * 60 * MINUTE }, same, 'expired'],
    [
      'the word for an unsigned body, which S3 alone takes',
      { ...WISH, headers: { ...WISH.headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } },
      same,
      'wrong-payload',
    ],
  ];
  it.each(cases)('%s, and is refused', async (_, wish, change, flaw) => {
    expect(check(change(await signed(wish)), 'dynamodb')).toBe(flaw);
  });

  const address: Wish = { service: 's3', method: 'GET', path: '/inbox/reports/roster.csv' };
  const addresses: [string, Wish, (request: SignedRequest) => SignedRequest, string][] = [
    [
      'of another object',
      address,
      (one) => ({ ...one, url: one.url.replace('roster', 'update') }),
      'wrong-signature',
    ],
    [
      'that lasts longer',
      address,
      (one) => ({ ...one, url: one.url.replace('Expires=60', 'Expires=600') }),
      'wrong-signature',
    ],
    ['for another method', address, (one) => ({ ...one, method: 'DELETE' }), 'wrong-signature'],
    ['of an earlier start', { ...address, keys: newCredentials() }, same, 'unknown-key'],
    ['that has expired', { ...address, at: NOW - 61_000 }, same, 'expired'],
    [
      'without its signature',
      address,
      (one) => ({ ...one, url: one.url.replace(/&X-Amz-Signature=\w+/, '') }),
      'wrong-signature',
    ],
    ['without anything', address, (one) => ({ ...one, url: one.url.split('?')[0]! }), 'unsigned'],
  ];
  it.each(addresses)('a presigned address %s, and is refused', async (_, wish, change, flaw) => {
    expect(check(change(await presigned(wish)), 's3')).toBe(flaw);
  });
});

function same(request: SignedRequest): SignedRequest {
  return request;
}

function without({ headers }: SignedRequest, name: string): SignedRequest['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([one]) => one !== name));
}

function withHeader(request: SignedRequest, name: string, value: string): SignedRequest {
  return { ...request, headers: { ...request.headers, [name]: value } };
}

function authorized(
  request: SignedRequest,
  part: RegExp,
  by: string | ((found: string) => string),
): SignedRequest {
  const changed = String(request.headers.authorization).replace(part, by as string);
  return withHeader(request, 'authorization', changed);
}

function other(digit: string): string {
  return digit === '0' ? '1' : '0';
}

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
