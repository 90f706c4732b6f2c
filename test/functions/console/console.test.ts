import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assetPath } from '../../../functions/console/ui/asset-path.ts';
import { type Browser, browserAt } from '../../support/console/browser.ts';
import { aConsole, type TestConsole } from '../../support/console/console.ts';

let console: TestConsole;
let clara: Browser;
let otto: Browser;
beforeAll(async () => {
  console = await aConsole();
  clara = await console.signedIn('clara');
  otto = await console.signedIn('otto');
}, 60_000);
afterAll(() => console.stop());

describe('the console', () => {
  it('leads who is not signed in to the sign-in page, and back to where they wanted to go', async () => {
    const browser = console.browser();
    const { statusCode, location } = await browser.get('/phases/notice-1?state=linked');
    expect([statusCode, location]).toEqual([302, '/sign-in?to=%2Fphases%2Fnotice-1%3Fstate%3Dlinked']);
    const { text } = await browser.get(location);
    expect(text).toContain('href="/sign-in/start?to=%2Fphases%2Fnotice-1%3Fstate%3Dlinked"');
    const back = await browser.signIn('otto', '/phases/notice-1?state=linked');
    expect([back.statusCode, back.location]).toEqual([303, '/phases/notice-1?state=linked']);
  });

  it('shows who is signed in, as what, for which court, and that it is a rehearsal', async () => {
    const { statusCode, text } = await clara.get('/');
    expect(statusCode).toBe(200);
    expect(text).toContain('<strong>Rehearsal:</strong> no real email is sent.');
    expect(text).toContain(`<a href="${console.cloud.endpoints.SES}/inbox">Every email</a>`);
    expect(text).toMatch(/Clara Clerk<span class="crier-account__role">Clerk</);
    expect(text).toContain('<a href="/phases/notice-1">Notice</a>');
    expect((await otto.get('/')).text).toMatch(/Otto Ops<span class="crier-account__role">Operations</);
  });

  it('answers small pages that no one keeps', async () => {
    const { text, headers } = await clara.get('/');
    expect(text.length).toBeLessThan(100_000);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'self'; script-src 'self';/,
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
    });
  });

  it('serves fonts byte by byte, and styles compressed or not, to be kept permanently', async () => {
    const browser = console.browser();
    const font = await browser.get(assetPath('fonts/public-sans/PublicSans-Regular.woff2'));
    expect(font.isBase64Encoded).toBe(true);
    expect(font.bytes.subarray(0, 4).toString()).toBe('wOF2');
    const plain = await browser.get(assetPath('css/console.css'));
    expect(plain.text).toContain('.usa-button');
    const packed = await browser.get(assetPath('css/console.css'), {
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(packed.bytes.length).toBeLessThan(40_000);
    expect(packed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('names in its pages only files that it serves', async () => {
    const { text } = await clara.get('/');
    const files = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect((await clara.get(file)).statusCode).toBe(200);
  });

  it('says what a page that is not there could be, with a number to ask by', async () => {
    const { statusCode, text } = await clara.get('/nowhere');
    expect(statusCode).toBe(404);
    expect(text).toContain('<h1>This page wasn’t found</h1>');
    expect(text).toContain('<strong>What to do:</strong>');
    expect(text).toContain(`<code>${console.log.at(-1)!.fields.request}</code>`);
  });

  it('ends a sign-in that was not used for half an hour', async () => {
    const browser = console.browser();
    await browser.signIn('clara');
    browser.now += 29 * 60_000;
    expect((await browser.get('/')).statusCode).toBe(200);
    browser.now += 29 * 60_000;
    expect((await browser.get('/')).statusCode).toBe(200);
    browser.now += 30 * 60_000 + 1000;
    const { statusCode, location, cookies } = await browser.get('/');
    expect([statusCode, location]).toEqual([302, '/sign-in?ended=yes']);
    // A form that comes from one of its pages is still known by it.
    expect(cookies).toEqual([]);
    await browser.get('/');
    expect(console.refusals().slice(-2)).toEqual(['sign-in-ended', 'sign-in-ended']);
  });

  it('does not count as use what an open page asks automatically', async () => {
    const browser = console.browser();
    await browser.signIn('otto');
    const live = { headers: { 'x-crier-live': 'yes' } };
    browser.now += 15 * 60_000;
    expect((await browser.get('/', live)).statusCode).toBe(200);
    browser.now += 15 * 60_000;
    expect((await browser.get('/session', live)).statusCode).toBe(302);
    expect((await browser.get('/', live)).statusCode).toBe(302);
  });

  it('tells a page how long its session lasts, and extends it when asked', async () => {
    const browser = console.browser();
    await browser.signIn('otto');
    const csrf = await browser.csrf();
    browser.now += 28 * 60_000;
    const live = { headers: { 'x-crier-live': 'yes' } };
    expect((await browser.get('/', live)).text).toContain('data-session-seconds="120"');
    expect(JSON.parse((await browser.get('/session', live)).text)).toEqual({ seconds: 120 });
    expect(JSON.parse((await browser.post('/session', { csrf })).text)).toEqual({ seconds: 1800 });
    browser.now += 29 * 60_000;
    expect((await browser.get('/')).statusCode).toBe(200);
  });

  it('ends a sign-in after eight hours of use', async () => {
    const browser = console.browser();
    await browser.signIn('clara');
    for (let quarter = 1; quarter < 32; quarter++) {
      browser.now += 15 * 60_000;
      await browser.get('/');
    }
    expect((await browser.get('/')).statusCode).toBe(200);
    browser.now += 15 * 60_000;
    expect((await browser.get('/')).location).toBe('/sign-in?ended=yes');
  });

  it('signs out completely: the cookie is worth nothing afterwards, and the provider is told', async () => {
    const browser = console.browser();
    await browser.signIn('otto');
    const token = browser.cookies.get(browser.names.session)!;
    const out = await browser.post('/sign-out', { csrf: await browser.csrf() });
    expect([out.statusCode, out.location]).toEqual([303, '/signed-out']);
    expect(browser.cookies.has(browser.names.session)).toBe(false);
    const { text } = await browser.get('/signed-out');
    const [, end = ''] = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(text) ?? [];
    const { authorization } = console.cloud.pageKey;
    const led = await fetch(end.replaceAll('&amp;', '&'), { redirect: 'manual', headers: { authorization } });
    expect(led.headers.get('location')).toBe(`${console.cloud.console}/sign-in`);
    browser.cookies.set(browser.names.session, token);
    expect((await browser.get('/')).statusCode).toBe(302);
    expect(console.refusals().at(-1)).toBe('sign-in-unknown');
  });

  it('says so when the sign-in service does not answer', async () => {
    const signIn = JSON.parse(console.cloud.envOf('Console').CRIER_SIGN_IN!);
    const env = {
      ...console.cloud.envOf('Console'),
      CRIER_SIGN_IN: JSON.stringify({ ...signIn, issuer: 'http://127.0.0.1:9' }),
    };
    const answer = await browserAt(console.handlerWith(env), console.cloud).get('/sign-in/start');
    expect(answer.statusCode).toBe(503);
    expect(answer.text).toContain('The sign-in service isn’t responding');
    expect(console.log.splice(-2).map(({ code }) => code)).toEqual(['provider-failed', 'request-refused']);
  });

  it('logs codes, and nothing of a person', () => {
    const text = JSON.stringify(console.log);
    for (const personal of ['Clara', 'clara', 'Otto', 'otto']) expect(text).not.toContain(personal);
    expect(console.log.filter(({ level }) => level === 'ERROR')).toEqual([]);
  });
});
