import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Browser } from '../../../support/console/browser.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';

const FAULTS = new URL('../../../support/fixtures/faults/', import.meta.url);
const fault = (name: string) => readFileSync(new URL(name, FAULTS), 'utf8');
const { phases, outages } = JSON.parse(fault('launch-for-blank-update.json'));

const BLANK = 'inbox/update/links-all-columns-blank.csv';
const LOST =
  '6 of 6 filers would lose information that the active roster has (100.0%): more than 1%. 4 filers go from linked to ' +
  'ready to link; 1 filer goes from not required to link to account needs checking; and 5 more. Correct the file, or ' +
  'keep the known values where it is blank.';

let console: TestConsole;
let clara: Browser;
beforeAll(async () => {
  const rest = { confirmFilingOpen: false, linkStatusMaxAgeDays: 3 };
  console = await aConsole({ phases, outages, ...rest });
  const { cloud } = console;
  await cloud.advanceTo('2018-10-20T12:00:00Z');
  await cloud.put('inbox/roster/roster.csv', fault('roster-for-blank-update.csv'));
  await cloud.advanceTo('2018-10-23T22:00:00Z');
  await cloud.put('inbox/update/links-first.csv', fault('links-first.csv'));
  await cloud.advanceTo('2018-10-28T22:00:00Z');
  await cloud.put(BLANK, fault('links-all-columns-blank.csv'));
  await cloud.advanceTo('2018-10-29T14:10:00Z');
  clara = await console.signedIn('clara');
}, 120_000);
afterAll(() => console.stop());

const recipients = () => console.cloud.outbox.map(({ to }) => String(to));
const DECISION = { why: 'the export was blank', sure: 'yes' };

/** The newest version's page. */
async function newest(): Promise<{ path: string; page: Answer }> {
  const { text } = await clara.get('/roster');
  const [, table = ''] = text.split(/<tbody[^>]*>/);
  const path = /href="(\/roster\/versions\/[^"]+)"/.exec(table)![1]!;
  return { path, page: await clara.get(path) };
}

describe('an update whose columns are all blank', () => {
  it('mails neither who linked, nor who need not, nor who died', () => {
    // On launch day no one had linked yet.
    expect(recipients().sort()).toEqual(['doe', 'kim', 'lee', 'roe'].map((name) => `${name}@example.com`));
  });

  it('is held, and the console says why, by from and to', async () => {
    const { path, page } = await newest();
    expect(page.text).toContain(LOST);
    const decide = await clara.get(`${path}/activate`);
    expect(decide.text).toContain(LOST);
    const lines = [...decide.text.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) =>
      row!.replaceAll(/<[^>]+>/g, ' '),
    );
    const cells = lines.map((line) => line.split(/\s+/).filter(Boolean).join(' '));
    expect(cells).toContain('Link linked unlinked 4');
    expect(cells).toContain('CM/ECF account deceased active 1');
    expect(cells).toContain('Kind of filer judge unknown 1');
    expect(decide.text).toContain(`href="${path}/keep"`);
    const overview = (await clara.get('/')).text;
    expect(overview).toContain('A roster update needs your decision');
    expect(overview).toContain('It covers 6 filers, and Crier found something unusual.');
  });

  it('leaves the follow-up held: what is known is six days old, and the console says so', async () => {
    const { text } = await clara.get('/phases/follow-up-2');
    expect(text).toContain('The link status in the roster is out of date.');
  });

  it('can be read again, keeping what was known where it is blank', async () => {
    const { path } = await newest();
    const form = await clara.get(`${path}/keep`);
    expect(form.text).toContain('Where a cell is blank or a column is missing');
    const seen = /name="seen" value="([^"]*)"/.exec(form.text)![1]!;
    const done = await clara.post(`${path}/keep`, { csrf: await clara.csrf(), ...DECISION, seen });
    expect([done.statusCode, done.location]).toEqual([303, path]);
    await console.cloud.settle();
    const kept = await newest();
    expect(kept.path).not.toBe(path);
    expect(kept.page.text).toContain('Every email uses this roster.');
    expect(kept.page.text).toContain('No filer’s state has changed.');
    // What is kept stays as old as it was.
    expect(kept.page.text).toContain('as of <time datetime="2018-10-23T22:00:00Z">Tue, Oct 23, 2018');
    expect((await clara.get(path)).text).toContain('the export was blank');
    const acts = (await console.cloud.invoke('Act', { act: 'acts' })) as { act: object }[];
    const act = {
      act: 'keep',
      version: path.split('/').at(-1),
      by: { kind: 'person', id: 'clara' },
      why: DECISION.why,
    };
    const version = kept.path.split('/').at(-1);
    const activation = { act: 'activate', version, by: { kind: 'crier' } };
    expect(acts.slice(0, 2)).toMatchObject([{ act: activation }, { act }]);
  });

  it('is read again only once', async () => {
    const versions = await clara.get('/roster');
    const [, table = ''] = versions.text.split(/<tbody[^>]*>/);
    const paths = [...table.matchAll(/href="(\/roster\/versions\/[^"]+)"/g)].map(([, path]) => path!);
    const [kept, blank] = [...new Set(paths)];
    expect((await clara.get(`${kept}/keep`)).statusCode).toBe(404);
    const seen = kept!.split('/').at(-1)!;
    const again = await clara.submit(`${blank}/keep`, { csrf: await clara.csrf(), ...DECISION, seen });
    expect(again.text).toContain('Only a held version of an uploaded file can be read again, and only once.');
  });

  it('still emails no one afterwards', async () => {
    await console.cloud.advanceTo('2018-10-31T15:00:00Z');
    expect(recipients()).toHaveLength(4);
  });
});
