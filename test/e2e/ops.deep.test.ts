import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from '../support/e2e/axe.ts';
import { aCourt, type Court } from '../support/e2e/court.ts';

let court: Court;
let isRefusing = true;
let refused = '';
beforeAll(async () => {
  const fault = ({ to: [to = ''] }: { to: readonly string[] }) => {
    if (!isRefusing || to.includes('simulator') || (refused !== '' && to !== refused)) return null;
    refused = to;
    return { kind: 'refuse', code: 'MessageRejected', message: 'Email rejected' } as const;
  };
  court = await aCourt({ until: '2018-07-25T14:00:00Z', ses: { fault } });
}, 120_000);
afterAll(() => court.close());

describe('operations on the day after a notice', () => {
  let page: Page;

  it('find who bounced, and read why and what to do', async () => {
    page = await court.signedIn('Otto');
    await page.getByRole('link', { name: 'Send log' }).click();
    const row = page.getByRole('row', { name: /Gwen Moved/ });
    expect(await row.innerText()).toContain('Bounced');
    expect(await row.innerText()).toContain('add a working address to the roster');
    await row.getByRole('link', { name: /mailbox permanently refused/ }).click();
    await page.getByRole('heading', { name: /Notice 1 of 4 to Gwen Moved/ }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain(
      'The mail server permanently refuses this mailbox',
    );
    expect(await page.getByRole('button', { name: 'Retry email' }).count()).toBe(0);
  });

  it('try again what SES refused, with a reason, and see it delivered', async () => {
    isRefusing = false;
    await page.goto('/log');
    await page.getByRole('link', { name: 'Notice 1 of 4' }).last().click();
    await page.getByRole('link', { name: /Failed/ }).click();
    await page.getByRole('link', { name: /SES refused the email/ }).click();
    await page.getByRole('button', { name: 'Retry email' }).click();
    // The page comes back and says what is missing; its link leads to the field.
    const problem = page.getByRole('link', { name: 'Enter a reason: it is recorded with your name.' });
    await problem.waitFor();
    await page.locator('#error-summary:focus').waitFor();
    expect(await violationsIn(page)).toEqual([]);
    await problem.click();
    await page.locator('[name=why][aria-invalid=true]:focus').waitFor();
    await page.getByLabel('Why').fill('The sender’s address is verified again');
    await page.getByRole('button', { name: 'Retry email' }).click();
    await page.getByText('Retrying 1 email.').waitFor();
    await court.cloud.advanceTo('2018-07-25T14:10:00Z');
    await page.reload();
    await page.getByText('mail server accepted the email').first().waitFor();
    expect(court.cloud.outbox.filter(({ to }) => to.includes(refused))).toHaveLength(1);
  });

  it('export what is filtered, and find both in the audit', async () => {
    await page.goto('/log?run=notice-1_20180724T130000Z&status=bounced');
    const shown = await page.getByRole('row').count();
    await page.getByRole('button', { name: 'Export these emails' }).click();
    await court.cloud.settle();
    // The page finds by itself that the table is ready.
    const download = page.getByRole('link', { name: 'Download the file' });
    await download.waitFor();
    expect(await violationsIn(page)).toEqual([]);
    const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
    const table = await readFile(await file.path(), 'utf8');
    expect(table.trim().split('\n')).toHaveLength(shown);
    await page.goto('/audit');
    const acts = await page.getByRole('main').innerText();
    expect(acts).toContain('exported the send log');
    expect(acts).toContain('The sender’s address is verified again');
  });

  it('find a filer by the beginning of a word', async () => {
    await page.goto('/log');
    await page.getByRole('searchbox').fill('gwen mov');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('heading', { name: 'Gwen Moved' }).waitFor();
  });

  it('are asked to sign in again once they have signed out', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    await page.goto('/log');
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });
});
