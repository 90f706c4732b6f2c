import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from '../support/e2e/axe.ts';
import {
  consolePages,
  EMPTY_PAGES,
  HELD_PAGES,
  type Pages,
  playOn,
  playUntilHeld,
} from '../support/e2e/console-pages.ts';
import { aCourt, type Court, DESKTOP, openPage, overflowOf, PHONE, type Who } from '../support/e2e/court.ts';
import { pagesByPerson, TWO_PEOPLE, TWO_PEOPLE_FROM } from '../support/e2e/two-people-pages.ts';

let court: Court;
beforeAll(async () => {
  court = await aCourt();
}, 120_000);
afterAll(() => court.close());

/** What is wrong with pages, by page and width. Each is opened once: the server doesn't know the width. */
async function wrongWith(pages: Pages, who: Who = 'Clara'): Promise<string[]> {
  const wrong: string[] = [];
  const page = await court.signedIn(who);
  const desktop = page.viewportSize()!;
  page.on('console', (message) => {
    // A page that isn't there is told by its status: browsers write that down as well.
    if (message.type() === 'error' && !message.text().includes('404')) wrong.push(message.text());
  });
  for (const [name, path] of Object.entries(pages)) {
    const answer = await openPage(page, path);
    const isThere = answer?.status() === (name === 'not-found' ? 404 : 200);
    const stays = new URL(page.url()).pathname === path.split('?')[0];
    if (!isThere || !stays) wrong.push(`${name}: ${answer?.status()} ${page.url()}`);
    for (const width of [desktop.width, PHONE]) {
      await page.setViewportSize({ ...desktop, width });
      wrong.push(...(await violations(page)).map((one) => `${name} at ${width}: ${one}`));
    }
    await page.setViewportSize(desktop);
  }
  await page.context().close();
  return wrong;
}

async function violations(page: Page): Promise<string[]> {
  const overflow = await overflowOf(page);
  const joined = await joinedLabels(page);
  return [...(await violationsIn(page)), ...joined, ...(overflow > 0 ? [`${overflow} px too wide`] : [])];
}

/** Names of columns that run into the values beside them, where a table is shown without heads. */
function joinedLabels(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('[data-label]')].flatMap((cell) => {
    const { content, display, marginRight } = getComputedStyle(cell, '::before');
    const isJoined = content !== 'none' && display.startsWith('inline') && marginRight === '0px';
    return isJoined ? [cell.dataset.label + ' runs into ' + cell.textContent.slice(0, 20)] : [];
  })`) as Promise<string[]>;
}

/** 1280 CSS pixels at 200 % and at 400 %. */
const ZOOMED = [640, 320];
const LOOKS = [{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const;

/** Half of the pages: they share styles and components, and a look takes a second. `CRIER_SAMPLES=all` takes them all. */
const drawn = (pages: Pages) =>
  Object.entries(pages).filter((_, at) => process.env.CRIER_SAMPLES === 'all' || at % 2 === 0);

/** What is wrong with pages when they are zoomed, in the dark theme, and in forced colors. */
async function wrongWithLooks(pages: Pages): Promise<string[]> {
  const wrong: string[] = [];
  const page = await court.signedIn('Clara');
  const desktop = page.viewportSize()!;
  for (const [name, path] of drawn(pages)) {
    await openPage(page, path);
    for (const width of ZOOMED) {
      await page.setViewportSize({ ...desktop, width });
      const overflow = await overflowOf(page);
      if (overflow > 0) wrong.push(`${name} at ${width}: ${overflow} px too wide`);
    }
    await page.setViewportSize(desktop);
    for (const look of LOOKS) {
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...look });
      const found = await violationsIn(page, ['color-contrast']);
      wrong.push(...found.map((one) => `${name}, ${JSON.stringify(look)}: ${one}`));
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  }
  await page.context().close();
  return wrong;
}

describe('every page is accessible, fits, and does nothing that the policy forbids, on desktop and phone', () => {
  it('for no one', async () => {
    for (const width of [DESKTOP, PHONE]) {
      expect(await violations(await court.window({ width }))).toEqual([]);
    }
  });

  it('before anything is uploaded', async () => {
    expect(await wrongWith(EMPTY_PAGES)).toEqual([]);
  }, 120_000);

  it('while everything is held', async () => {
    await playUntilHeld(court.cloud);
    expect(await wrongWith(HELD_PAGES)).toEqual([]);
    expect(await wrongWithLooks(HELD_PAGES)).toEqual([]);
  }, 120_000);

  it('in the midst of the launch', async () => {
    await playOn(court.cloud);
    const pages = await consolePages(court.cloud);
    expect(await wrongWith(pages)).toEqual([]);
    expect(await wrongWithLooks(pages)).toEqual([]);
  }, 240_000);

  it('while two people approve a phase and a plan', async () => {
    await court.close();
    court = await aCourt({ start: TWO_PEOPLE_FROM });
    for (const stage of TWO_PEOPLE) {
      await stage.play(court);
      for (const [who, pages] of pagesByPerson(stage)) expect(await wrongWith(pages, who)).toEqual([]);
    }
  }, 240_000);
});
