import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCourt, type Court, overflowOf, PHONE } from '../support/e2e/court.ts';

/** A clerk replaces a section of the emails, without scripts, and without a deployment. */
let court: Court;
let clerk: Page;
beforeAll(async () => {
  court = await aCourt({ until: '2018-07-21T12:00:00Z' });
  clerk = await court.signedIn('Clara', { runsScripts: false });
}, 180_000);
afterAll(() => court.close());

const press = (name: string) => clerk.getByRole('button', { name, exact: true }).click();
const follow = (name: string) => clerk.getByRole('link', { name, exact: true }).first().click();
const title = () => clerk.getByRole('heading', { level: 1 }).innerText();
const shown = () => clerk.getByRole('main').innerText();
/** Pictures for people to look at. @default none */
const PICTURES = process.env.WORDING_PICTURES;

/** Each page is no wider than its window, on a computer and on a phone. */
async function expectGood(name: string): Promise<void> {
  const { width, height } = clerk.viewportSize()!;
  for (const each of [width, PHONE]) {
    await clerk.setViewportSize({ width: each, height });
    if (PICTURES && existsSync(PICTURES))
      await clerk.screenshot({ path: `${PICTURES}/${name}-${each}.png`, fullPage: true });
    expect(await overflowOf(clerk), `${await title()} at ${each}`).toBe(0);
  }
  await clerk.setViewportSize({ width, height });
}

describe('a clerk', { timeout: 240_000 }, () => {
  it('finds a section of a message from the draft', async () => {
    await clerk.goto('/plan');
    await press('Edit the plan');
    await follow('Wording');
    await follow('Replace other parts of the messages, section by section');
    await expectGood('list');
    await clerk
      .getByRole('region', { name: 'Notice', exact: true })
      .getByRole('link', { name: 'Who can help' })
      .click();
    expect(await title()).toBe('Notice: Who can help');
    expect(await clerk.getByLabel('Text', { exact: true }).inputValue()).toContain('{{help-desk-hours}}');
    await expectGood('built-in');
  });

  it('is told what is wrong with a text, and where, and loses nothing', async () => {
    await clerk.getByLabel('Text', { exact: true }).fill('Call us.\n\n**Now {{help-desk-fax}}');
    await press('Save text in draft');
    expect(await clerk.title()).toMatch(/^Error: /);
    expect(await shown()).toContain('Line 3 must name a placeholder from the list');
    expect(await clerk.getByLabel('Text', { exact: true }).inputValue()).toContain('**Now');
    await expectGood('error');
  });

  it('saves a text, and sees it in the email on a computer, on a phone, and as text', async () => {
    const text =
      '**Call us first:**\n\n- by phone, at {{help-desk-hours}}\n- or [at our page]({{nextgen-page}})';
    await clerk.getByLabel('Text', { exact: true }).fill(text);
    await press('Save text in draft');
    expect(await shown()).toContain('This is your text, in every message that has this section.');
    for (const name of ['On a computer', 'On a phone'])
      expect(await clerk.frameLocator(`iframe[title="${name}"]`).getByRole('main').innerText()).toContain(
        'Call us first:',
      );
    expect(await clerk.getByRole('region', { name: 'The message as text' }).innerText()).toContain(
      '- or at our page:',
    );
    await expectGood('own');
  });

  it('previews it for another group, and for one filer', async () => {
    await follow('Preview for another group or filer');
    await clerk.getByLabel('A group of filers').selectOption({ index: 1 });
    await press('Show for group');
    expect(await shown()).toContain('A sample filer, in the state');
    await clerk.getByLabel('One filer', { exact: true }).fill('nobody');
    await press('Show for filer');
    expect(await shown()).toContain('The active roster has no filer with this ID.');
    await expectGood('preview');
  });

  it('goes back to the built-in text', async () => {
    await follow('‹ The section’s text');
    await press('Use built-in text');
    expect(await shown()).toContain('This is the built-in text');
  });
});
