import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCourt, type Court, overflowOf, PHONE, violationsIn } from './a-court.ts';
import { CONSOLE_PAGES, LOOKED_AT } from './console-pages.ts';

let court: Court;
beforeAll(async () => {
  court = await aCourt({ until: LOOKED_AT });
}, 120_000);
afterAll(() => court.close());

describe.each([
  ['a desktop', 1024],
  ['a phone', PHONE],
])('on %s', (_name, width) => {
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    page = await court.signedIn('Clara', width);
    page.on('console', (message) => {
      // A page that isn't there is told by its status: browsers write that down as well.
      if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
    });
  });

  it.each(Object.entries(CONSOLE_PAGES))('%s is accessible and fits', async (_name, path) => {
    await page.goto(path);
    expect(await violationsIn(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  });

  it('no page does what the policy forbids', () => {
    expect(complaints).toEqual([]);
  });

  it('the sign-in page is accessible and fits', async () => {
    const nobody = await court.window(width);
    expect(await violationsIn(nobody)).toEqual([]);
    expect(await overflowOf(nobody)).toBeLessThanOrEqual(0);
  });
});
