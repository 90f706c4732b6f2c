import fc from 'fast-check';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { ConsoleEnv, PageContext } from '../../../../functions/console/http/context.ts';
import { consoleCookies, cookieValues } from '../../../../functions/console/http/cookies.ts';
import { requestOf } from '../../../../functions/console/http/event.ts';

const { session } = consoleCookies({ isRehearsal: false, origin: 'https://console.example' });
const TOKEN = 'a_-Z'.repeat(11);
const OURS = `${session.name}=${TOKEN}`;

/** What the console reads of a request with these cookies. */
async function readOf(cookies: readonly string[]): Promise<readonly string[]> {
  const requestContext = { requestId: 'r', timeEpoch: 0, http: { method: 'GET' } };
  const { request } = requestOf({ rawPath: '/', cookies, requestContext }, 'https://console.example');
  const app = new Hono<ConsoleEnv>();
  let values: readonly string[] = [];
  app.get('/', (c) => {
    values = cookieValues(c as PageContext, session);
    return c.text('');
  });
  await app.fetch(request);
  return values;
}

/** Cookies that another site of the domain may set. */
const FOREIGN: readonly string[] = [
  '%',
  'a=%',
  'a=%zz',
  'a=%c3%28',
  'a=ö',
  'a=\u0000',
  'a=\r\nb: c',
  'a=\u{1f4a3}',
  '=',
  '=x',
  'a',
  '',
  ' ',
  ',',
  'a="',
  'a="b; c"',
  'a={"b":1}',
  'a=b=c==',
  'a b=c',
  '__proto__=x',
  'constructor=x',
  session.name,
  `${session.name}=`,
  `${session.name}=%`,
  `${session.name}=ö`,
  `${session.name}="${TOKEN}"`,
  `${session.name}=a b`,
  `=${session.name}=`,
  `crier=${'x'.repeat(43)}`,
  `__Secure-crier=${'x'.repeat(43)}`,
  `__host-crier=${'x'.repeat(43)}`,
  `a=${'x'.repeat(8000)}`,
];

describe('a sign-in is found', () => {
  it.each(FOREIGN)('attack: %j of another site of the domain hides no cookie of ours', async (foreign) => {
    for (const cookies of [
      [foreign, OURS],
      [OURS, foreign],
      [foreign, OURS, foreign],
    ]) {
      expect(await readOf(cookies), cookies.join('; ')).toEqual([TOKEN]);
    }
    expect(await readOf([`${foreign.replaceAll(/[^\x20-\x7e]/g, '?')};${OURS}`])).toEqual([TOKEN]);
  });

  it('attack: whatever cookies other sites set, ours is found', async () => {
    const cookie = fc
      .string({ unit: 'binary', maxLength: 60 })
      .filter((text) => !text.includes(session.name) && !text.includes(';'));
    await fc.assert(
      fc.asyncProperty(fc.array(cookie), fc.array(cookie), async (before, after) => {
        expect(await readOf([...before, OURS, ...after])).toEqual([TOKEN]);
      }),
    );
  });

  it('attack: a cookie of our name that another site has set hides none of ours', async () => {
    const planted = `${session.name}=${'x'.repeat(43)}`;
    expect(await readOf([planted, OURS])).toEqual(['x'.repeat(43), TOKEN]);
    expect(await readOf(Array.from({ length: 100 }, () => planted))).toHaveLength(5);
  });

  it.each(FOREIGN)('attack: %j of another site is not taken for a cookie of ours', async (foreign) => {
    expect(await readOf([foreign])).toEqual([]);
  });
});
