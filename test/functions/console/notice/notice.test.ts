import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planWith } from '../../../support/builders/plan.ts';
import type { Browser } from '../../../support/console/browser.ts';
import { problemsOf } from '../../../support/console/check-page.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';

let console: TestConsole;
let clara: Browser;
beforeAll(async () => {
  console = await aConsole();
  clara = await console.signedIn('clara');
}, 60_000);
afterAll(() => console.stop());

const anyone = (headers: Record<string, string> = {}) => console.browser().get('/notice', { headers });

/** Turns the address on or off as a clerk does, and waits until the plan is active. */
async function turn(to: 'on' | 'off'): Promise<string> {
  await console.cloud.advanceTo(console.cloud.clock.now().add({ seconds: 2 }));
  const fields = { csrf: await clara.csrf(), public: to, why: 'The chief clerk asked for it' };
  const { statusCode, location } = await clara.post('/plan/notice', fields);
  expect(statusCode).toBe(303);
  await console.cloud.settle();
  return location;
}

describe('the public notice', () => {
  it('isn’t there until the court turns it on, and answers 404 instead of asking for a sign-in', async () => {
    const { statusCode, headers } = await anyone();
    expect([statusCode, headers['cache-control']]).toEqual([404, 'no-store']);
  });

  it('can be seen and downloaded by people who are signed in', async () => {
    const { text } = await clara.get('/plan/notice');
    expect(await problemsOf(text)).toEqual([]);
    expect(text).toContain('Off: no one can read the notice without signing in.');
    const framed = await clara.get('/plan/notice/html');
    expect(framed.headers['content-security-policy']).toMatch(/^sandbox;/);
    const file = await clara.get('/plan/notice/file');
    expect(file.headers['content-disposition']).toBe('attachment; filename="test-2018-notice.html"');
    expect(file.text).toBe(framed.text);
  });

  it('is at its address for anyone once a clerk turned it on, with a reason', async () => {
    const location = await turn('on');
    expect(location).toMatch(/^\/plan\/notice\?awaits=[0-9a-f]{12}$/);
    expect((await clara.get(location)).text).toContain('On: anyone can read the current notice');
    const { statusCode, text, headers } = await anyone();
    expect(statusCode).toBe(200);
    expect(text).toContain('October 22, 2018');
    expect(text).toBe((await clara.get('/plan/notice/file')).text);
    expect(headers).toMatchObject({
      'cache-control': 'public, no-cache',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'unsafe-inline';/),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers).not.toHaveProperty('set-cookie');
  });

  it('tells a cache that its copy is still current', async () => {
    const { headers } = await anyone();
    const tag = headers.etag!;
    const again = await anyone({ 'if-none-match': `"other", W/${tag}` });
    expect([again.statusCode, again.text, again.headers.etag]).toEqual([304, '', tag]);
    expect((await anyone({ 'if-none-match': '"other"' })).statusCode).toBe(200);
  });

  it('follows the active plan at once', async () => {
    const { etag = '' } = (await anyone()).headers;
    await console.cloud.advanceTo(console.cloud.clock.now().add({ seconds: 2 }));
    const moved = planWith({
      goLive: { certainty: 'exact', date: '2019-01-14', time: '08:30' },
      outages: { filing: { from: '2019-01-11T08:30', to: '2019-01-14T08:30' } },
      publicNotice: true,
    });
    await console.cloud.put('inbox/launch/moved.json', JSON.stringify(moved));
    await console.cloud.settle();
    const { statusCode, text } = await anyone({ 'if-none-match': etag });
    expect(statusCode).toBe(200);
    expect(text).toContain('January 14, 2019');
    expect(text).not.toContain('October 22, 2018');
  });

  it('is gone once a clerk turned it off', async () => {
    await turn('off');
    expect((await anyone()).statusCode).toBe(404);
    expect((await clara.get('/plan/notice')).text).toContain('Off: no one can read');
  });

  it('needs a reason, and clerks alone can turn it on', async () => {
    const csrf = await clara.csrf();
    const { statusCode, location } = await clara.post('/plan/notice', { csrf, public: 'on', why: ' ' });
    expect([statusCode, location.split('?')[0]]).toEqual([303, '/plan/notice']);
    expect((await clara.get(location)).text).toContain('Enter a reason');
    const otto = await console.signedIn('otto');
    const refused = await otto.post('/plan/notice', { csrf: await otto.csrf(), public: 'on', why: 'x' });
    expect(refused.statusCode).toBe(403);
    await console.cloud.settle();
    expect((await anyone()).statusCode).toBe(404);
  });
});
