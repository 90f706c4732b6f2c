import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportPage } from '../../../../local/rehearse/report/page.tsx';
import { startBrowser } from '../../../../templates/tools/browser.ts';
import { violationsIn, withAxe } from '../../../support/e2e/axe.ts';
import { record } from '../../../support/local/record.ts';

const html = '<!doctype html><html lang="en"><title>An email</title><main><h1>Dear filer</h1></main></html>';
const sample = {
  kind: 'notice',
  state: 'ready-to-link',
  phase: 'notice-1',
  subject: 'Know',
  count: 1,
} as const;
const page = reportPage(record, [{ ...sample, html }]);

describe('reportPage in a browser', () => {
  let browser: Awaited<ReturnType<typeof startBrowser>>;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ['a desktop, light', 1280, 'light'],
    ['a desktop, dark', 1280, 'dark'],
    ['a phone, light', 360, 'light'],
    ['a phone, dark', 360, 'dark'],
  ] as const)(
    'has no fault that axe finds, and nothing to scroll aside: %s',
    async (_, width, colorScheme) => {
      const viewport = { width, height: 800 };
      const context = await withAxe(await browser.newContext({ viewport, colorScheme, bypassCSP: true }));
      const tab = await context.newPage();
      await tab.goto('about:blank');
      await tab.setContent(page);
      expect(await violationsIn(tab)).toEqual([]);
      expect(await tab.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      await context.close();
    },
  );

  it('asks for nothing, and shows the email in its frame', async () => {
    const tab = await browser.newPage();
    const asked: string[] = [];
    const said: string[] = [];
    tab.on('request', (request) => asked.push(request.url()));
    tab.on('console', (message) => said.push(message.text()));
    await tab.setContent(page);
    await tab.locator('iframe').first().scrollIntoViewIfNeeded();
    const shown = await tab.frameLocator('iframe').first().locator('h1').textContent();
    expect(shown).toBe('Dear filer');
    expect(asked.filter((url) => !url.startsWith('about:'))).toEqual([]);
    expect(said).toEqual([]);
    await tab.close();
  });
});
