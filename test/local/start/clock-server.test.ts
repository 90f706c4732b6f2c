import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { newPageKey } from '../../../local/lib/page-key.ts';
import type { ClockControl, LastAction } from '../../../local/start/clock-control.ts';
import { type ClockServer, startClockServer } from '../../../local/start/clock-server.ts';

let server: ClockServer;
const pageKey = newPageKey();
const { authorization } = pageKey;
let went: string[];
const last: LastAction[] = [];
const control: ClockControl = {
  zone: async () => 'America/New_York',
  now: () => Temporal.Instant.from('2018-07-24T12:55:00Z'),
  movingTo: () => null,
  upcoming: async () => [],
  uploads: async () => [],
  takeLast: () => last.shift() ?? null,
  goTo: async (at) => void went.push(at.toString()),
  upload: async () => {},
};
beforeAll(async () => {
  server = await startClockServer({ pageKey });
  server.serve(control, { console: 'http://127.0.0.1:1', inbox: 'http://127.0.0.1:2' });
});
beforeEach(() => {
  went = [];
});
afterAll(() => server.close());

async function goTo(body: string, headers: Readonly<Record<string, string>> = {}) {
  const { url } = server;
  const response = await fetch(`${url}/clock/to`, {
    method: 'POST',
    headers: { accept: 'application/json', origin: url, authorization, ...headers },
    body,
  });
  return { status: response.status, ...((await response.json()) as { message?: string }) };
}

it.each([
  ['application/json', '{ "at": "2018-10-22T08:45" }'],
  ['application/x-www-form-urlencoded', '{ "at": "2018-10-22T08:45" }'],
  ['text/plain', '{ "at": "2018-10-22T08:45[America/New_York]" }'],
  ['application/x-www-form-urlencoded', 'at=2018-10-22T08%3A45'],
  ['application/json', '{ "at": "2018-10-22T12:45:00Z" }'],
])('POST /clock/to goes there, sent as %s: %s', async (type, body) => {
  expect(await goTo(body, { 'content-type': type })).toMatchObject({ status: 200 });
  expect(went).toEqual(['2018-10-22T12:45:00Z']);
});

it.each([
  ['{ "at": "tomorrow" }', 400, /"at" must be a time at the court, such as .+: it is tomorrow$/],
  ['{ "when": "2018-10-22T08:45" }', 400, /"at" must be a time at the court, such as .+: it is missing$/],
  ['', 400, /it is missing$/],
  ['{ "at": ', 400, /must be a form or a JSON object$/],
  ['{ "at": "2018-07-24T08:00" }', 409, /because it has passed/],
])('POST /clock/to refuses %s and says why', async (body, status, message) => {
  expect(await goTo(body)).toEqual({ status, message: expect.stringMatching(message) });
  expect(went).toEqual([]);
});

it('takes no JSON that does not name its own address as origin', async () => {
  const { url } = server;
  const body = '{ "at": "2018-10-22T08:45" }';
  const refused = await fetch(`${url}/clock/to`, { method: 'POST', headers: { authorization }, body });
  expect(refused.status).toBe(403);
  expect(went).toEqual([]);
});

it('says once what came of a move: a page that is opened later shows no old news', async () => {
  last.push({ ok: true, text: 'The clock was moved.' });
  const shown = async (path: string, method = 'GET') => {
    const headers = { authorization, origin: server.url };
    return (await fetch(`${server.url}${path}`, { method, headers })).text();
  };
  expect(await shown('/clock/next', 'POST')).toContain('nothing is coming up');
  expect(await shown('/clock')).toContain('The clock was moved.');
  expect(await shown('/clock')).not.toContain('The clock was moved.');
});
