import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planStore } from '../../functions/aws/plans.ts';
import { violationsIn } from '../support/e2e/axe.ts';
import { aCourt, type Court, overflowOf, PHONE } from '../support/e2e/court.ts';

/** A clerk makes and changes a plan in forms alone, and never sees the file. The editor's pages have no scripts. */
let court: Court;
let clerk: Page;
beforeAll(async () => {
  court = await aCourt({ start: '2018-06-20T12:00:00Z' });
  clerk = await court.signedIn('Clara');
}, 120_000);
afterAll(() => court.close());

const fill = async (fields: Readonly<Record<string, string>>) => {
  for (const [label, text] of Object.entries(fields))
    await clerk.getByLabel(label, { exact: true }).fill(text);
};
const press = (name: string) => clerk.getByRole('button', { name, exact: true }).click();
const title = () => clerk.getByRole('heading', { level: 1 }).innerText();
const shown = () => clerk.getByRole('main').innerText();

/** Each page is without violations, no wider than a phone, and without the words of the file. */
async function expectGood(): Promise<void> {
  expect(await violationsIn(clerk), await title()).toEqual([]);
  const { width, height } = clerk.viewportSize()!;
  await clerk.setViewportSize({ width: PHONE, height });
  expect(await overflowOf(clerk), `${await title()} on a phone`).toBe(0);
  await clerk.setViewportSize({ width, height });
  expect(await shown()).not.toMatch(/[{}]|\$\.|launch\.json|meantDates|linkDomains/);
}

describe('a clerk', () => {
  it('starts with an empty launch, and is told at the field what is wrong', async () => {
    await clerk.goto('/plan');
    await press('Create the plan');
    await expectGood();
    await clerk.getByRole('link', { name: 'Court', exact: true }).click();
    await fill({ 'Name of the court': 'Test Court', 'Sender’s email address': 'nobody' });
    await press('Save and continue');
    expect(await clerk.title()).toMatch(/^Error: Court/);
    await clerk.getByRole('link', { name: '“Sender’s email address” must be an email address.' }).click();
    await expectGood();
    const field = clerk.getByLabel('Sender’s email address', { exact: true });
    expect(await field.inputValue()).toBe('nobody');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
  });

  it('signs out in the middle, and finds the draft again', async () => {
    await press('Sign out');
    clerk = await court.signedIn('Clara');
    await clerk.goto('/plan');
    await clerk.getByRole('link', { name: 'Continue the draft' }).click();
    await clerk.getByRole('link', { name: 'Court', exact: true }).click();
    expect(await clerk.getByLabel('Name of the court', { exact: true }).inputValue()).toBe('Test Court');
  });

  it('fills in the court, its contacts and pages, and the dates', async () => {
    await fill({
      'Short name of the court': 'nysb',
      'Sender’s name': 'Test Court',
      'Sender’s email address': 'nextgen@nysb.uscourts.gov',
    });
    await clerk.getByLabel('Time zone', { exact: true }).selectOption('America/New_York');
    await press('Save and continue');
    expect(await title()).toBe('Contacts and pages');
    await expectGood();
    await fill({
      'Help desk email address': 'help@nysb.uscourts.gov',
      'Help desk hours': 'Monday to Friday, 9 a.m. to 5 p.m. Eastern Time',
      'NextGen page': 'https://www.nysb.uscourts.gov/nextgen',
      'ECF login page': 'https://ecf.nysb.uscourts.gov',
    });
    await press('Save and continue');
    expect(await title()).toBe('Dates');
    await clerk.getByRole('group', { name: 'How certain is go-live?' }).getByText('It is fixed').click();
    const goLive = clerk.getByRole('group', { name: 'Go-live', exact: true });
    await goLive.getByLabel('Date').fill('2018-10-22');
    await goLive.getByLabel('Time at which filing opens').fill('08:30');
    await clerk.getByRole('group', { name: 'Filing is closed' }).getByLabel('From').fill('2018-10-19T08:30');
    await expectGood();
    await press('Save and continue');
    expect(await title()).toBe('Phases');
  });

  it('sees the phases by date and in a calendar, moves one and adds one', async () => {
    await expectGood();
    expect(await shown()).toContain('Tue, Jul 24, 2018, 9:00 a.m.');
    const october = clerk.getByRole('table', { name: 'October 2018' });
    expect(await october.getByRole('cell', { name: /^8 Columbus Day/ }).count()).toBe(1);
    expect(await october.getByRole('cell', { name: /^22 Filing is closed Go-live Launch day/ }).count()).toBe(
      1,
    );
    await clerk.getByRole('rowheader').getByRole('link', { name: 'Notice 1 of 4' }).click();
    await expectGood();
    await clerk.getByRole('group', { name: 'When it starts' }).getByLabel('Days', { exact: true }).fill('95');
    await press('Save phase');
    expect(await shown()).toContain('Thu, Jul 19, 2018, 9:00 a.m.');
    await clerk.getByLabel('Message').selectOption('Follow-up');
    await press('Add phase');
    expect(await title()).toBe('Follow-up 5 of 5');
    await clerk.goto('/plan/draft/phases');
    await clerk.getByRole('link', { name: 'Continue to wording' }).click();
  });

  it('writes the court’s wording, looks at the safeguards, and reads what changes', async () => {
    await expectGood();
    await fill({ 'Emergency filings (optional)': 'Call 212-555-0144 first.' });
    await press('Save and continue');
    expect(await title()).toBe('Safeguards');
    await expectGood();
    await press('Save and continue');
    await clerk.getByRole('link', { name: 'Check and activate' }).click();
    expect(await title()).toBe('Check the first plan');
    await expectGood();
    await clerk.getByRole('link', { name: 'Launch day' }).click();
    expect(await shown()).toContain('Filing is open');
    await expectGood();
    await clerk.goto('/plan/draft/check');
  });

  it('activates it with a reason', async () => {
    await clerk.getByLabel('Why?').fill('the first plan');
    await press('Activate this plan');
    await court.cloud.settle();
    const current = await planStore(court.cloud.env).current();
    expect(current?.plan.wording).toEqual({ emergencyFiling: 'Call 212-555-0144 first.' });
    expect(current?.plan.phases).toHaveLength(11);
    await clerk.goto('/plan');
    expect(await shown()).toContain('Call 212-555-0144 first.');
  });

  it('changes a phone number later, and nothing else', async () => {
    await press('Edit the plan');
    await clerk.getByRole('link', { name: 'Contacts and pages' }).click();
    await fill({ 'Help desk phone number (optional)': '212-555-0140' });
    await press('Save and continue');
    await clerk.goto('/plan/draft/check');
    const rows = clerk.getByRole('table', { name: 'Changes from the previous plan' }).getByRole('row');
    expect(await rows.count()).toBe(2);
    expect(await rows.last().innerText()).toContain('212-555-0140');
    await expectGood();
  });
});
