import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { auditReaderOf } from '../../../../functions/aws/audit-reader.ts';
import { filerIdOf } from '../../../../functions/domain/filer/filer-id.ts';
import type { PersonData } from '../../../../functions/queries/person-data.ts';
import { everythingStored, placesOf } from '../../../support/clouds/everything-stored.ts';
import type { Browser } from '../../../support/console/browser.ts';
import { problemsOf } from '../../../support/console/check-page.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';
import { wordsOf } from '../../../support/console/two-people.ts';

const FILER = filerIdOf('test', 'zqkey');
const OTHER = filerIdOf('test', 'amy');
const PATH = `/filers/${FILER}`;
const ROSTER = [
  `${campaign.key.column},last_name,first_name,email,user_type`,
  'zqkey,Zqlast,Zqfirst,zqmail@example.com,attorney',
  'amy,Filer,Amy,amy@example.com,attorney',
].join('\n');
const WHY = 'letter of the court';
const words = (text: string) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

let test: TestConsole;
let otto: Browser;
let secret: string;
const latest = async () => (await auditReaderOf(test.cloud).entries(1))[0]!;
const recorded = () => test.cloud.read('erasures/');
const erase = (fields: Record<string, string>, path = PATH) =>
  otto.post(`${path}/erase`, { csrf: secret, why: WHY, confirm: 'erase', ...fields });

beforeAll(async () => {
  test = await aConsole();
  await test.cloud.put('inbox/roster/first.csv', ROSTER);
  await test.cloud.settle();
  await test.cloud.advanceTo('2018-07-24T12:30:00Z');
  otto = await test.signedIn('otto');
  secret = await otto.csrf();
});
afterAll(() => test.stop());

describe('erasing a person in the console, before anyone was erased', () => {
  it('begins on the filer’s page, for operations alone', async () => {
    expect((await otto.get(PATH)).text).toContain(`href="${PATH}/erase"`);
    const clerk = await test.signedIn('clara');
    const page = (await clerk.get(PATH)).text;
    expect(page).toContain('Export everything about this person');
    expect(page).not.toContain(`${PATH}/erase`);
    const viewer = await test.signedIn('vera');
    expect((await viewer.get(PATH)).text).not.toContain('Export everything about this person');
  });

  it('says what will be erased, with counts, on an accessible page', async () => {
    const { statusCode, text } = await otto.get(`${PATH}/erase`);
    expect(statusCode).toBe(200);
    expect(words(text)).toContain('Erase Zqfirst Zqlast?');
    expect(words(text)).toContain('Their row in 1 roster version.');
    expect(words(text)).toContain('What was sent to them in 0 runs.');
    expect(words(text)).toContain('Type “erase” to confirm');
    expect(await problemsOf(text)).toEqual([]);
  });

  it.each(['clara', 'ada', 'vera'])(
    'attack: %s posts the form of operations; nothing is erased',
    async (who) => {
      const person = await test.signedIn(who);
      const fields = { csrf: await person.csrf(), why: WHY, confirm: 'erase' };
      expect((await person.post(`${PATH}/erase`, fields)).statusCode).toBe(403);
      expect(test.refusals().at(-1)).toBe('role');
      expect((await person.get(`${PATH}/erase`)).statusCode).toBe(403);
      expect((await recorded()).size).toBe(0);
    },
  );

  it.each([
    ['a wrong confirmation', { confirm: 'yes' }, 'Type “erase” to confirm. Nothing was erased.'],
    ['the filer’s id', { confirm: FILER }, 'Type “erase” to confirm. Nothing was erased.'],
    ['no reason', { why: ' ' }, 'Enter a reason: it is recorded with your name.'],
    ['an address in the reason', { why: 'zq@example.com asked' }, 'Remove the email address'],
    ['another person as the one who erases', { by: 'clara' }, 'Erase Zqfirst Zqlast?'],
  ])('attack: sends %s; nothing is erased, and the page says so', async (_what, fields, said) => {
    const { statusCode, location } = await erase(fields as Record<string, string>);
    expect([statusCode, location]).toEqual([303, expect.stringContaining('?form=')]);
    const { text } = await otto.get(location);
    expect(words(text)).toContain(said);
    expect(await problemsOf(text)).toEqual([]);
    expect((await recorded()).size).toBe(0);
  });

  it.each([
    ['without the secret of its person', { csrf: '' }],
    ['with a guessed one', { csrf: 'guess' }],
  ])('attack: sends the form %s; nothing is erased', async (_what, fields) => {
    expect((await erase(fields)).statusCode).toBe(403);
    expect(test.refusals().at(-1)).toBe('csrf');
    expect((await recorded()).size).toBe(0);
  });

  it.each(['0123456789abcdef', 'zqkey', '..%2f..'])('attack: names no filer: %s', async (id) => {
    expect((await otto.get(`/filers/${id}/erase`)).statusCode).toBeGreaterThanOrEqual(400);
    expect((await erase({}, `/filers/${id}`)).statusCode).toBeGreaterThanOrEqual(400);
    expect((await otto.get(`/filers/${id}/erasure`)).statusCode).toBeGreaterThanOrEqual(400);
    expect((await recorded()).size).toBe(0);
  });
});

describe('exporting everything about a person', () => {
  it('is a download that is on record as this person’s, and of which nothing is stored', async () => {
    const before = (await everythingStored(test.cloud)).size;
    const { text, headers } = await otto.post(`${PATH}/export`, { csrf: secret });
    expect(headers['content-disposition']).toBe(`attachment; filename="person-${FILER}.json"`);
    expect(headers['cache-control']).toBe('no-store');
    const data = JSON.parse(text) as PersonData;
    expect(data.rosters.map(({ filer }) => filer.lastName)).toEqual(['Zqlast']);
    expect((await latest()).act).toMatchObject({
      act: 'export-person',
      filerId: FILER,
      by: { kind: 'person', id: 'otto' },
    });
    const stored = await everythingStored(test.cloud);
    expect(stored.size).toBeGreaterThanOrEqual(before);
    expect(placesOf(['Downloaded from the filer', 'Zqlast'], stored).join('\n')).not.toContain('exports/');
  });

  it('attack: a viewer or an approver posts it, and gets nothing', async () => {
    for (const who of ['vera', 'ada']) {
      const person = await test.signedIn(who);
      const { statusCode, text } = await person.post(`${PATH}/export`, { csrf: await person.csrf() });
      expect(statusCode).toBe(403);
      expect(text).not.toContain('Zqlast');
    }
  });

  it('knows no one whom no roster has', async () => {
    const { statusCode } = await otto.post('/filers/0123456789abcdef/export', { csrf: secret });
    expect(statusCode).toBe(404);
  });
});

// One story, in this order.
describe('erasing a person in the console', () => {
  it('is refused while a run is under way, with the sentence that the command gives', async () => {
    await otto.post('/sending/hold', { csrf: secret, why: WHY });
    await test.cloud.advanceTo('2018-07-24T13:10:00Z');
    const command = { act: 'erase', filerId: FILER, confirm: FILER, by: 'ops1', why: WHY };
    const said = (await test.cloud.invoke('Erase', command)) as { done: boolean; words: string };
    expect(said.done).toBe(false);
    const page = await otto.get(`${PATH}/erase`);
    expect(words(page.text)).toContain(said.words);
    expect(page.text).not.toContain('name="confirm"');
    const answer = await erase({});
    expect(answer.location).toBe(PATH);
    const shown = words((await otto.get(PATH)).text);
    expect(shown).toContain(`Nothing was erased ${said.words}`);
    expect((await recorded()).size).toBe(0);
    await otto.post('/sending/lift', { csrf: secret, why: WHY, reason: 'person' });
    await test.cloud.advanceTo('2018-07-24T14:00:00Z');
  });

  it('leads to a page that says that it is under way, and then what was done', async () => {
    const answer = await erase({ neverMail: 'yes' });
    expect([answer.statusCode, answer.location]).toEqual([303, `${PATH}/erasure`]);
    const [record] = [...(await recorded()).values()];
    expect(JSON.parse(Buffer.from(record!).toString())).toMatchObject({ by: 'otto', neverMail: true });
    const busy = await otto.get(answer.location);
    expect(await problemsOf(busy.text)).toEqual([]);
    await test.cloud.settle();
    const done = await otto.get(answer.location);
    expect(words(done.text)).toContain('Erased from 1 roster version and 1 run, whose counts stay.');
    expect(done.text).not.toContain('data-live');
    expect(wordsOf(done.text)).not.toContain('Zq');
    expect(await problemsOf(done.text)).toEqual([]);
  });

  it('is on record as this person’s, and leaves nothing of the one who was erased', async () => {
    const { act } = await latest();
    expect(act).toMatchObject({
      act: 'erase',
      filerId: FILER,
      neverMail: true,
      why: WHY,
      by: { kind: 'person', id: 'otto' },
    });
    const marks = ['Zqlast', 'Zqfirst', 'zqmail', 'zqkey'];
    expect(placesOf(marks, await everythingStored(test.cloud))).toEqual([]);
    expect((await otto.get(`/filers/${OTHER}`)).statusCode).toBe(200);
  });

  it('says at the filer’s address that they were erased, and when; only operations see what', async () => {
    const { statusCode, text } = await otto.get(PATH);
    expect(statusCode).toBe(200);
    expect(words(text)).toMatch(/Erased Tue, Jul 24, 2018, \d+:\d+ a\.m\. EDT/);
    expect(words(text)).toContain('This person’s data was erased. Only the filer’s id remains');
    expect(text).toContain(`href="${PATH}/erasure"`);
    expect(await problemsOf(text)).toEqual([]);
    const viewer = await test.signedIn('vera');
    expect((await viewer.get(PATH)).text).not.toContain(`${PATH}/erasure`);
    expect((await viewer.get('/filers/0123456789abcdef')).statusCode).toBe(404);
  });

  it('counts them no longer, and says why the report of their roster is gone', async () => {
    const roster = (await otto.get('/roster')).text;
    expect(words(roster)).toContain('Filers in the active roster 1');
    const [, path = ''] = /href="(\/roster\/versions\/[^"]+)"/.exec(roster)!;
    const report = words((await otto.get(path)).text);
    expect(report).toContain('in this version; 1 erased');
    expect(report).toContain('The list and the uploaded file were deleted on Tue, Jul 24, 2018');
    const overview = words((await otto.get('/')).text);
    expect(overview).toContain('Filers in the roster 1');
    // What the run counted stays.
    expect(overview).toContain('2 filers: 2 sent, 0 waiting, 0 not sent.');
  });

  it('finds no one a second time', async () => {
    expect((await otto.get(`${PATH}/erase`)).statusCode).toBe(404);
    expect((await erase({})).statusCode).toBe(404);
  });

  it('did that with what the console is granted', () => {
    expect(test.cloud.denials).toEqual([]);
    expect(test.cloud.failures).toEqual([]);
  });
});
