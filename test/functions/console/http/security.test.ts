import { describe, expect, it } from 'vitest';
import { contentPolicy, isOwn, securityHeaders } from '../../../../functions/console/http/security.ts';

const ORIGIN = 'https://console.example';

describe('isOwn', () => {
  it.each([
    ['a form of a page of ours', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }, true],
    ['an old browser, which says where from only', { origin: ORIGIN }, true],
    ['a browser that says that it is ours only', { 'sec-fetch-site': 'same-origin' }, true],
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false],
    ['another host of our domain', { origin: ORIGIN, 'sec-fetch-site': 'same-site' }, false],
    ['a hidden origin', { origin: 'null' }, false],
    ['our name by http', { origin: 'http://console.example' }, false],
    ['our name at another port', { origin: `${ORIGIN}:8443` }, false],
    ['a name that begins like ours', { origin: `${ORIGIN}.evil.example` }, false],
    ['a typed address', { 'sec-fetch-site': 'none' }, false],
    ['nowhere', {}, false],
  ])('of a request from %s', (_what, headers, own) => {
    expect(isOwn(new Headers(headers as Record<string, string>), ORIGIN)).toBe(own);
  });
});

describe('contentPolicy', () => {
  it('allows nothing but our own files, and forms to the bucket', () => {
    expect(contentPolicy('https://bucket.example').split('; ')).toEqual([
      "default-src 'none'",
      "style-src 'self'",
      "script-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self' https://bucket.example",
      "frame-src 'self'",
      "form-action 'self' https://bucket.example",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ]);
  });
});

describe('securityHeaders', () => {
  it('require HTTPS, except on one machine', () => {
    expect(securityHeaders({ isRehearsal: false })).toHaveProperty('Strict-Transport-Security');
    expect(securityHeaders({ isRehearsal: true })).not.toHaveProperty('Strict-Transport-Security');
  });
});
