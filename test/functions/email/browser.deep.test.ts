import type { Browser, Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAYS, FULL_PLAN, PLAN_TO_BE_ANNOUNCED, SAMPLES } from '#email-samples';
import { composeEmail } from '../../../functions/email/compose.ts';
import { publicPage } from '../../../functions/email/public-page.ts';
import { startBrowser, WIDTHS } from '../../../templates/tools/browser.ts';
import { SCHEMES } from '../../../templates/tools/schemes.ts';
import { violationsIn, withAxe } from '../../support/e2e/axe.ts';
import { drawnFrom } from '../../support/email/sample-set.ts';

const PAGES = [
  { name: 'the page before the pivot', plan: FULL_PLAN, at: `${DAYS.before}T13:00:00Z` },
  { name: 'the page after it', plan: FULL_PLAN, at: `${DAYS.after}T13:00:00Z` },
  { name: 'the page without a date', plan: PLAN_TO_BE_ANNOUNCED, at: `${DAYS.before}T13:00:00Z` },
];

const documents = [
  ...drawnFrom(SAMPLES).map(({ kind, who, place, input }) => ({
    name: `${kind} to ${who}, ${place},`,
    width: 600,
    html: async () => (await composeEmail(input)).html,
  })),
  ...PAGES.map(({ name, plan, at }) => ({
    name,
    width: 768,
    html: async () => publicPage(plan, Temporal.Instant.from(at)),
  })),
];

let browser: Browser;
/** Shows one document after another. */
let page: Page;
const requests: string[] = [];
beforeAll(async () => {
  browser = await startBrowser();
  page = await (await withAxe(await browser.newContext())).newPage();
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('about:blank');
});
afterAll(() => browser.close());

/** How a page lies on the screen. */
interface Measures {
  readonly overflow: number;
  readonly widest: number;
  readonly smallest: number;
  readonly titles: number;
}

/** In words of the page, since these tests know no browser's types. */
const MEASURE = `(() => {
  const shown = [...document.querySelectorAll('body *')].filter(
    (element) => element.checkVisibility() && element.textContent.trim() && !element.closest('.skip'),
  );
  return {
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    widest: document.querySelector('main').offsetWidth,
    smallest: Math.min(...shown.map((element) => Number.parseFloat(getComputedStyle(element).fontSize))),
    titles: document.querySelectorAll('h1').length,
  };
})()`;

describe('in Chromium', () => {
  it.each(documents)(
    '$name is accessible, in light and dark, on a phone and on a desktop',
    async ({ html, width }) => {
      requests.length = 0;
      await page.setContent(await html());
      for (const [index, screen] of WIDTHS.entries()) {
        await page.setViewportSize({ width: screen, height: 800 });
        const { overflow, widest, smallest, titles } = await page.evaluate<Measures>(MEASURE);
        expect(overflow).toBeLessThanOrEqual(0);
        expect(widest).toBeLessThanOrEqual(Math.min(width, screen));
        expect(smallest).toBeGreaterThanOrEqual(16);
        expect(titles).toBe(1);
        const colorScheme = SCHEMES[index];
        if (!colorScheme) continue;
        await page.emulateMedia({ colorScheme });
        expect(await violationsIn(page)).toEqual([]);
      }
      expect(requests.filter((url) => !url.startsWith('about:'))).toEqual([]);
    },
  );
});
