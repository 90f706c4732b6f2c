import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamo, s3 } from '../../../functions/aws/clients.ts';
import { ENV } from '../../../functions/lib/env.ts';
import type { Answer, Browser } from '../../support/console/browser.ts';
import { aConsole, type TestConsole } from '../../support/console/console.ts';

/** The same name begins 60 filers' last names, so that a search has several pages. */
const WORD = 'Zzyzxworth';
const ROSTER = `user id,last name,first name,email,pacer account,pacer account type
${Array.from({ length: 60 }, (_, n) => `user${n},${WORD}${n},Jane,jane${n}@example.com,individual,legacy`).join('\n')}
`;
const SEARCHES = [`/filers?q=${WORD}`, `/filers?q=${WORD}&state=needs-upgrade`, `/log/search?q=${WORD}`];
const DAY_MILLISECONDS = 24 * 3_600_000;

let console: TestConsole;
let clara: Browser;
let otto: Browser;
beforeAll(async () => {
  console = await aConsole();
  clara = await console.signedIn('clara');
  otto = await console.signedIn('otto');
  await console.cloud.put('inbox/roster/roster.csv', ROSTER);
  await console.cloud.settle();
  await console.cloud.advanceTo('2018-07-24T14:00:00Z');
}, 90_000);
afterAll(() => console.stop());

/** Sends a search form. @returns the address that it leads to */
async function addressOf(form: string, browser = clara): Promise<string> {
  const { pathname, searchParams } = new URL(form, 'http://x');
  const fields = { ...Object.fromEntries(searchParams), csrf: await browser.csrf() };
  const { statusCode, location } = await browser.post(pathname, fields);
  expect(statusCode).toBe(303);
  return location;
}

/** Every address on a page: where its links, forms, frames and scripts lead. */
function addressesIn({ text }: Pick<Answer, 'text'>): string[] {
  return [...text.matchAll(/\s(?:href|action|src)="([^"]*)"/g)].map(([, address]) =>
    address!.replaceAll('&amp;', '&'),
  );
}

/** Whether a text holds the word, as it is, encoded, or in base64 as cursors are. */
function hasWord(text: string): boolean {
  const decoded = [...text.matchAll(/[\w-]{8,}/g)].map(([part]) => Buffer.from(part, 'base64url').toString());
  return [text, decodeURIComponent(text), ...decoded].some((one) => one.toLowerCase().includes('zzyzx'));
}

describe('a search', () => {
  it.each(SEARCHES)(
    '%s leads to an address without its words, which works again: Back does',
    async (form) => {
      const address = await addressOf(form);
      expect(address).toMatch(/^\/(filers|log\/search)\?search=[\w-]{24}(&state=needs-upgrade)?$/);
      for (const times of [1, 2]) {
        const { statusCode, text } = await clara.get(address);
        expect([times, statusCode, text.includes(`value="${WORD}"`)]).toEqual([times, 200, true]);
        expect(text).toContain(`>Jane ${WORD}`);
      }
    },
  );

  it.each(SEARCHES)('%s continues page by page, and shows every filer once', async (form) => {
    const found: string[] = [];
    for (let path: string | undefined = await addressOf(form); path; ) {
      const page = await clara.get(path);
      expect(page.statusCode).toBe(200);
      found.push(...[...page.text.matchAll(/<a href="\/filers\/([0-9a-f]{16})"/g)].map(([, id]) => id!));
      const [, next] = /rel="next" href="([^"]+)"/.exec(page.text) ?? [];
      path = next?.replaceAll('&amp;', '&');
    }
    expect([found.length, new Set(found).size]).toEqual([60, 60]);
  });

  it('of nothing but a state is kept nowhere', async () => {
    expect(await addressOf('/filers?q=%20&state=needs-upgrade')).toBe('/filers?state=needs-upgrade');
  });

  it('keeps no choice that its form does not offer', async () => {
    const address = await addressOf(`/filers?q=${WORD}&state=${WORD}&reach=x`);
    expect(address).toMatch(/^\/filers\?search=[\w-]{24}$/);
  });

  it('puts no word into any address of any page, nor where the console leads', async () => {
    const seen = new Set<string>();
    const left = await Promise.all(SEARCHES.map((form) => addressOf(form)));
    const wrong: string[] = [];
    for (let path = left.shift(); path !== undefined && seen.size < 150; path = left.shift()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const page = await clara.get(path);
      const addresses = [...addressesIn(page), page.location];
      wrong.push(...addresses.filter(hasWord).map((address) => `${path}: ${address}`));
      left.push(...addresses.filter((one) => one.startsWith('/') && !one.startsWith('/assets/')));
    }
    expect(wrong).toEqual([]);
    expect(seen.size).toBeGreaterThan(100);
  });
});

describe('the words of a search', () => {
  it('attack: a reader of every table, file, log line and audit entry finds them in the saved search alone', async () => {
    const { text } = await clara.open('/log/search?q=zzyzxworth7');
    const [, search = ''] = /name="search" value="([^"]+)"/.exec(text) ?? [];
    const csrf = await clara.csrf();
    const { location } = await clara.post('/log/exports', { csrf, search });
    await console.cloud.settle();
    expect((await clara.get(location)).text).toContain('1 line');
    // In the roster the name is `Zzyzxworth`: in small letters it is only what was typed.
    const typed = /zzyzxworth/;
    const { env } = console.cloud;
    const tables = Object.entries(env).filter(([name]) => name.endsWith('_TABLE'));
    const holding: string[] = [];
    for (const [name, TableName] of tables) {
      const { Items } = await dynamo().send(new ScanCommand({ TableName: TableName! }));
      if (Items!.some((item) => typed.test(JSON.stringify(item)))) holding.push(name);
    }
    expect(tables.length).toBeGreaterThan(5);
    expect(holding).toEqual([ENV.searchTable]);
    const Bucket = env[ENV.inboxBucket]!;
    const { Contents = [] } = await s3().send(new ListObjectsV2Command({ Bucket, Prefix: 'exports/' }));
    expect(Contents).toHaveLength(2);
    for (const { Key } of Contents) {
      const { Body } = await s3().send(new GetObjectCommand({ Bucket, Key: Key! }));
      expect(await Body!.transformToString(), Key).not.toMatch(typed);
    }
    expect(JSON.stringify([console.log, console.cloud.log])).not.toMatch(typed);
    expect((await clara.get('/audit')).text).toContain('found by a search');
    expect((await clara.get('/audit')).text).not.toMatch(typed);
  });

  it.each(SEARCHES)('attack: another person who opens the address of %s learns nothing', async (form) => {
    const address = await addressOf(form);
    const page = await otto.get(address);
    expect([page.statusCode, hasWord(page.text)]).toEqual([404, false]);
    expect(page.text).toContain('This search has expired or belongs to someone else.');
  });

  it('attack: another person who exports a search by its id gets nothing', async () => {
    const [, search = ''] = /search=([\w-]+)/.exec(await addressOf(SEARCHES[2]!)) ?? [];
    const answer = await otto.post('/log/exports', { csrf: await otto.csrf(), search });
    expect([answer.statusCode, hasWord(answer.text)]).toEqual([404, false]);
  });

  it.each(SEARCHES)(
    'attack: a visitor opens the address of %s after a day, and learns nothing',
    async (form) => {
      const yesterday = console.browser();
      yesterday.now -= DAY_MILLISECONDS;
      await yesterday.signIn('clara');
      const address = await addressOf(form, yesterday);
      const page = await clara.get(address);
      expect([page.statusCode, hasWord(page.text)]).toEqual([404, false]);
    },
  );

  it.each(['x', 'a'.repeat(24), '../session', "' OR 1=1", 'a'.repeat(900)])(
    'attack: a made-up search finds nothing: %.24s',
    async (search) => {
      for (const path of ['/filers', '/log/search']) {
        const page = await clara.get(`${path}?search=${encodeURIComponent(search)}`);
        expect(page.statusCode).toBe(404);
      }
    },
  );

  it('attack: the cursor of one search is refused in another', async () => {
    const [one, other] = [await addressOf(SEARCHES[0]!), await addressOf('/filers?q=jane')];
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec((await clara.get(one)).text) ?? [];
    const [, cursor] = /cursor=([\w-]+)/.exec(next) ?? [];
    expect((await clara.get(`${one}&cursor=${cursor}`)).statusCode).toBe(200);
    expect((await clara.get(`${other}&cursor=${cursor}`)).statusCode).toBe(400);
  });

  it.each([
    `/filers?q=${WORD}`,
    `/filers?state=linked&q=${WORD}&cursor=x`,
    `/log/search?q=${WORD}`,
    `/log?q=${WORD}`,
    `/nowhere?q=${WORD}`,
    `/sign-in?q=${WORD}`,
    `/sign-in?to=${encodeURIComponent(`/filers?q=${WORD}`)}`,
    `/sign-in/start?to=${encodeURIComponent(`/filers?%71=${WORD}`)}`,
  ])('attack: an address with words, %s, searches nothing and is repeated nowhere', async (path) => {
    for (const browser of [clara, console.browser()]) {
      const answer = await browser.get(path);
      expect(answer.statusCode).toBeLessThan(400);
      const told = [answer.text, JSON.stringify(answer.headers), ...answer.cookies];
      expect(told.filter(hasWord)).toEqual([]);
    }
  });

  it('attack: a form from another site searches nothing', async () => {
    const headers = { origin: 'https://evil.example' };
    const answer = await clara.post('/filers', { q: WORD, csrf: await clara.csrf() }, { headers });
    expect(answer.statusCode).toBe(403);
  });
});
