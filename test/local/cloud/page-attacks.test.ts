import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { startHttpApi } from '../../../local/cloud/console/http-api.ts';
import { startOpenId } from '../../../local/cloud/console/open-id.ts';
import { startSes } from '../../../local/cloud/ses/ses.ts';
import type { Listening } from '../../../local/lib/listen.ts';
import { newPageKey, type PageKey } from '../../../local/lib/page-key.ts';
import { startClockServer } from '../../../local/start/clock-server.ts';
import { rawRequest } from '../../support/local/raw-request.ts';

const FOLDER = 'data/nysb-2018';
const earlier = newPageKey(FOLDER);
const key = newPageKey(FOLDER);
const other = newPageKey('data/other');

const servers: Listening[] = [];
beforeAll(async () => {
  const ok = { statusCode: 200, headers: {}, cookies: [], body: 'shown', isBase64Encoded: false };
  servers.push(
    await startHttpApi({ pageKey: key, invoke: async () => ({ ok: true, result: ok }) }),
    await startOpenId({ pageKey: key, console: () => '', people: () => [], client: () => undefined }),
    await startSes({ pageKey: key, clock: virtualClock('2018-07-24T13:00:00Z') }),
    await startClockServer({ pageKey: key }),
  );
});
afterAll(async () => void (await Promise.all(servers.map((server) => server.close()))));

/** What an answer's cookie brings to the next request. */
function cookieOf({ setCookie }: PageKey): string {
  return setCookie.split(';')[0]!;
}

/** The cookie of one key with the value of another. */
function mixed(name: PageKey, value: PageKey): string {
  return `${cookieOf(name).split('=')[0]}=${cookieOf(value).split('=')[1]}`;
}

function keyIn(link: string): string {
  return new URL(link).searchParams.get('key')!;
}

const CLOSED = 'To open Crier’s pages, use the link that npm start printed in its terminal.';
const KEY = keyIn(key.linkTo('http://127.0.0.1/'));

const pages: [string, number, string][] = [
  ['the console', 0, '/filers'],
  ['the sign-in page', 1, '/authorize'],
  ['the end of a sign-in', 1, '/logout'],
  ['the inbox page', 2, '/inbox'],
  ['an email', 2, '/inbox/1/body.html'],
  ['the number of emails', 2, '/inbox/count'],
  ['the clock', 3, '/clock'],
];

const tries: [string, { query?: string; headers?: Record<string, string> }][] = [
  ['without the key', {}],
  ['with an empty key', { query: '?key=' }],
  ['with a guessed key', { query: `?key=${'A'.repeat(43)}` }],
  ['with most of the key', { query: `?key=${KEY.slice(0, -1)}` }],
  ['with the key in other letters', { query: `?key=${KEY.toLowerCase()}` }],
  ['with the key of an earlier start', { query: `?key=${keyIn(earlier.linkTo('http://127.0.0.1/'))}` }],
  ['with the cookie of an earlier start', { headers: { cookie: cookieOf(earlier) } }],
  ['with the cookie of another launch', { headers: { cookie: cookieOf(other) } }],
  ['with the cookie of another launch under its name', { headers: { cookie: mixed(key, other) } }],
  ['with the key in a cookie of another name', { headers: { cookie: mixed(other, key) } }],
  ['with a guessed key as a program', { headers: { authorization: `Bearer ${'A'.repeat(43)}` } }],
  ['with the key as a password', { headers: { authorization: `Basic ${KEY}` } }],
];

describe.each(pages)('attack: another program on this machine opens %s', (_, server, path) => {
  it.each(tries)('%s, and is refused', async (_what, { query = '', headers = {} }) => {
    for (const method of ['GET', 'HEAD', 'PUT']) {
      const answer = await rawRequest(servers[server]!.url + path + query, { method, headers });
      expect([method, answer.status]).toEqual([method, 403]);
      expect(answer.body).toBe(method === 'HEAD' ? '' : `${CLOSED}\n`);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });
});

describe('attack: the link', () => {
  it.each([
    ['//evil.example/x', '//evil.example/x'],
    ['/\\evil.example', '//evil.example'],
    ['/filers?at=//evil.example', '/filers?at=%2F%2Fevil.example'],
  ])('leads from %s to no other website', async (path, to) => {
    const { url } = servers[0]!;
    const { status, headers } = await rawRequest(`${url}${path}${path.includes('?') ? '&' : '?'}key=${KEY}`);
    expect([status, headers.location]).toEqual([303, url + to]);
  });

  it('as a whole address in the request line opens nothing', async () => {
    const { url } = servers[0]!;
    const { status } = await rawRequest(url, { path: `http://evil.example/?key=${KEY}` });
    expect(status).toBe(403);
  });
});

describe('the link that npm start prints', () => {
  it('gives the browser a cookie for all pages, and leads to the same address without the key', async () => {
    const { url } = servers[0]!;
    const { status, headers, body } = await rawRequest(key.linkTo(`${url}/filers?state=linked`));
    expect([status, headers.location, body]).toEqual([303, `${url}/filers?state=linked`, '']);
    const [set = ''] = headers['set-cookie'] as string[];
    expect(set).toMatch(/^crier-key-[0-9a-f]{12}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect([headers['referrer-policy'], headers['cache-control']]).toEqual(['no-referrer', 'no-store']);
    const answer = await rawRequest(`${url}/filers`, { headers: { cookie: `a=1; ${set.split(';')[0]}` } });
    expect([answer.status, answer.body]).toEqual([200, 'shown']);
  });

  it('of an earlier start leads on in a browser that has opened the new one', async () => {
    const { url } = servers[0]!;
    const old = await rawRequest(earlier.linkTo(url), { headers: { cookie: cookieOf(key) } });
    expect([old.status, old.headers.location]).toEqual([303, `${url}/`]);
  });

  it('says where to find it to anyone who comes without it, as a page, as text or as JSON', async () => {
    const ask = (accept: string) => rawRequest(`${servers[3]!.url}/clock`, { headers: { accept } });
    expect((await ask('text/html,*/*')).body).toMatch(
      /^<!doctype html>[\s\S]*use the link that npm start printed/,
    );
    expect(JSON.parse((await ask('application/json')).body)).toEqual({ message: CLOSED });
  });

  it('leaves what the console itself asks of the sign-in service alone', async () => {
    const { url } = servers[1]!;
    expect((await rawRequest(`${url}/jwks`)).status).toBe(200);
    expect((await rawRequest(`${url}/token`, { method: 'POST' })).body).toContain('invalid_grant');
  });

  it('names the cookie after the data folder, so two launches don’t replace each other’s', () => {
    const nameOf = (one: PageKey) => cookieOf(one).split('=')[0];
    expect(nameOf(earlier)).toBe(nameOf(key));
    expect(new Set([key, other, newPageKey(), newPageKey()].map(nameOf)).size).toBe(4);
  });
});
