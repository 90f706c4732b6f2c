import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { violationsIn } from '../support/e2e/axe.ts';
import { aCourt, type Court, planOf } from '../support/e2e/court.ts';

/** Two thirds of its rows can't be taken: waiting for the clerk’s decision. */
const FAULTY = `user id,name,email,pacer account,pacer account type
jsmith,"Smith, Jane",jane@example.com,individual,legacy
jsmith,"Smith, Janet",janet@example.com,individual,legacy
,"Quinn, Otis",otis@example.com,individual,upgraded
afox,"Fox, Ann",ann.example.com,individual,upgraded
`;

/** Half an hour without use, and a little. */
const IDLE_MILLISECONDS = 31 * 60_000;

let court: Court;
let clerk: Page;
beforeAll(async () => {
  court = await aCourt({ start: '2018-07-23T12:00:00Z' });
  await court.cloud.put('inbox/launch/launch.json', planOf({ 'notice-1': { approval: 'by-hand' } }));
  await court.cloud.settle();
  clerk = await court.signedIn('Clara');
}, 120_000);
afterAll(() => court.close());

async function upload(text: string, name: string): Promise<void> {
  await clerk.goto('/roster/upload');
  await clerk.getByLabel('The file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await clerk.getByRole('button', { name: 'Upload' }).click();
  await clerk.getByRole('heading', { name: 'Your file is being read' }).waitFor();
  expect(await violationsIn(clerk)).toEqual([]);
  await court.cloud.settle();
  // The page leads to the report by itself.
  await clerk.waitForURL(/\/roster\/versions\//);
}

function shown(page = clerk): Promise<string> {
  return page.getByRole('main').innerText();
}

describe('the clerk', () => {
  it('uploads a faulty roster, and reads what is wrong with which row', async () => {
    await clerk.getByRole('link', { name: 'Roster', exact: true }).click();
    await clerk
      .getByRole('link', { name: /Upload/ })
      .first()
      .click();
    await upload(FAULTY, 'roster.csv');
    const report = await shown();
    expect(report).toContain('Your decision is needed');
    expect(report).toContain('ann.example.com');
    expect(await violationsIn(clerk)).toEqual([]);
  });

  it('downloads the table to repair, repairs it, and uploads it again: it becomes active', async () => {
    const link = clerk.getByRole('link', { name: 'Download the file with problems marked (CSV)' });
    const [file] = await Promise.all([clerk.waitForEvent('download'), link.click()]);
    const table = await readFile(await file.path(), 'utf8');
    const mended = table
      .replace('"jsmith","Smith, Janet"', '"jsmith2","Smith, Janet"')
      .replace(',,"Quinn', ',"oquinn","Quinn')
      .replace('"ann.example.com","individual"', '"ann@example.com","individual"');
    await upload(mended, 'roster-mended.csv');
    const report = await shown();
    expect(report).toContain('No problems were found.');
    expect(report).toContain('Every email uses this roster.');
  });

  it('previews a phase for a state, in HTML and as text', async () => {
    await court.cloud.advanceTo('2018-07-24T13:05:00Z');
    await clerk.goto('/');
    await clerk.getByRole('link', { name: 'Phases', exact: true }).click();
    await clerk.getByRole('link', { name: 'Notice 1 of 4' }).first().click();
    expect(await shown()).toContain('Release');
    await clerk
      .getByRole('link', { name: /preview/i })
      .first()
      .click();
    await clerk.getByLabel('A filer in the state').selectOption('needs-upgrade');
    await clerk.getByRole('button', { name: 'Show' }).click();
    const email = clerk.frameLocator('iframe').locator('body');
    expect(await email.innerText()).toContain('upgrade');
    expect(await clerk.getByRole('region', { name: 'The email as text' }).innerText()).toContain('upgrade');
  });

  it('releases it only with the word typed, and sees it go out', async () => {
    await clerk.goto('/phases/notice-1');
    await clerk
      .getByRole('link', { name: /Release/ })
      .first()
      .click();
    await clerk.getByLabel('Why?').fill('The judge has agreed');
    await clerk.getByLabel('Type “release” to confirm').fill('notice-1');
    await clerk.getByRole('button', { name: 'Release this phase' }).click();
    await clerk.locator('[aria-invalid="true"]').waitFor();
    expect(court.cloud.outbox).toHaveLength(0);
    await clerk.getByLabel('Type “release” to confirm').fill('release');
    await clerk.getByRole('button', { name: 'Release this phase' }).click();
    await clerk.waitForURL(/\/phases\/notice-1$/);
    await court.cloud.advanceTo('2018-07-24T13:20:00Z');
    expect(court.cloud.outbox.flatMap(({ to }) => to).sort()).toEqual([
      'ann@example.com',
      'jane@example.com',
      'janet@example.com',
      'otis@example.com',
    ]);
    await clerk.reload();
    expect(await shown()).toContain('Sent');
  });

  it('moves go-live, sees before what changes, and releases the message to who was told the old date', async () => {
    await clerk.goto('/plan');
    await clerk
      .getByRole('link', { name: /Change the dates/ })
      .first()
      .click();
    await clerk.locator('#goLive-date').fill('2018-11-05');
    await clerk.locator('#outages-filing-from').fill('2018-11-02T08:30');
    await clerk.getByRole('button', { name: 'Review changes' }).click();
    // The wording still names the old dates.
    await clerk.getByText('I have checked these dates, and they are intended').click();
    expect(await violationsIn(clerk)).toEqual([]);
    await clerk.getByRole('button', { name: 'Review changes' }).click();
    await clerk.getByRole('heading', { name: 'What this plan changes' }).waitFor();
    expect(await shown()).toContain('4 filers were told the earlier dates.');
    expect(await violationsIn(clerk)).toEqual([]);
    await clerk.getByLabel('Why?').fill('The vendor needs two weeks more');
    await clerk.getByRole('button', { name: 'Activate this plan' }).click();
    await court.cloud.settle();
    await court.cloud.advanceTo('2018-07-24T13:40:00Z');
    await clerk.goto('/phases/date-change');
    await clerk
      .getByRole('link', { name: /Release/ })
      .first()
      .click();
    await clerk.getByLabel('Why?').fill('They must know');
    await clerk.getByLabel('Type “release” to confirm').fill('release');
    await clerk.getByRole('button', { name: 'Release this phase' }).click();
    await clerk.waitForURL(/\/phases\/date-change$/);
    await court.cloud.advanceTo('2018-07-24T14:00:00Z');
    expect(court.cloud.outbox).toHaveLength(8);
  });

  it('left every act on the record', async () => {
    await clerk.goto('/audit');
    const acts = await shown();
    for (const words of [
      'The judge has agreed',
      'The vendor needs two weeks more',
      'They must know',
      'uploaded a roster',
      'Crier activated the roster of',
      'moved go-live from',
    ]) {
      expect(acts, words).toContain(words);
    }
  });
});

describe('operations', () => {
  it('read all of it, hold and lift everything, and can do nothing that is the clerk’s', async () => {
    const ops = await court.signedIn('Otto');
    for (const path of ['/roster', '/plan', '/phases/notice-2']) {
      await ops.goto(path);
      const main = ops.getByRole('main');
      expect(await main.getByRole('link', { name: /^(Upload|Release|Change the dates)/ }).count(), path).toBe(
        0,
      );
    }
    for (const path of ['/roster/upload', '/plan/upload', '/plan/dates', '/phases/notice-2/release']) {
      const answer = await ops.goto(path);
      expect(answer?.status(), path).toBe(403);
      expect(await shown(ops)).toContain('What to do:');
    }
    await ops.goto('/phases');
    await ops
      .getByText(/Pause all sending/)
      .first()
      .click();
    await ops.getByLabel('Why').first().fill('The help desk is flooded');
    await ops.getByRole('button', { name: /Pause all sending/ }).click();
    await ops
      .getByText(/All sending is paused/)
      .first()
      .waitFor();
  });

  it('are signed out when their sign-in has ended, and led back afterwards', async () => {
    const ops = await court.signedIn('Otto');
    await ops.goto('/phases');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + IDLE_MILLISECONDS });
    try {
      await ops
        .getByText(/Resume sending/)
        .first()
        .waitFor();
      await ops.goto('/log?run=notice-1_20180724T130000Z');
      expect(await shown(ops)).toContain('You’ve been signed out');
      await ops.getByRole('link', { name: 'Sign in' }).click();
      await ops.getByRole('link', { name: 'Otto' }).click();
      await ops.waitForURL(/\/log\?run=notice-1_20180724T130000Z$/);
    } finally {
      vi.useRealTimers();
    }
  });

  it('find what they typed again when they sign in after sending it too late', async () => {
    const ops = await court.signedIn('Otto');
    await ops.goto('/phases');
    await ops.getByLabel('Why').first().fill('Nothing else stops it');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + IDLE_MILLISECONDS });
    try {
      await ops.getByRole('button', { name: 'Resume sending' }).click();
      await ops.getByRole('link', { name: 'Continue to sign in' }).click();
      await ops.getByRole('link', { name: 'Otto' }).click();
      await ops.getByText('Your form was not submitted').waitFor();
      expect(await ops.getByLabel('Why').first().inputValue()).toBe('Nothing else stops it');
      expect(ops.url()).not.toContain('Nothing');
    } finally {
      vi.useRealTimers();
    }
  });
});
