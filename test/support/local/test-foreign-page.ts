import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamo } from '../../../functions/aws/clients.ts';
import { scanItems } from '../../../functions/aws/dynamo.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import type { ClockControl } from '../../../local/start/clock-control.ts';
import { type ClockServer, startClockServer } from '../../../local/start/clock-server.ts';
import { startBrowser } from '../../../templates/tools/browser.ts';
import { type Found, foreignSite } from './foreign-page.ts';

const EXAMPLE = 'examples/nysb-2018';
const KEY = 'inbox/launch/launch.json';
/** How many filers of the example are on the roster. */
const FILERS = 150;

interface Target {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  /** Whether a link may open it in a tab, where the other page can't read it. */
  readonly opens?: true;
}

let cloud: Cloud;
let clock: ClockServer;
let site: Awaited<ReturnType<typeof foreignSite>>;
let browser: Browser;
let page: Page;
let moves = 0;

function countingControl(): ClockControl {
  const move = async () => void moves++;
  return {
    zone: async () => 'America/New_York',
    now: () => cloud.clock.now(),
    movingTo: () => null,
    upcoming: async () => [{ at: cloud.clock.now().add({ hours: 1 }), what: 'a phase' }],
    uploads: async () => [],
    takeLast: () => null,
    goTo: move,
    upload: move,
  };
}

/** Every port, by what an attacker would ask of it. @param host What the page calls this machine. */
function targets(host: string): Target[] {
  const { endpoints, bucket, env } = cloud;
  const at = (url: string, path = '') => `${new URL(url).origin.replace('127.0.0.1', host)}${path}`;
  const json = (target: string) => ({ 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.0' });
  const hold = JSON.stringify({ act: 'hold', scope: 'all', by: 'x', why: 'x' });
  const scan = JSON.stringify({ TableName: env.CRIER_SEND_LOG_TABLE });
  const drop = JSON.stringify({ TableName: env.CRIER_DELIVERY_TABLE });
  const send = { Action: 'SendRawEmail', Source: 'x@example.com', 'Destinations.member.1': 'y@example.com' };
  const none = { headers: { 'x-test': 'x' }, fields: { key: KEY, at: '2018-10-22T08:45' }, body: '{}' };
  return [
    { ...none, url: at(endpoints.DYNAMODB, '/'), body: scan, headers: json('DynamoDB_20120810.Scan') },
    {
      ...none,
      url: at(endpoints.DYNAMODB, '/?drop'),
      body: drop,
      headers: json('DynamoDB_20120810.DeleteTable'),
    },
    { ...none, url: at(endpoints.S3, `/${bucket}`) },
    { ...none, url: at(endpoints.S3, `/${bucket}/${KEY}`) },
    { ...none, url: at(endpoints.S3, '/_fauxqs/queues') },
    { ...none, url: at(endpoints.SQS, '/'), headers: json('AmazonSQS.ListQueues') },
    { ...none, url: at(endpoints.SES, '/'), fields: { ...send, 'RawMessage.Data': 'U3ViamVjdDogeA==' } },
    { ...none, url: at(endpoints.SES, '/inbox'), opens: true },
    { ...none, url: at(endpoints.SES, '/inbox/count') },
    { ...none, url: at(endpoints.EVENTBRIDGE, '/'), headers: json('AWSEvents.PutEvents') },
    { ...none, url: at(endpoints.SCHEDULER, '/schedules') },
    { ...none, url: at(endpoints.LAMBDA, '/2015-03-31/functions/Act/invocations'), body: hold },
    { ...none, url: at(endpoints.LAMBDA, '/2015-03-31/functions/Sweep/invocations') },
    { ...none, url: at(cloud.console, '/'), opens: true },
    { ...none, url: at(cloud.console, '/filers') },
    { ...none, url: at(cloud.console, '/holds') },
    { ...none, url: at(cloud.signIn, '/authorize'), opens: true },
    { ...none, url: at(cloud.signIn, '/token') },
    { ...none, url: at(clock.url, '/clock'), opens: true },
    { ...none, url: at(clock.url, '/clock/next') },
    { ...none, url: at(clock.url, '/clock/to'), body: '{ "at": "2018-10-22T08:45" }' },
  ];
}

/** Everything that could be changed. */
async function state(): Promise<string> {
  const tables = Object.entries(cloud.env).filter(([name]) => /_TABLE$/.test(name));
  const rows = await Promise.all(
    tables.map(async ([, name]) => {
      const items = await Array.fromAsync(scanItems({ db: dynamo(), name: name! }));
      return [name, items.map((item) => JSON.stringify(item)).toSorted()];
    }),
  );
  const objects = [...(await cloud.read(''))].map(([key, content]) => [
    key,
    Buffer.from(content).toString('base64'),
  ]);
  const { outbox, events } = cloud;
  const schedules = cloud.schedules().map(({ group, name, next }) => [group, name, next]);
  return JSON.stringify(
    { rows, objects, schedules, sent: outbox.length, events: events.length, moves },
    null,
    1,
  );
}

async function tryAll(origin: string, list: readonly Pick<Target, 'url'>[]): Promise<Found[]> {
  const attacker = await page.context().newPage();
  attacker.on('dialog', (dialog) => void dialog.dismiss());
  await attacker.goto(origin);
  const found = await attacker.evaluate(
    (given) => (globalThis as unknown as { tryAll(list: unknown): Promise<Found[]> }).tryAll(given),
    list,
  );
  await attacker.close();
  return found;
}

/** What the browser calls the page's website, and what the page calls this machine. */
type Origin = readonly [what: string, from: string, to: string];

/** The tests of a page that runs at these origins, in the browser of a person who is signed in to a running launch. */
export function testForeignPage(origins: readonly Origin[]): void {
  beforeAll(async () => {
    cloud = await startCloud({ clock: virtualClock('2018-07-23T12:00:00Z') });
    await cloud.put(KEY, readFileSync(`${EXAMPLE}/launch.json`));
    await cloud.settle();
    const rows = readFileSync(`${EXAMPLE}/roster.csv`, 'utf8')
      .split('\n')
      .slice(0, 1 + FILERS);
    await cloud.put('inbox/roster/roster.csv', rows.join('\n'));
    await cloud.advanceTo('2018-07-24T13:20:00Z');
    const { pageKey } = cloud;
    clock = await startClockServer({ pageKey });
    clock.serve(countingControl(), { console: cloud.console, inbox: `${cloud.endpoints.SES}/inbox` });
    site = await foreignSite();
    browser = await startBrowser('--host-resolver-rules=MAP *.example 127.0.0.1');
    page = await (await browser.newContext()).newPage();
    await page.goto(pageKey.linkTo(cloud.console));
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Clara' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    site.close();
    await clock.close();
    await cloud.stop();
  });

  describe('attack: a page of another origin tries every local port in every way', () => {
    it.each(origins)(
      '%s, and reads nothing and changes nothing',
      async (_, from, to) => {
        const before = await state();
        expect(JSON.parse(before).rows.flat(2).length).toBeGreaterThan(300);
        const found = await tryAll(`http://${from}:${site.port}/`, targets(to));
        expect(found).toHaveLength(298);
        expect(found.filter(({ read }) => read !== null)).toEqual([]);
        expect(await state()).toBe(before);
      },
      180_000,
    );

    it('reads its own, so the ways work', async () => {
      const origin = `http://evil.example:${site.port}`;
      const own = { url: `${origin}/own`, body: '', headers: {}, fields: {}, opens: true };
      const found = await tryAll(`${origin}/`, [own]);
      const read = found.filter((one) => one.read !== null).map(({ way }) => way);
      expect(read).toEqual(expect.arrayContaining(['read', 'post a text', 'post a form', 'frame', 'window']));
    });
  });

  it('the person who is signed in continues', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
  });
}
