import type { Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditReaderOf } from '../../functions/aws/audit-reader.ts';
import { sessionStore } from '../../functions/aws/sessions.ts';
import { violationsIn } from '../support/e2e/axe.ts';
import { aCourt, type Court, overflowOf, PHONE } from '../support/e2e/court.ts';

const IDLE_MINUTES = 30;

let court: Court;
beforeAll(async () => {
  court = await aCourt({ until: '2018-07-23T12:00:00Z' });
}, 120_000);
afterAll(() => court.close());

/** Clara's window with a reason half typed, in a browser whose clock the test moves. */
async function typing(look: Parameters<Court['window']>[0] = {}): Promise<Page> {
  const page = await court.signedIn('Clara', look);
  await page.clock.install();
  await page.goto('/phases');
  await page.getByLabel('Why?').fill('The vendor asked us');
  return page;
}

/** Lets minutes pass without use, for the browser and for the sessions in their table. */
async function idle(page: Page, minutes: number): Promise<void> {
  const sessions = sessionStore(court.cloud.env);
  const lastSeen = Temporal.Now.instant().subtract({ seconds: Math.round(minutes * 60) });
  for await (const { sessionId } of sessions.all()) await sessions.touch(sessionId, lastSeen);
  await page.clock.fastForward(minutes * 60_000);
  await page.clock.runFor(6_000);
}

/** Which part of the page has the focus, and the text of what has it. */
function focusOf(page: Page): Promise<{ place: string | null; text: string }> {
  return page.evaluate(`(() => {
    const { activeElement: at } = document;
    return { place: at.closest('dialog, main, header')?.tagName ?? null, text: at === document.body ? '' : at.innerText };
  })()`);
}

async function isPaused(): Promise<boolean> {
  return (await auditReaderOf(court.cloud).entries(50)).some(({ act }) => act.act === 'hold');
}

describe('two minutes before a session ends', () => {
  it.each([
    ['a desktop', {}, 'light'],
    ['a phone in the dark', { width: PHONE }, 'dark'],
  ] as const)('%s shows a warning that takes the focus and keeps it', async (_what, look, colorScheme) => {
    const page = await typing(look);
    await page.emulateMedia({ colorScheme });
    await idle(page, IDLE_MINUTES - 4);
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await idle(page, IDLE_MINUTES - 1.5);
    const dialog = page.getByRole('dialog', { name: 'Do you need more time?' });
    await dialog.waitFor();
    const stay = dialog.getByRole('button', { name: 'Stay signed in' });
    expect(await focusOf(page)).toEqual({ place: 'DIALOG', text: await stay.innerText() });
    for (let times = 0; times < 6; times++) {
      await page.keyboard.press('Tab');
      // Between two rounds the browser itself has the focus.
      expect([null, 'DIALOG']).toContain((await focusOf(page)).place);
    }
    expect(await violationsIn(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    await page.context().close();
  });

  it('the session is extended by a button, and what was typed stays', async () => {
    const page = await typing();
    await idle(page, IDLE_MINUTES - 1.5);
    await page.getByRole('button', { name: 'Stay signed in' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Why?').inputValue()).toBe('The vendor asked us');
    await page.clock.fastForward(4 * 60_000);
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await page.context().close();
  });

  it('Escape closes the warning, gives the focus back, and isn’t asked again', async () => {
    const page = await typing();
    await idle(page, IDLE_MINUTES - 1.5);
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await focusOf(page)).toEqual({ place: 'MAIN', text: '' });
    await page.clock.runFor(20_000);
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('after the end of a session', () => {
  it('the page says so, and signing in leads back to it with its contents; nothing was submitted', async () => {
    const page = await typing();
    await idle(page, IDLE_MINUTES + 1);
    const dialog = page.getByRole('dialog', { name: 'You’ve been signed out' });
    await dialog.waitFor();
    expect(await violationsIn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Sign in again' }).click();
    await signInAgain(page);
    expect(await page.getByLabel('Why?').inputValue()).toBe('The vendor asked us');
    expect([await isPaused(), new URL(page.url()).pathname]).toEqual([false, '/phases']);
    await page.context().close();
  });

  it('a form that is submitted anyway is shown again too, without scripts', async () => {
    const page = await typing({ runsScripts: false });
    await idle(page, IDLE_MINUTES + 1);
    await page.getByRole('button', { name: 'Pause all sending' }).click();
    await signInAgain(page);
    expect(await page.getByRole('main').innerText()).toContain('Your form was not submitted');
    expect(await page.getByLabel('Why?').inputValue()).toBe('The vendor asked us');
    expect(await isPaused()).toBe(false);
    await page.context().close();
  });
});

async function signInAgain(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Clara' }).click();
  await page.getByLabel('Why?').waitFor();
}
