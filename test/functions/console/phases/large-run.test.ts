import { afterEach, describe, expect, it } from 'vitest';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';

/** More than pages count in the log themselves. */
const FILERS = 1_010;
const STAFF = { digest: ['clerks@test.uscourts.gov'], urgent: ['urgent@test.uscourts.gov'] };

let console: TestConsole;
afterEach(async () => {
  await console.stop();
  expect([console.cloud.denials, console.cloud.failures]).toEqual([[], []]);
});

describe('a run of more filers than pages count themselves', () => {
  it('shows how many wait on the overview and on its page, and staff are told while it is paused', async () => {
    console = await aConsole({ staff: STAFF });
    const { cloud } = console;
    const rows = Array.from({ length: FILERS }, (_, n) => `f${n},Filer${n},f${n}@example.com`);
    await cloud.put('inbox/roster/roster.csv', ['user id,last_name,email', ...rows].join('\n'));
    await cloud.settle();
    await cloud.invoke('Act', { act: 'hold', scope: 'all', by: 'otto', why: 'wait' });
    await cloud.advanceTo('2018-07-24T13:06:00Z');
    const clara = await console.signedIn('clara');
    for (const path of ['/', '/phases/notice-1'])
      expect((await clara.get(path)).text).toMatch(/1,010 waiting/);
    const staff = new Set(cloud.outbox.map(({ to }) => to[0]));
    expect(staff).toEqual(new Set(['clerks@test.uscourts.gov', 'urgent@test.uscourts.gov']));
  });
});
