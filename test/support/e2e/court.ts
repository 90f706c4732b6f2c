import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import type { CloudOptions } from '../../../local/cloud/options.ts';
import { startBrowser } from '../../../templates/tools/browser.ts';
import { withAxe } from './axe.ts';

type Answered = Awaited<ReturnType<Page['goto']>>;
export type Who = 'Ada' | 'Clara' | 'Otto';

/** A court with its example launch in the embedded cloud, and a real browser before its console. */
export interface Court {
  readonly cloud: Cloud;
  /** A browser window in which no one is signed in yet. */
  window(look?: Look): Promise<Page>;
  /** A window of someone who has signed in, at the overview. */
  signedIn(who: Who, look?: Look): Promise<Page>;
  close(): Promise<void>;
}

/** How a window differs from a desktop's. */
interface Look {
  /** CSS pixels. @default that of a desktop */
  readonly width?: number;
  /** @default true */
  readonly runsScripts?: boolean;
}

const EXAMPLE = 'examples/nysb-2018';
export const DESKTOP = 1024;
export const PHONE = 360;

/** @param until Instant up to which the example's launch is played; without it nothing is uploaded. */
export async function aCourt({
  start = '2018-07-20T12:00:00Z',
  until,
  ...options
}: { start?: string; until?: string } & Omit<CloudOptions, 'clock'> = {}): Promise<Court> {
  const [cloud, browser] = await Promise.all([
    startCloud({ ...options, clock: virtualClock(start) }),
    startBrowser(),
  ]);
  if (until) {
    await cloud.put('inbox/launch/launch.json', readFileSync(`${EXAMPLE}/launch.json`));
    await cloud.settle();
    await cloud.put('inbox/roster/roster.csv', readFileSync(`${EXAMPLE}/roster.csv`));
    await cloud.settle();
    await cloud.advanceTo(until);
  }
  const court: Court = {
    cloud,
    window: (look = {}) => windowAt(cloud, { browser, look }),
    signedIn: async (who, look) => {
      const page = await court.window(look);
      await signIn(page, who);
      return page;
    },
    close: async () => {
      await browser.close();
      await cloud.stop();
    },
  };
  return court;
}

/** The example's plan with some phases changed, as it is uploaded. */
export function planOf(changes: Readonly<Record<string, object>> = {}): string {
  const plan = JSON.parse(readFileSync(`${EXAMPLE}/launch.json`, 'utf8'));
  const phases = plan.phases.map((phase: { id: string }) => ({ ...phase, ...changes[phase.id] }));
  return JSON.stringify({ ...plan, phases });
}

/** Windows talk to the embedded cloud and no one else. */
async function windowAt(
  { console: baseURL, pageKey }: Cloud,
  { browser, look: { width = DESKTOP, runsScripts = true } }: { browser: Browser; look: Look },
): Promise<Page> {
  const viewport = { width, height: 900 };
  const context = await withAxe(
    await browser.newContext({ baseURL, viewport, javaScriptEnabled: runsScripts }),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(pageKey.linkTo(baseURL));
  return page;
}

async function signIn(page: Page, who: Who): Promise<void> {
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: who }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** Opens a page. What has words, `/filers?q=smith`, is searched by the page's form. */
export async function openPage(page: Page, path: string): Promise<Answered> {
  const [place = '', query] = path.split('?');
  const words = new URLSearchParams(query).get('q');
  if (words === null) return page.goto(path);
  await page.goto(place);
  await page.getByRole('searchbox').fill(words);
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'GET' && one.request().isNavigationRequest()),
    page.getByRole('button', { name: 'Search', exact: true }).click(),
  ]);
  await page.waitForLoadState();
  return answer;
}

/** By how many pixels a page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  ) as Promise<number>;
}
