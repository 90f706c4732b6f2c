import { describe, expect, it } from 'vitest';
import { isPlainPath, ownPath } from '../../../../functions/console/http/paths.ts';

const OWN = [
  '/',
  '/roster',
  '/phases/notice-1',
  '/filers/0123456789abcdef',
  '/runs/notice-1_20180724T130000Z/',
  '/filers/phone-list.csv',
];

const NOT_OWN = [
  '',
  'roster',
  '//evil.example.com',
  '/\\evil.example.com',
  '\\\\evil.example.com',
  '/..',
  '/roster/../plan',
  '/./roster',
  '/.env',
  '/roster//x',
  '/%2e%2e/plan',
  '/..%2fplan',
  '/%5cevil',
  '/roster\0',
  '/roster\r\nSet-Cookie: a=b',
  '/ro ster',
  '/<script>',
  '/röster',
  'https://evil.example.com/',
  'javascript:alert(1)',
  `/${'a'.repeat(300)}`,
];

describe('isPlainPath', () => {
  it.each(OWN)('takes %j', (path) => expect(isPlainPath(path)).toBe(true));
  it.each(NOT_OWN)('refuses %j', (path) => expect(isPlainPath(path)).toBe(false));
});

describe('ownPath', () => {
  it.each([
    ...OWN,
    '/filers?search=Smith%2C+J&state=linked',
    '/send-log?before=a%3Db',
    '/filers?to=https://x.example/',
  ])('leads to %j', (to) => expect(ownPath(to)).toBe(to));

  it.each(['/filers?q=Smith', '/log/search?state=linked&q=Smith%2C+J', '/filers?q=', '/filers?%71=Smith'])(
    'leads to the page alone for the words of a search: %j',
    (to) => expect(ownPath(to)).toBe(to.split('?')[0]),
  );

  it.each([
    ...NOT_OWN,
    '/roster?x=<script>',
    '/roster?x=\r\nSet-Cookie: a=b',
    '/roster?x="onload="',
    `/roster?x=${'a'.repeat(1000)}`,
    undefined,
  ])('leads nowhere for %j', (to) => expect(ownPath(to)).toBeNull());

  it('never leads to another place, whatever a browser makes of it', () => {
    for (const to of [...NOT_OWN, '/@evil.example', '/;@evil.example', '/a?@evil', '/a?//evil']) {
      const own = ownPath(to);
      if (own) expect(new URL(own, 'https://console.example').origin).toBe('https://console.example');
    }
  });
});
