import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpEvent, HttpResult } from '../../../../functions/console/http/event.ts';
import { startHttpApi } from '../../../../local/cloud/console/http-api.ts';
import type { Listening } from '../../../../local/lib/listen.ts';
import { newPageKey } from '../../../../local/lib/page-key.ts';

const events: HttpEvent[] = [];
let result: HttpResult | null = null;
let api: Listening;
const pageKey = newPageKey();
const { authorization } = pageKey;
beforeAll(async () => {
  api = await startHttpApi({
    pageKey,
    invoke: async (event) => {
      events.push(event);
      return result
        ? { ok: true, result }
        : { ok: false, error: { errorType: 'Error', errorMessage: 'secret words' } };
    },
  });
});
afterAll(() => api.close());

const OK = { statusCode: 200, headers: {}, cookies: [], body: '', isBase64Encoded: false };

/** Asks with the key. */
function ask(path: string, { headers = {}, ...init }: RequestInit = {}): Promise<Response> {
  return fetch(api.url + path, { ...init, headers: { ...headers, authorization } });
}

/** Sends a path as it is; `fetch` would tidy it up. */
function sendRaw(path: string): Promise<void> {
  const { hostname, port } = new URL(api.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers: { authorization } }, (response) =>
      response.resume().on('end', resolve),
    )
      .on('error', reject)
      .end();
  });
}

describe('the HTTP API', () => {
  it('makes events of payload format 2.0', async () => {
    result = OK;
    await ask('/filers?q=a%20b&q=c', { headers: { cookie: 'a=1; b=2', 'X-Test': 'yes' } });
    expect(events.at(-1)).toMatchObject({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/filers',
      rawQueryString: 'q=a%20b&q=c',
      cookies: ['a=1', 'b=2'],
      headers: { 'x-test': 'yes' },
      isBase64Encoded: false,
      requestContext: { http: { method: 'GET', path: '/filers' } },
    });
    expect(events.at(-1)!.headers).not.toHaveProperty('cookie');
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 'a=1', true],
    ['bytes', 'application/octet-stream', '\u0000\u0001', true],
    ['JSON', 'application/json', '{"a":1}', false],
  ])('hands on %s as API Gateway does', async (_what, type, body, isBase64Encoded) => {
    result = OK;
    await ask('/', { method: 'POST', body, headers: { 'content-type': type } });
    const sent = events.at(-1)!;
    expect(sent.isBase64Encoded).toBe(isBase64Encoded);
    expect(Buffer.from(sent.body!, isBase64Encoded ? 'base64' : 'utf8').toString()).toBe(body);
  });

  it.each([
    ['/a%20b', '/a b'],
    ['/%2e%2e/x', '/../x'],
    ['/a/../b', '/a/../b'],
    ['//evil.example', '//evil.example'],
    ['/%', '/%'],
  ])('hands on the path %s as %s', async (path, raw) => {
    result = OK;
    await sendRaw(path);
    expect(events.at(-1)!.rawPath).toBe(raw);
  });

  it('answers with status, headers, cookies and bytes', async () => {
    const bytes = Buffer.from([0, 255, 10, 13]);
    result = {
      statusCode: 201,
      headers: { 'content-type': 'font/woff2' },
      cookies: ['a=1; Path=/', 'b=2; HttpOnly'],
      body: bytes.toString('base64'),
      isBase64Encoded: true,
    };
    const answer = await ask('/');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([201, 'font/woff2']);
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; HttpOnly']);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  });

  it('says no more of a failure than API Gateway does', async () => {
    result = null;
    const answer = await ask('/');
    expect([answer.status, await answer.json()]).toEqual([500, { message: 'Internal Server Error' }]);
  });

  it('takes no more than API Gateway does', async () => {
    const answer = await ask('/', { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
    expect(answer.status).toBe(413);
  });
});
