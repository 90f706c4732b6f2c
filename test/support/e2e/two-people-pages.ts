import type { Page } from 'playwright-core';
import type { Pages } from './console-pages.ts';
import { type Court, planOf, type Who } from './court.ts';

/** What happens in a launch with two-person approval, and the pages that show it to each person. */
interface Stage {
  readonly play: (court: Court) => Promise<void>;
  readonly pages: Readonly<Partial<Record<Who, Pages>>>;
}

/** The evening before the first notice, and two hours before it. */
export const TWO_PEOPLE_FROM = '2018-07-23T21:00:00Z';
const BEFORE = '2018-07-24T11:00:00Z';
const ROWS = Array.from({ length: 40 }, (_, index) => `u${index},Filer ${index},u${index}@example.com`);
const PHASE = '/phases/notice-1';

/** Of a launch in which nothing was uploaded: one after the other. */
export const TWO_PEOPLE: readonly Stage[] = [
  {
    play: async (court) => {
      await uploadPlan(court, { twoPersonApproval: true });
      await uploadRoster(court, { kind: 'roster', rows: ROWS });
      await court.cloud.advanceTo(BEFORE);
    },
    pages: {
      Ada: { 'two-people-phase': PHASE, 'two-people-review': `${PHASE}/release`, 'two-people-plan': '/plan' },
      Clara: { 'two-people-overview': '/', 'two-people-author': PHASE },
    },
  },
  {
    play: async (court) => {
      const ada = await court.signedIn('Ada');
      await ada.goto(`${PHASE}/release`);
      await ada.getByLabel('Why?').fill('The dates and the wording are right');
      await ada.getByLabel('Type “approve” to confirm').fill('approve');
      await ada.getByRole('button', { name: 'Approve this phase' }).click();
      await ada.waitForURL(new RegExp(`${PHASE}$`));
      await ada.context().close();
    },
    pages: { Ada: { 'two-people-approved': PHASE } },
  },
  {
    // Both void the approval.
    play: (court) =>
      uploadRoster(court, {
        kind: 'update',
        rows: ['u1,Filer 1,other@example.com'],
      }),
    pages: {
      Ada: { 'two-people-void': PHASE, 'two-people-again': `${PHASE}/release` },
      Clara: { 'two-people-void-author': PHASE, 'two-people-void-overview': '/' },
    },
  },
  {
    play: (court) => uploadPlan(court, { twoPersonApproval: false }),
    pages: { Ada: { 'two-people-pending': '/plan' }, Clara: { 'two-people-pending-author': '/plan' } },
  },
];

/** The pages of a stage, by who looks at them. */
export function pagesByPerson({ pages }: Stage): [Who, Pages][] {
  return Object.entries(pages) as [Who, Pages][];
}

async function uploadPlan(court: Court, changes: object): Promise<void> {
  const text = JSON.stringify({ ...JSON.parse(planOf()), ...changes });
  await asClara(court, async (clara) => {
    await clara.goto('/plan/upload');
    await choose(clara, { name: 'launch.json', text });
    await clara.getByRole('button', { name: 'Review changes' }).click();
    await clara.getByLabel('Why?').fill('Two people look at every phase');
    await clara.getByRole('button', { name: 'Activate this plan' }).click();
    await clara.waitForURL(/\/plan\?/);
  });
}

async function uploadRoster(
  court: Court,
  { kind, rows }: { kind: 'roster' | 'update'; rows: readonly string[] },
): Promise<void> {
  await asClara(court, async (clara) => {
    await clara.goto(`/roster/upload?kind=${kind}`);
    await choose(clara, { name: `${kind}.csv`, text: ['user id,last_name,email', ...rows].join('\n') });
    await clara.getByRole('button', { name: 'Upload' }).click();
    await clara.getByRole('heading', { name: 'Your file is being read' }).waitFor();
  });
}

async function choose(page: Page, { name, text }: { name: string; text: string }): Promise<void> {
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
}

/** Does something as Clara, and lets the cloud work on it. Uploads have an order: some seconds later. */
async function asClara({ cloud, signedIn }: Court, work: (clara: Page) => Promise<void>): Promise<void> {
  const clara = await signedIn('Clara');
  await cloud.advanceTo(cloud.clock.now().add({ seconds: 5 }));
  await work(clara);
  await clara.context().close();
  await cloud.settle();
  await cloud.advanceTo(cloud.clock.now().add({ minutes: 6 }));
}
