import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCourt, type Court, openPage, planOf } from '../support/e2e/court.ts';

const ROSTER = `user id,name,email,pacer account,pacer account type
jsmith,"Smith, Jane",jane@example.com,individual,legacy
`;

let court: Court;
beforeAll(async () => {
  court = await aCourt({ start: '2018-07-23T12:00:00Z' });
  await court.cloud.put('inbox/launch/launch.json', planOf({ 'notice-1': { approval: 'by-hand' } }));
  await court.cloud.settle();
}, 120_000);
afterAll(() => court.close());

function shown(page: Page): Promise<string> {
  return page.getByRole('main').innerText();
}

describe('without scripts', () => {
  let page: Page;

  it('a roster is uploaded, and its page leads to the report', async () => {
    page = await court.signedIn('Clara', { runsScripts: false });
    await page.goto('/roster/upload');
    const file = { name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(ROSTER) };
    await page.getByLabel('The file').setInputFiles(file);
    await page.getByRole('button', { name: 'Upload' }).click();
    await page.getByRole('heading', { name: 'Your file is being read' }).waitFor();
    await court.cloud.settle();
    await page.waitForURL(/\/roster\/versions\//);
    expect(await shown(page)).toContain('Every email uses this roster.');
  });

  it('a plan is uploaded as far as what it changes', async () => {
    await page.goto('/plan/upload');
    const plan = Buffer.from(planOf());
    await page
      .locator('#file')
      .setInputFiles({ name: 'launch.json', mimeType: 'application/json', buffer: plan });
    await page.getByRole('button', { name: 'Review changes' }).click();
    await page.getByRole('heading', { name: 'What this plan changes' }).waitFor();
  });

  it('a phase is released, watched and found in the log', async () => {
    await court.cloud.advanceTo('2018-07-24T13:05:00Z');
    await page.goto('/phases/notice-1/release');
    await page.getByLabel('Why?').fill('ready');
    await page.getByLabel('Type “release” to confirm').fill('release');
    await page.getByRole('button', { name: 'Release this phase' }).click();
    await court.cloud.advanceTo('2018-07-24T13:20:00Z');
    await openPage(page, '/log/search?q=jane');
    expect(await shown(page)).toContain('Delivered');
  });

  it('a table is exported: its page is loaded again by hand', async () => {
    await page.goto('/log?run=notice-1_20180724T130000Z');
    await page.getByRole('button', { name: 'Export these emails' }).click();
    await court.cloud.settle();
    await page.getByRole('link', { name: 'Refresh' }).click();
    await page.getByRole('link', { name: 'Download the file' }).waitFor();
  });
});

describe('by dropping', () => {
  it('a file is uploaded, with its progress told', async () => {
    const page = await court.signedIn('Clara');
    await page.goto('/roster/upload?kind=update');
    const transfer = await page.evaluateHandle(
      `(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['user id,phone\\njsmith,212-555-0100\\n'], 'phones.csv', { type: 'text/csv' }));
        return transfer;
      })()`,
    );
    for (const event of ['dragenter', 'dragover', 'drop']) {
      await page.locator('.crier-drop').dispatchEvent(event, { dataTransfer: transfer });
    }
    await page.locator('form[data-upload] button[type=submit]').click();
    await page.getByRole('heading', { name: 'Your file is being read' }).waitFor();
    await court.cloud.settle();
    await page.waitForURL(/\/roster\/versions\//);
    expect(await shown(page)).toContain('phones.csv');
  });
});

describe('by keyboard alone', () => {
  it('someone signs in, skips to the page, goes through it, and holds everything', async () => {
    const page = await court.window();
    await tabTo(page, 'Continue to sign in');
    await page.keyboard.press('Enter');
    await page.getByText('Otto Ops').waitFor();
    await tabTo(page, 'Otto Ops');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#main');
    await tabTo(page, 'Phases');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/phases$/);
    await tabTo(page, 'why');
    await page.keyboard.type('The help desk is flooded');
    await page.keyboard.press('Enter');
    await page.getByText('All sending is paused').first().waitFor();
  });
});

/** Presses Tab until what has the focus says this, or has it as its id; and sees to it that the focus shows. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const { text, id, shows } = await page.evaluate<{ text: string; id: string; shows: boolean }>(`(() => {
      const { activeElement: at } = document;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      const isPart = at.matches('a, button, input, select, textarea, summary');
      return { text: isPart ? at.innerText : '', id: at.id, shows: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 };
    })()`);
    if (!text.includes(words) && id !== words) continue;
    expect(shows, `the focus on ${words} shows`).toBe(true);
    return;
  }
  throw new Error(`Cannot reach "${words}" because nothing with it takes the focus`);
}
