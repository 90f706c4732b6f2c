import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { newPageKey } from '../../../local/lib/page-key.ts';
import { welcome } from '../../../local/start/messages.ts';

const endpoints = {
  SES: 'http://127.0.0.1:4720',
  S3: 'http://127.0.0.1:4721',
  SQS: 'http://127.0.0.1:4721',
  DYNAMODB: 'http://127.0.0.1:4722',
  EVENTBRIDGE: 'http://127.0.0.1:4723',
  SCHEDULER: 'http://127.0.0.1:4724',
  COGNITO_IDENTITY_PROVIDER: 'http://127.0.0.1:4729',
  LAMBDA: 'http://127.0.0.1:4725',
};
const now = Temporal.Instant.from('2018-07-24T13:05:00Z');
const cloud = {
  endpoints,
  console: 'http://127.0.0.1:4726',
  signIn: 'http://127.0.0.1:4727',
  bucket: 'inbox',
  pageKey: newPageKey(),
  clock: { now: () => now, sleep: async () => {} },
};
const started = {
  launch: 'nysb-2018',
  clock: 'http://127.0.0.1:4728/clock',
  isFirst: false,
  active: { plan: true, roster: true },
  dataDir: '/data',
  planFile: undefined,
  zone: 'America/New_York',
};

/** The uploads that a welcome asks for. */
function uploadsIn(text: string): string[] {
  return [...text.matchAll(/npm run upload -- (.+?)(?: {2}|$)/gm)].map(([, file]) => file!);
}

describe('welcome', () => {
  it('asks for no upload where plan and roster are kept from an earlier start', () => {
    const text = welcome(cloud, started);
    expect(uploadsIn(text)).toEqual([]);
    expect(text).toContain('Plan and roster are active. ');
    expect(text).toContain('“Go to the next event” moves to the next event.');
    expect(text).not.toContain('first phase');
  });

  it('leads to the console where the launch is empty, and asks for no upload', () => {
    const text = welcome(cloud, { ...started, planFile: null, active: { plan: false, roster: false } });
    expect(uploadsIn(text)).toEqual([]);
    expect(text).toContain('The launch is empty. Open the console, ');
    expect(text).toContain('Create the launch plan there, then upload the roster.');
  });

  it('promises the first phase where the example begins', () => {
    const text = welcome(cloud, { ...started, isFirst: true });
    expect(text).toContain('Plan and roster of the example are active. ');
    expect(text).toContain('“Go to the next event” starts the first phase.');
  });

  it.each([
    [{ plan: false, roster: false }, ['examples/nysb-2018/launch.json', 'examples/nysb-2018/roster.csv']],
    [{ plan: true, roster: false }, ['examples/nysb-2018/roster.csv']],
    [{ plan: false, roster: true }, ['examples/nysb-2018/launch.json']],
  ])('asks for what is missing of the example, when %j is active', (active, uploads) => {
    expect(uploadsIn(welcome(cloud, { ...started, active }))).toEqual(uploads);
  });

  it("asks for a court's own plan by its path, as a shell takes it, and for a roster of any name", () => {
    const active = { plan: false, roster: false };
    const text = welcome(cloud, { ...started, active, planFile: 'our court/launch.json' });
    expect(uploadsIn(text)).toEqual(["'our court/launch.json'", 'ROSTER']);
  });

  it('gives every address that docs/local.md lists', () => {
    const listed = readFileSync('docs/local.md', 'utf8').matchAll(/^\| `(http:.+?)` \|/gm);
    const addresses = [...listed].map(([, address]) => address!);
    expect(addresses).toHaveLength(10);
    const given = new Set(welcome(cloud, started).match(/http:\/\/[\d.:]+/g));
    expect([...given].sort()).toEqual(addresses.sort());
  });

  it('names no button where the clock is the machine’s', () => {
    const text = welcome(cloud, { ...started, clock: null, planFile: 'launch.json' });
    expect(text).toContain('Emails are sent at the plan’s times.');
    expect(text).not.toContain('Go to the next event');
  });
});
