import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../support/console/browser.ts';
import { problemsOf } from '../../support/console/check-page.ts';
import type { TestConsole } from '../../support/console/console.ts';
import { type EveryRoute, everyRoute, FILER, MARKUP, RUN } from '../../support/console/every-route.ts';

/** Every route that the console registers is walked: who adds one finds here what it must refuse. */

/** What anyone may ask for. */
const OPEN = ['/assets/*', '/notice', '/sign-in', '/sign-in/start', '/sign-in/return', '/signed-out'];

/** What only clerks may ask for and do. */
const EDIT = [
  'GET /filers/:id/correct',
  'GET /messages/:id/edit',
  'GET /messages/new',
  'GET /phases/:id/cancel',
  'GET /plan/check',
  'GET /plan/dates',
  'GET /plan/draft',
  'GET /plan/draft/check',
  'GET /plan/draft/file',
  'GET /plan/draft/contacts',
  'GET /plan/draft/court',
  'GET /plan/draft/dates',
  'GET /plan/draft/safeguards',
  'GET /plan/draft/wording',
  'GET /plan/draft/messages',
  'GET /plan/draft/messages/:message/:section',
  'GET /plan/draft/messages/:message/html',
  'GET /plan/draft/messages/:message/preview',
  'GET /plan/draft/phases',
  'GET /plan/draft/phases/:id',
  'GET /plan/schema',
  'GET /plan/upload',
  'GET /roster/upload',
  'GET /roster/versions/:version/activate',
  'GET /roster/versions/:version/keep',
  'GET /roster/versions/:version/reject',
  'POST /filers/:id/correct',
  'POST /messages',
  'POST /messages/:id',
  'POST /messages/:id/discard',
  'POST /messages/:id/submit',
  'POST /phases/:id/cancel',
  'POST /phases/correction/dismiss',
  'POST /plan/check',
  'POST /plan/confirm',
  'POST /plan/dates',
  'POST /plan/draft',
  'POST /plan/draft/discard',
  'POST /plan/draft/update',
  'POST /plan/draft/contacts',
  'POST /plan/draft/court',
  'POST /plan/draft/dates',
  'POST /plan/draft/safeguards',
  'POST /plan/draft/wording',
  'POST /plan/draft/messages/:message/:section',
  'POST /plan/draft/messages/:message/:section/remove',
  'POST /plan/draft/messages/:message/preview',
  'POST /plan/draft/phases',
  'POST /plan/draft/phases/:id',
  'POST /plan/draft/phases/:id/remove',
  'POST /plan/meant',
  'POST /plan/notice',
  'POST /roster/upload',
  'POST /roster/versions/:version/activate',
  'POST /roster/versions/:version/keep',
  'POST /roster/versions/:version/reject',
];
const RELEASE = ['GET /phases/:id/release', 'POST /phases/:id/release'];
/** What clerks and operations may ask for and do. */
const OPERATE = [
  'GET /filers/:id/call',
  'GET /log/exports/:id',
  'GET /log/exports/:id/file',
  'GET /roster/versions/:version/mend.csv',
  'POST /filers/:id/assign',
  'POST /filers/:id/call',
  'POST /filers/:id/export',
  'POST /filers/:id/unsuppress',
  'POST /filers/phone-list/assign',
  'POST /filers/phone-list/file',
  'POST /log/:run{[a-z0-9-]+_[\\w-]+}/:filer/retry',
  'POST /log/:run{[a-z0-9-]+_[\\w-]+}/retry',
  'POST /log/exports',
  'POST /log/given-up',
  'POST /phases/:id/hold',
  'POST /phases/:id/lift',
  'POST /postpone',
  'POST /sending/hold',
  'POST /sending/lift',
];
const APPROVE = ['POST /plan/approve'];
const ERASE = ['GET /filers/:id/erase', 'GET /filers/:id/erasure', 'POST /filers/:id/erase'];
const PEOPLE = [
  'GET /people/invite',
  'POST /people/:id/disable',
  'POST /people/:id/enable',
  'POST /people/:id/resend',
  'POST /people/:id/reset',
  'POST /people/:id/role',
  'POST /people/invite',
];
/** What only operations may ask for and do. */
const OPS = [...ERASE, ...PEOPLE];
const TEST = ['POST /phases/:id/test'];
/** What is closed to whom; everything else is open to all who are signed in. */
const CLOSED = {
  clara: [...APPROVE, ...OPS],
  otto: [...EDIT, ...RELEASE, ...APPROVE],
  ada: [...EDIT, ...OPERATE, ...OPS],
  vera: [...EDIT, ...RELEASE, ...OPERATE, ...APPROVE, ...TEST, ...OPS],
};

let every: EveryRoute;
let console: TestConsole;
let clara: Browser;
let routes: readonly string[];
beforeAll(async () => {
  every = await everyRoute();
  ({ console, clara, routes } = every);
}, 90_000);
afterAll(() => console.stop());

const pathOf = (route: string) => every.pathOf(route);
const ofMethod = (method: string) => routes.filter((route) => route.startsWith(`${method} `));
const isOpen = (route: string) => OPEN.includes(route.split(' ')[1]!);

/** @returns why the last request was refused, if it logged that */
async function refusalOf(ask: () => Promise<{ statusCode: number }>): Promise<[number, string | undefined]> {
  const before = console.refusals().length;
  const { statusCode } = await ask();
  return [statusCode, console.refusals().slice(before).at(-1)];
}

describe('every route', () => {
  it('is walked', () => {
    expect(routes.length).toBeGreaterThan(45);
    for (const route of CLOSED.vera) expect(routes).toContain(route);
    for (const path of OPEN) expect(routes).toContain(`GET ${path}`);
  });

  it('attack: a visitor asks for a page without signing in; they are led to the sign-in page, and learn nothing else', async () => {
    const nobody = console.browser();
    for (const route of ofMethod('GET').filter((one) => !isOpen(one))) {
      const { statusCode, location, text } = await nobody.get(pathOf(route));
      expect([statusCode, location.split('?')[0], text], route).toEqual([302, '/sign-in', '']);
    }
  });

  it('attack: a visitor sends a form without signing in; it changes nothing, by any route', async () => {
    const nobody = console.browser();
    for (const route of ofMethod('POST')) {
      expect(await refusalOf(() => nobody.post(pathOf(route), {})), route).toEqual([401, 'signed-out']);
    }
  });

  it.each([
    ['without its secret', () => ({}), {}, 'csrf'],
    ['with a guessed one', () => ({ csrf: 'guess' }), {}, 'csrf'],
    ['from another site', (csrf: string) => ({ csrf }), { origin: 'https://evil.example' }, 'cross-site'],
  ])('attack: a form sent %s is refused by every route', async (_what, fields, headers, reason) => {
    const csrf = await clara.csrf();
    for (const route of ofMethod('POST')) {
      const ask = () => clara.post(pathOf(route), fields(csrf) as Record<string, string>, { headers });
      expect(await refusalOf(ask), route).toEqual([403, reason]);
    }
  });

  it('attack: operations staff who open or send what is the clerk’s are refused and logged, by every route', async () => {
    const otto = await console.signedIn('otto');
    const csrf = await otto.csrf();
    const closed: string[] = [];
    for (const route of routes.filter((one) => !isOpen(one) && one !== 'POST /sign-out')) {
      const path = pathOf(route);
      const ask = () => (route.startsWith('GET') ? otto.get(path) : otto.post(path, { csrf }));
      const [status, reason] = await refusalOf(ask);
      expect(status, route).toBeLessThan(500);
      if (reason === 'role') closed.push(route);
      expect(status === 403, route).toBe(reason === 'role');
    }
    expect(closed.sort()).toEqual(CLOSED.otto.toSorted());
  });

  it.each(Object.entries(CLOSED))(
    'attack: %s asks for what the role may not do; each is refused and logged, and no other is',
    async (who, expected) => {
      const person = await console.signedIn(who);
      const csrf = await person.csrf();
      const closed: string[] = [];
      for (const route of routes.filter((one) => !isOpen(one) && one !== 'POST /sign-out')) {
        const path = pathOf(route);
        const ask = () => (route.startsWith('GET') ? person.get(path) : person.post(path, { csrf }));
        const [status, reason] = await refusalOf(ask);
        expect(status, route).toBeLessThan(500);
        if (reason === 'role') closed.push(route);
        expect(status === 403, route).toBe(reason === 'role');
      }
      expect(closed.sort()).toEqual(expected.toSorted());
    },
  );
});

describe('every page', () => {
  /** What the console answers with other than a page of its frame. */
  const FILES = [
    '/session',
    '/roster/example.csv',
    '/plan/file',
    '/report/file',
    '/plan/notice/html',
    '/plan/notice/file',
    '/plan/draft/file',
    '/plan/schema',
    '/filers/:id/emails/:run/html',
    '/phases/:id/preview/html',
    '/plan/draft/messages/:message/html',
  ];
  /** Of these nothing stands here at this moment. */
  const NOT_HERE = [
    'GET /roster/uploads/:kind/:id/:name/refused',
    'GET /phases/:id/cancel',
    'GET /plan/check',
    'GET /roster/versions/:version/keep',
    'GET /roster/versions/:version/mend.csv',
    'GET /log/exports/:id/file',
    'GET /filers/:id/erasure',
  ];
  const QUERIES: Readonly<Record<string, readonly string[]>> = {
    '/log': [`?run=${RUN}`, `?run=${RUN}&status=bounced`],
    '/log/search': ['?q=img', `?q=${encodeURIComponent(MARKUP)}`],
    '/filers': ['?q=img', '?state=needs-upgrade', `?q=${encodeURIComponent(MARKUP)}`],
    '/phases/:id/preview': [`?filer=${FILER}`],
  };

  it('attack: markup in roster, plan, file names and reasons is shown as text, on every page', async () => {
    let shown = 0;
    const otto = await console.signedIn('otto');
    for (const route of ofMethod('GET').filter((one) => !isOpen(one) && !NOT_HERE.includes(one))) {
      const pattern = route.split(' ')[1]!;
      for (const query of ['', ...(QUERIES[pattern] ?? [])]) {
        const path = `${pathOf(route)}${query}`;
        const reader = OPS.includes(route) ? otto : clara;
        const { statusCode, text, headers } = await reader.open(path);
        expect(statusCode, route + query).toBe(200);
        const isPage = headers['content-type']?.startsWith('text/html');
        if (isPage) expect(text, route + query).not.toMatch(/<img src=x/);
        else if (pattern !== '/session') {
          expect(headers['content-disposition'], route).toMatch(/^attachment; filename="[\w.-]+"$/);
        }
        expect(headers['cache-control'], route).toBe('no-store');
        expect(headers['content-security-policy'], route).toContain("default-src 'none'");
        expect(text.length, route).toBeLessThan(100_000);
        if (!FILES.includes(pattern)) expect(await problemsOf(text), route + query).toEqual([]);
        if (text.includes('&lt;img src=x onerror=alert(1)&gt;')) shown++;
      }
    }
    // The court's name alone stands on every page.
    expect(shown).toBeGreaterThan(30);
  });

  it('never brings a name, an address or a reason into the log', () => {
    const text = JSON.stringify(console.log);
    for (const personal of ['img src', 'jane@', 'Jones', 'simulator', 'clara', 'otto']) {
      expect(text).not.toContain(personal);
    }
  });
});
