import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../../local/cloud/cloud.ts';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({ clock: virtualClock('2018-07-24T12:00:00Z') });
  await cloud.put('inbox/launch/launch.json', readFileSync('examples/nysb-2018/launch.json'));
  const [header, ...rows] = readFileSync('examples/nysb-2018/roster.csv', 'utf8').split('\n');
  await cloud.put('inbox/roster/roster.csv', [header, ...rows.slice(0, 5)].join('\n'));
  await cloud.settle();
  await cloud.advanceTo('2018-07-24T13:30:00Z');
}, 60_000);
afterAll(() => cloud.stop());

const cookies = new Map<string, string>();

async function go(url: string, init: RequestInit = {}): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const { authorization } = cloud.pageKey;
  const headers = { ...init.headers, cookie, authorization };
  const answer = await fetch(url, { ...init, redirect: 'manual', headers });
  for (const set of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    cookies.set(name, value);
  }
  return answer;
}

const placeOf = (answer: Response, base = cloud.console) =>
  new URL(answer.headers.get('location')!, base).href;

describe('the console of a cloud', () => {
  it("lets in who the template's pool knows, and shows the launch with no more rights than its role has", async () => {
    const start = await go(`${cloud.console}/sign-in/start`);
    const choice = new URL(placeOf(start));
    choice.searchParams.set('person', 'clara');
    const back = await go(placeOf(await go(choice.href)));
    const page = await go(placeOf(back));
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain('United States Bankruptcy Court for the Southern District of New York');
    expect(text).toMatch(/Notice 1 of 4<\/a> <span[^>]*>Sent</);
    expect(text).toContain('Mon, Oct 22, 2018, 8:30 a.m. EDT');
    expect(cloud.denials).toEqual([]);
    expect(cloud.failures).toEqual([]);
  });

  it('keeps sign-ins when the clock of the launch jumps', async () => {
    await cloud.advanceTo('2018-09-01T12:00:00Z');
    expect((await go(`${cloud.console}/`)).status).toBe(200);
  });

  it('has a person of each role who is ready to sign in', async () => {
    const start = await go(`${cloud.console}/sign-in/start`);
    const text = await (await go(placeOf(start))).text();
    expect([...text.matchAll(/<strong>([^<]+)</g)].map(([, name]) => name)).toEqual([
      'Clara Clerk',
      'Ada Approver',
      'Otto Ops',
      'Vera Viewer',
    ]);
  });
});
