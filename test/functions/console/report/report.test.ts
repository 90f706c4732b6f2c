import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filerIdOf } from '../../../../functions/domain/filer/filer-id.ts';
import type { Browser } from '../../../support/console/browser.ts';
import { problemsOf } from '../../../support/console/check-page.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';

const HEADER = 'user id,last name,first name,email,pacer account,pacer account type,link status,link as of';
const ROSTER = `${HEADER}
user1,Smith,Sam,bounce@simulator.amazonses.com,individual,legacy,,
user2,Jones,Jane,jane@example.com,individual,upgraded,,
user3,Brown,Bob,bob@example.com,shared,,,
`;
/** Go-live comes within the week, so that little time is played. */
const DATES = {
  goLive: { certainty: 'exact', date: '2018-07-30', time: '08:30' },
  outages: { filing: { from: '2018-07-27T08:30', to: '2018-07-30T08:30' } },
  'phases.0.when': { days: -6, anchor: 'go-live', at: '09:00' },
};
const LINKED = 'user id,link status,link as of\nuser2,linked,2018-07-31\n';
const words = (text: string) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

let console: TestConsole;
let clara: Browser;
let page: string;
beforeAll(async () => {
  console = await aConsole(DATES);
  clara = await console.signedIn('clara');
  const { cloud } = console;
  await cloud.put('inbox/roster/roster.csv', ROSTER);
  await cloud.settle();
  await cloud.advanceTo('2018-07-24T14:00:00Z');
  const csrf = await clara.csrf();
  await clara.post('/sending/hold', { csrf, why: 'The help desk is flooded' });
  await cloud.advanceTo('2018-07-24T15:00:00Z');
  clara = await console.signedIn('clara');
  await clara.post('/sending/lift', { csrf: await clara.csrf(), why: 'They keep up again' });
  await clara.post(`/filers/${filerIdOf('test', 'user1')}/call`, {
    csrf: await clara.csrf(),
    result: 'reached',
    note: 'Sam will send a new address',
  });
  await cloud.advanceTo('2018-07-31T12:00:00Z');
  await cloud.put('inbox/update/links.csv', LINKED);
  await cloud.settle();
  await cloud.advanceTo('2018-07-31T13:00:00Z');
  clara = await console.signedIn('clara');
  page = (await clara.get('/report')).text;
}, 180_000);
afterAll(() => console.stop());

describe('the report', () => {
  it('is a valid page', async () => {
    expect(await problemsOf(page)).toEqual([]);
  });

  it.each([
    ['how many reached the goal', '1 of 3 linked (33%)'],
    ['who is left, by reason', 'Needs to upgrade 1 0'],
    ['the dates', 'Go-live: Mon, Jul 30, 2018, 8:30 a.m.'],
    ['that they never moved', 'The dates were never changed.'],
    ['each phase with its emails', /Notice .{0,60}Sent 3 3 0 0 2 1 0/],
    ['each day’s progress', /Tue, Jul 31, 2018 1 33%/],
    ['whom to call, and what was settled', /Total 1 1 0/],
    ['the calls that were made', '1 call to 1 filer. Reached: 1.'],
    ['a pause with who and why', /All sending .*Clara Clerk: The help desk is flooded/],
  ])('says %s', (_what, expected) => {
    expect(words(page)).toMatch(expected);
  });

  it('has no address or name of a filer', () => {
    for (const personal of ['Smith', 'Sam ', 'Jones', 'Brown', 'jane@', 'simulator', 'user1']) {
      expect(page).not.toContain(personal);
    }
  });

  it('is a file that loads nothing and links to nothing', async () => {
    const { text, headers } = await clara.get('/report/file');
    expect(headers['content-disposition']).toBe('attachment; filename="test-2018-report.html"');
    expect(text).toContain('1 of 3 linked (33%)');
    expect(text).toContain('content="default-src &#39;none&#39;;');
    expect(text.replace(/<style>.*?<\/style>/s, '')).not.toMatch(/<script|href="(?!data:,)|src=/);
  });
});
