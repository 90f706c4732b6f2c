import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type HttpEvent,
  MAX_BODY_BYTES,
  requestOf,
  resultOf,
} from '../../../../functions/console/http/event.ts';

const ORIGIN = 'https://console.example';

function eventWith({ method = 'GET', ...event }: Partial<HttpEvent> & { method?: string }): HttpEvent {
  const requestContext = { requestId: 'r1', timeEpoch: 0, http: { method } };
  return { rawPath: '/', rawQueryString: '', headers: {}, requestContext, ...event };
}

describe('requestOf', () => {
  it('makes a request at the address of the console, whatever host is named', () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
    const { request } = requestOf(
      eventWith({ rawPath: '/filers', rawQueryString: 'q=a%20b', headers }),
      ORIGIN,
    );
    expect(request.url).toBe('https://console.example/filers?q=a%20b');
  });

  it('puts the cookies together', () => {
    const { request } = requestOf(eventWith({ cookies: ['a=1', 'b=2'] }), ORIGIN);
    expect(request.headers.get('cookie')).toBe('a=1; b=2');
  });

  it.each([
    ['a=1\r\nx-evil: 1', 'cookie'],
    ['a=ö', 'cookie'],
  ])('leaves out a cookie that is none: %j', (cookie, name) => {
    expect(requestOf(eventWith({ cookies: [cookie] }), ORIGIN).request.headers.get(name)).toBeNull();
  });

  it.each([
    ['text', 'a=1', false],
    ['base64', Buffer.from('a=1').toString('base64'), true],
  ])('reads a body in %s', async (_what, body, isBase64Encoded) => {
    const { request } = requestOf(eventWith({ method: 'POST', body, isBase64Encoded }), ORIGIN);
    expect(await request.text()).toBe('a=1');
  });

  it('keeps every byte', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    const event = eventWith({ method: 'POST', body: bytes.toString('base64'), isBase64Encoded: true });
    expect(Buffer.from(await requestOf(event, ORIGIN).request.arrayBuffer())).toEqual(bytes);
  });

  it.each([
    ['as large as allowed', MAX_BODY_BYTES, null],
    ['larger', MAX_BODY_BYTES + 1, 'too-large'],
  ])('of a body %s', (_what, bytes, reason) => {
    const event = eventWith({ method: 'POST', body: 'a'.repeat(bytes) });
    expect(requestOf(event, ORIGIN).refusal?.reason ?? null).toBe(reason);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'get', ''])('refuses %j', (method) => {
    expect(requestOf(eventWith({ method }), ORIGIN).refusal?.reason).toBe('bad-method');
  });

  it('makes a request at the console of whatever comes, or refuses it', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const event = fc.record({
      rawPath: fc.oneof(
        text,
        text.map((path) => `/${path}`),
      ),
      rawQueryString: text,
      cookies: fc.array(text),
      headers: fc.dictionary(text, text),
      body: text,
      isBase64Encoded: fc.boolean(),
      method: fc.constantFrom('GET', 'POST', 'HEAD', 'PUT'),
    });
    fc.assert(
      fc.property(event, (fields) => {
        const { request } = requestOf(eventWith(fields), ORIGIN);
        expect(new URL(request.url).origin).toBe(ORIGIN);
      }),
    );
  });

  it('counts bytes, not characters', () => {
    const event = eventWith({ method: 'POST', body: 'é'.repeat(MAX_BODY_BYTES / 2 + 1) });
    expect(requestOf(event, ORIGIN).refusal?.reason).toBe('too-large');
  });
});

describe('resultOf', () => {
  it('tells cookies apart', async () => {
    const response = new Response('ok');
    response.headers.append('set-cookie', 'a=1; Path=/');
    response.headers.append('set-cookie', 'b=2; Expires=Mon, 22 Oct 2018 12:30:00 GMT');
    const { cookies, headers } = await resultOf(response);
    expect(cookies).toEqual(['a=1; Path=/', 'b=2; Expires=Mon, 22 Oct 2018 12:30:00 GMT']);
    expect(headers).not.toHaveProperty('set-cookie');
  });

  it.each([
    ['a page', { 'content-type': 'text/html; charset=utf-8' }, false],
    ['a font', { 'content-type': 'font/woff2' }, true],
    ['compressed text', { 'content-type': 'text/css', 'content-encoding': 'br' }, true],
  ])('of %s', async (_what, headers, isBase64Encoded) => {
    const result = await resultOf(new Response('é', { headers }));
    expect(result.isBase64Encoded).toBe(isBase64Encoded);
    expect(Buffer.from(result.body, isBase64Encoded ? 'base64' : 'utf8').toString()).toBe('é');
  });
});
