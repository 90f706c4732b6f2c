import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ClockControl } from '../../../local/start/clock-control.ts';
import { type ClockServer, startClockServer } from '../../../local/start/clock-server.ts';

let server: ClockServer;
let went: string[];
const control: ClockControl = {
  zone: 'America/New_York',
  now: () => Temporal.Instant.from('2018-07-24T12:55:00Z'),
  movingTo: () => null,
  upcoming: async () => [],
  uploads: async () => [],
  last: () => null,
  goTo: async (at) => void went.push(at.toString()),
  upload: async () => {},
};
beforeAll(async () => {
  server = await startClockServer();
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
    headers: { accept: 'application/json', origin: url, ...headers },
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
  ['{ "at": ', 400, /must be a form, or an object of JSON$/],
  ['{ "at": "2018-07-24T08:00" }', 409, /because it is over/],
])('POST /clock/to refuses %s and says why', async (body, status, message) => {
  expect(await goTo(body)).toEqual({ status, message: expect.stringMatching(message) });
  expect(went).toEqual([]);
});

it('takes no JSON that does not name its own address as origin', async () => {
  const { url } = server;
  const refused = await fetch(`${url}/clock/to`, { method: 'POST', body: '{ "at": "2018-10-22T08:45" }' });
  expect(refused.status).toBe(403);
  expect(went).toEqual([]);
});
