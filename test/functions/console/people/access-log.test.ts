import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessEntry } from '../../../../functions/domain/access-entry.ts';
import { type Browser, browserAt } from '../../../support/console/browser.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';

const SOURCE = '203.0.113.7';

let console: TestConsole;
let clara: Browser;
let otto: Browser;
beforeAll(async () => {
  console = await aConsole();
  clara = await console.signedIn('clara');
  otto = await console.signedIn('otto');
  await console.cloud.settle();
}, 60_000);
afterAll(async () => {
  expect(console.cloud.denials).toEqual([]);
  await console.stop();
});

/** What is in the access log, oldest first. */
const entries = () =>
  console.cloud.log
    .filter(({ functionId, code }) => functionId === 'RecordAccess' && code === 'access')
    .map(({ fields }) => fields as unknown as AccessEntry);

/** The entries that come of something. */
async function entriesOf(act: () => Promise<unknown>): Promise<AccessEntry[]> {
  const before = entries().length;
  await act();
  await console.cloud.settle();
  return entries().slice(before);
}

/** A request from an address, as API Gateway gives it. */
const from = (sourceIp: string, method = 'GET') => ({
  requestContext: { requestId: 'r-7', timeEpoch: clara.now, http: { method, sourceIp } },
});

describe('the access log', () => {
  it('has every sign-in and sign-out with the person and the role', async () => {
    expect(entries()).toMatchObject([
      { event: 'signed-in', person: 'clara', role: 'clerk', reason: null },
      { event: 'signed-in', person: 'otto', role: 'ops', reason: null },
    ]);
    const browser = await console.signedIn('otto');
    const csrf = await browser.csrf();
    const event = from(SOURCE, 'POST');
    const [, out] = await entriesOf(() => browser.post('/sign-out', { csrf }, { event }));
    expect(out).toEqual({
      event: 'signed-out',
      reason: null,
      person: 'otto',
      role: 'ops',
      source: SOURCE,
      request: 'r-7',
      at: '2026-11-24T12:00:00Z',
    });
  });

  it('attack: operations staff who try what is the clerk’s are in it with their address', async () => {
    const [entry, ...others] = await entriesOf(() => otto.get('/plan/upload', { event: from(SOURCE) }));
    expect([entry, others]).toMatchObject([
      { event: 'request-refused', reason: 'role', person: 'otto', role: 'ops', source: SOURCE },
      [],
    ]);
  });

  it.each([
    ['csrf', { csrf: 'guess' }, {}],
    ['cross-site', { csrf: 'x' }, { origin: 'https://evil.example' }],
  ] as const)(
    'attack: a forged form (%s) is in it with whose browser sent it',
    async (reason, fields, headers) => {
      const found = await entriesOf(() => clara.post('/filers', fields, { headers }));
      expect(found).toMatchObject([{ event: 'request-refused', reason, person: 'clara', source: null }]);
    },
  );

  it('attack: a made-up cookie and a made-up answer of the provider are in it, of no person', async () => {
    const browser = console.browser();
    browser.cookies.set(browser.names.session, 'a'.repeat(43));
    expect(await entriesOf(() => browser.get('/', { event: from(SOURCE) }))).toMatchObject([
      { event: 'request-refused', reason: 'sign-in-unknown', person: null, source: SOURCE },
    ]);
    const back = '/sign-in/return?code=x&state=y';
    expect(await entriesOf(() => browser.get(back, { event: from('2001:db8::7') }))).toMatchObject([
      { event: 'sign-in-refused', reason: 'bad-answer', person: null, source: '2001:db8::7' },
    ]);
  });

  it.each(['jane@example.com', '203.0.113.7, evil', '<script>', ''])(
    'attack: a source that is no IP address, %j, gets into no log',
    async (sourceIp) => {
      const found = await entriesOf(() => otto.get('/plan/upload', { event: from(sourceIp) }));
      expect(found).toMatchObject([{ reason: 'role', source: null }]);
    },
  );

  it('has neither visitors nor pages that are not there', async () => {
    expect(await entriesOf(() => console.browser().get('/log'))).toEqual([]);
    expect(await entriesOf(() => clara.get('/nowhere'))).toEqual([]);
    expect(JSON.stringify(entries())).not.toContain('/');
  });

  it('stops no one when it cannot be written, and rings an alarm', async () => {
    const env = { ...console.cloud.envOf('Console'), CRIER_RECORD_ACCESS: 'gone' };
    const browser = browserAt(console.handlerWith(env), console.cloud);
    await browser.signIn('clara');
    expect((await browser.get('/')).statusCode).toBe(200);
    expect(console.log.filter(({ level }) => level === 'ERROR').map(({ code }) => code)).toEqual([
      'access-unrecorded',
    ]);
  });
});
