import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES } from '../../../functions/console/http/event.ts';
import { assetPath } from '../../../functions/console/ui/asset-path.ts';
import { hashOf } from '../../../functions/domain/session.ts';
import { type Browser, browserAt } from '../../support/console/browser.ts';
import { aConsole, type TestConsole } from '../../support/console/console.ts';
import { type ForgedToken, startRogue } from '../../support/console/rogue-provider.ts';

const COURT = '<script>alert("plan")</script> & "Court"';

let console: TestConsole;
let clara: Browser;
let otto: Browser;
beforeAll(async () => {
  console = await aConsole({ 'court.name': COURT });
  clara = await console.signedIn('clara');
  otto = await console.signedIn('otto');
}, 60_000);
afterAll(() => console.stop());
afterEach(() => {
  expect(console.log.filter(({ level }) => level === 'ERROR')).toEqual([]);
});

/** Why the last request was refused. */
const lastReason = () => console.refusals().at(-1);

describe('a forged cookie', () => {
  it.each([
    ['made up', () => randomBytes(32).toString('base64url')],
    ['that is what the table keeps of a real one', () => hashOf(clara.cookies.get(clara.names.session)!)],
    ['of the right beginning', () => clara.cookies.get(clara.names.session)!.slice(0, -1)],
    ['with something behind it', () => `${clara.cookies.get(clara.names.session)}x`],
    ['that asks for another key', () => 'session-x'],
    ['without end', () => 'a'.repeat(8000)],
  ])('attack: a forged session cookie, %s, lets no one in', async (_what, token) => {
    const browser = console.browser();
    browser.cookies.set(browser.names.session, token());
    expect((await browser.get('/')).statusCode).toBe(302);
    expect(lastReason()).toBe('sign-in-unknown');
    const answer = await browser.post('/sign-out', { csrf: 'x' });
    expect(answer.statusCode).toBe(401);
  });

  it.each([
    ['malformed', () => `${clara.names.session}=%zz`],
    ['made up', () => `${clara.names.session}=${randomBytes(32).toString('base64url')}`],
    ['of another name', () => 'other=\u{1f4a3}"%'],
  ])('attack: %s, of another site, locks out no one', async (_what, plantedOf) => {
    const planted = plantedOf();
    const own = [...clara.cookies].map(([name, value]) => `${name}=${value}`);
    for (const cookies of [
      [planted, ...own],
      [...own, planted],
    ]) {
      expect((await clara.get('/', { event: { cookies } })).statusCode).toBe(200);
    }
  });

  it('attack: a forged notice cookie is shown as text, or not at all', async () => {
    const pack = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    clara.cookies.set(clara.names.notice, pack({ kind: 'success', title: '<img src=x onerror=alert(1)>' }));
    expect((await clara.get('/')).text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    for (const value of [pack({ kind: '"><script>', title: 'x' }), pack([]), '%%%', 'x'.repeat(5000)]) {
      clara.cookies.set(clara.names.notice, value);
      const { statusCode, text } = await clara.get('/');
      expect([statusCode, text.includes('usa-alert')]).toEqual([200, false]);
    }
  });
});

describe('a forged form', () => {
  const forms: [
    string,
    () => Promise<[string | Record<string, string>, Record<string, string>]>,
    number,
    string,
  ][] = [
    ['without a secret', async () => [{}, {}], 403, 'csrf'],
    ['with a guessed one', async () => [{ csrf: 'guess' }, {}], 403, 'csrf'],
    ["with another person's", async () => [{ csrf: await otto.csrf() }, {}], 403, 'csrf'],
    ['with the secret in the address only', async () => ['', {}], 403, 'csrf'],
    ['with two secrets', async () => [`csrf=x&csrf=${await clara.csrf()}`, {}], 400, 'bad-form'],
    [
      'from another site',
      async () => [{ csrf: await clara.csrf() }, { origin: 'https://evil.example' }],
      403,
      'cross-site',
    ],
    [
      'from a hidden origin',
      async () => [{ csrf: await clara.csrf() }, { origin: 'null' }],
      403,
      'cross-site',
    ],
    [
      'that a browser calls cross-site',
      async () => [{ csrf: await clara.csrf() }, { 'sec-fetch-site': 'cross-site' }],
      403,
      'cross-site',
    ],
    [
      'in JSON',
      async () => [JSON.stringify({ csrf: await clara.csrf() }), { 'content-type': 'application/json' }],
      400,
      'bad-form',
    ],
    [
      'as plain text',
      async () => [`csrf=${await clara.csrf()}`, { 'content-type': 'text/plain' }],
      400,
      'bad-form',
    ],
    [
      'in parts',
      async () => [{ csrf: await clara.csrf() }, { 'content-type': 'multipart/form-data; boundary=x' }],
      400,
      'bad-form',
    ],
  ];

  it.each(forms)('attack: a forged form, %s, does nothing', async (_what, make, status, reason) => {
    const [fields, headers] = await make();
    const answer = await clara.post(`/sign-out?csrf=${await clara.csrf()}`, fields, { headers });
    expect([answer.statusCode, lastReason()]).toEqual([status, reason]);
    expect(answer.text).toContain('What to do:');
    expect((await clara.get('/')).statusCode).toBe(200);
  });

  it('attack: a form from nowhere does nothing', async () => {
    const body = `csrf=${await clara.csrf()}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await clara.post('/sign-out', '', { event: { headers, body, isBase64Encoded: false } });
    expect([answer.statusCode, lastReason()]).toEqual([403, 'cross-site']);
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('attack: a request by %s does nothing', async (method) => {
    const requestContext = { requestId: 'r', timeEpoch: clara.now, http: { method } };
    const { statusCode } = await clara.post('/', {}, { event: { requestContext } });
    expect([statusCode, lastReason()]).toEqual([405, 'bad-method']);
  });
});

describe('a forged role', () => {
  it.each([
    [
      'a header',
      '/',
      { role: 'clerk', 'x-role': 'clerk', 'x-amzn-oidc-data': 'clerk', authorization: 'Bearer clerk' },
    ],
    ['the query', '/?role=clerk&groups=clerk&cognito:groups=clerk', {}],
  ])('attack: a role claimed by %s changes nothing', async (_what, path, headers) => {
    expect((await otto.get(path, { headers })).text).toContain('Operations</span>');
  });

  it('attack: a role claimed by a cookie changes nothing', async () => {
    const browser = console.browser();
    browser.cookies.set('role', 'clerk');
    await browser.signIn('otto');
    expect((await browser.get('/')).text).toContain('Operations</span>');
  });
});

describe('signing in', () => {
  it('attack: an answer of the provider that this browser did not ask for signs no one in', async () => {
    const begun = console.browser();
    const start = await begun.get('/sign-in/start');
    const back = await begun.wayBack(start.location, 'clara');
    const victim = console.browser();
    expect((await victim.get(back)).statusCode).toBe(400);
    await victim.get('/sign-in/start');
    expect((await victim.get(back)).statusCode).toBe(400);
    expect([victim.cookies.has(victim.names.session), lastReason()]).toEqual([false, 'bad-answer']);
  });

  it('attack: an answer of the provider that comes again signs no one in', async () => {
    const browser = console.browser();
    const start = await browser.get('/sign-in/start');
    const flow = browser.cookies.get(browser.names.flow)!;
    const back = await browser.wayBack(start.location, 'clara');
    expect((await browser.get(back)).statusCode).toBe(303);
    browser.cookies.set(browser.names.flow, flow);
    expect((await browser.get(back)).statusCode).toBe(400);
    expect(console.log.some(({ code }) => code === 'sign-in-failed')).toBe(true);
  });

  it.each([
    ['a code of nobody', (back: string) => back.replace(/code=[^&]+/, 'code=guess')],
    ['another state', (back: string) => back.replace(/state=[^&]+/, 'state=other')],
    ['no state', (back: string) => back.replace(/&state=[^&]+/, '')],
    ['an error of the provider', (back: string) => back.replace(/code=[^&]+/, 'error=access_denied')],
    ['nothing', () => '/sign-in/return'],
  ])('attack: an answer of the provider with %s signs no one in', async (_what, change) => {
    const browser = console.browser();
    const start = await browser.get('/sign-in/start');
    const { statusCode, text } = await browser.get(change(await browser.wayBack(start.location, 'clara')));
    expect([statusCode, browser.cookies.has(browser.names.session), lastReason()]).toEqual([
      400,
      false,
      'bad-answer',
    ]);
    expect(text).toContain('Sign-in failed');
  });

  it('attack: a cookie from before a new sign-in is worth nothing afterwards', async () => {
    const browser = console.browser();
    await browser.signIn('clara');
    const before = browser.cookies.get(browser.names.session)!;
    await browser.signIn('clara');
    expect(browser.cookies.get(browser.names.session)).not.toBe(before);
    const other = console.browser();
    other.cookies.set(other.names.session, before);
    expect((await other.get('/')).statusCode).toBe(302);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    '/%2e%2e//evil',
    'javascript:alert(1)',
    '/a\r\nSet-Cookie: a=b',
  ])('attack: a sign-in that shall lead to %j leads to the overview', async (to) => {
    const page = await console.browser().get(`/sign-in?to=${encodeURIComponent(to)}`);
    expect(page.text).toContain('href="/sign-in/start"');
    const browser = console.browser();
    expect((await browser.signIn('clara', to)).location).toBe('/');
    const start = await browser.get('/sign-in/start');
    const flow = JSON.parse(Buffer.from(browser.cookies.get(browser.names.flow)!, 'base64url').toString());
    browser.cookies.set(
      browser.names.flow,
      Buffer.from(JSON.stringify({ ...flow, to })).toString('base64url'),
    );
    expect((await browser.get(await browser.wayBack(start.location, 'clara'))).location).toBe('/');
  });
});

describe('an identity', () => {
  const tokens: [string, ForgedToken, number, string][] = [
    ['signed by nobody', { algorithm: 'none' }, 400, 'bad-answer'],
    ['signed by another key', { key: 'other' }, 400, 'bad-answer'],
    ['signed with the public key as a password', { algorithm: 'HS256' }, 400, 'bad-answer'],
    ['for another client', { claims: { aud: 'other' } }, 400, 'bad-answer'],
    ['from another provider', { claims: { iss: 'https://evil.example' } }, 400, 'bad-answer'],
    ['of another sign-in', { claims: { nonce: 'other' } }, 400, 'bad-answer'],
    ['that has run out', { claims: { exp: 1 } }, 400, 'bad-answer'],
    ['in no group', { claims: { 'cognito:groups': [] } }, 403, 'no-role'],
    ['in a group that only looks like one', { claims: { 'cognito:groups': 'clerk,ops' } }, 403, 'no-role'],
    ['whose id is an address', { claims: { 'cognito:username': 'a@example.com' } }, 403, 'id-unfit'],
  ];

  it('of a clerk, well signed, signs in', () => answerTo({}, 303, ''));

  it.each(tokens)('attack: an identity %s signs no one in', (_what, token, status, reason) =>
    answerTo(token, status, reason),
  );

  /** Signs in at a provider that gives this identity. */
  async function answerTo(token: ForgedToken, status: number, reason: string): Promise<void> {
    const rogue = await startRogue(token);
    try {
      const signIn = JSON.parse(console.cloud.envOf('Console').CRIER_SIGN_IN!);
      const env = {
        ...console.cloud.envOf('Console'),
        CRIER_SIGN_IN: JSON.stringify({ ...signIn, issuer: rogue.url }),
      };
      const browser = browserAt(console.handlerWith(env), console.cloud);
      const start = await browser.get('/sign-in/start');
      rogue.nonce = new URL(start.location).searchParams.get('nonce') ?? '';
      const state = new URL(start.location).searchParams.get('state');
      const { statusCode } = await browser.get(`/sign-in/return?code=x&state=${state}`);
      expect([statusCode, browser.cookies.has(browser.names.session)]).toEqual([status, status === 303]);
      if (reason) expect(lastReason()).toBe(reason);
    } finally {
      await rogue.close();
    }
  }
});

describe('an address', () => {
  it.each([
    '/..',
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '//evil.example/',
    '/\\evil.example',
    '/assets/../sign-in',
    `${assetPath('css')}/../../../console.css`,
    '/sign-in\0',
    '/sign-in\r\nx: y',
    '/<script>alert(1)</script>',
  ])('attack: the address %j is refused before it is looked at', async (path) => {
    const { statusCode, text } = await clara.get('/', { event: { rawPath: path } });
    expect([statusCode, lastReason()]).toEqual([400, 'bad-path']);
    expect(text).not.toContain('<script>alert');
  });

  it.each(['constructor', '__proto__', 'toString', '', 'css', 'css/console.scss'])(
    'attack: the asset %j, which is no file of ours, is not found',
    async (path) => {
      expect((await clara.get(assetPath(path))).statusCode).toBe(404);
    },
  );
});

describe('markup', () => {
  it('attack: markup in a plan is shown as text', async () => {
    const { text } = await clara.get('/');
    expect(text).toContain('&lt;script&gt;alert(&quot;plan&quot;)&lt;/script&gt; &amp; &quot;Court&quot;');
    expect(text).not.toContain('<script>alert');
  });

  it.each(['to', 'ended', 'x'])('attack: markup in the query is never part of a page: %s', async (name) => {
    for (const value of [
      '"><script>alert(1)</script>',
      "'onload='alert(1)",
      '</title><script>alert(1)</script>',
    ]) {
      for (const path of ['/sign-in', '/', '/nowhere']) {
        const { text } = await clara.get(`${path}?${name}=${encodeURIComponent(value)}`);
        expect(text).not.toMatch(/alert\(1\)/);
      }
    }
  });
});

describe('a body', () => {
  it('attack: a body that is too large is not looked at', async () => {
    const answer = await clara.post('/sign-out', `csrf=${'x'.repeat(MAX_BODY_BYTES)}`);
    expect([answer.statusCode, lastReason()]).toEqual([413, 'too-large']);
    expect(answer.text).toContain('The request was too large');
  });

  it('attack: a body of anything at all ends in a page', async () => {
    for (const body of ['%', '%ff%fe', 'csrf', '=&=', '\0', 'csrf[]=x', '&'.repeat(1000)]) {
      const answer = await clara.post('/sign-out', body);
      expect([400, 403]).toContain(answer.statusCode);
    }
  });
});

describe('a header', () => {
  it('attack: a header of the request is never one of the answer', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' };
    const browser = console.browser();
    const start = await browser.get('/sign-in/start', { headers });
    expect(new URL(start.location).searchParams.get('redirect_uri')).toBe(
      `${console.cloud.console}/sign-in/return`,
    );
    const { location } = await browser.get('/filers?q=%0d%0aSet-Cookie:%20a=b', { headers });
    expect(location).not.toMatch(/[\r\n]|evil/);
  });
});
