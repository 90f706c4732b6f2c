import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { fixtures } from '#fixtures';
import { chunkStore } from '../../../functions/aws/chunks.ts';
import { logReader } from '../../../functions/aws/send-log-reader.ts';
import type { ExportPersonResult } from '../../../functions/commands/export-person.ts';
import type { AuditEntry } from '../../../functions/domain/audit-entry.ts';
import type { CommandAnswer, CommandInput } from '../../../functions/domain/command.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import { STATES } from '../../../functions/domain/filer/state.ts';
import { endOfItem, PERSONAL_DATA } from '../../../functions/domain/personal-data.ts';
import { retryName } from '../../../functions/domain/run/run.ts';
import { ENV } from '../../../functions/lib/env.ts';
import type { RunsReport } from '../../../functions/queries/run-reports.ts';
import type { SendReport } from '../../../functions/queries/send-reports.ts';
import type { SuppressedPage } from '../../../functions/queries/suppressed.ts';
import { planWith } from '../../support/builders/plan.ts';
import {
  addItems,
  everythingStored,
  itemsOf,
  placesOf,
  restore,
} from '../../support/clouds/everything-stored.ts';
import { aConsole, type TestConsole } from '../../support/console/console.ts';

/** Each of this person's cells, one of a kind: none may be left anywhere. */
const MARKS = {
  key: 'zqkey77',
  last: 'Zqlastovich',
  first: 'Zqfirstine',
  middle: 'Zqmiddlea',
  firm: 'Zqfirm and Partners',
  bar: 'ZQBAR4711',
  phone: '212-555-0147',
  email: 'bounce+zqmain@simulator.amazonses.com',
  second: 'zqsecond@example.com',
} as const;
const WORDS = [...Object.values(MARKS), 'zqmain', '5550147', 'zqfirm'];
const FILER = filerIdOf('test', MARKS.key);
const NOTE = `Ask for ${MARKS.first} in the afternoon`;
const NOTICE = 'notice-1_20180724T130000Z';
const WHO = { by: 'ops1', why: 'asked by letter of the court' };
const ERASE = { act: 'erase', filerId: FILER, confirm: FILER, ...WHO };

const HEADER = `${campaign.key.column},last_name,first_name,middle_name,firm,bar_id,phone,email,secondary_email,user_type`;
const PERSON = [
  MARKS.key,
  MARKS.last,
  MARKS.first,
  MARKS.middle,
  MARKS.firm,
  MARKS.bar,
  MARKS.phone,
  MARKS.email,
  // Ben has the second of these, too.
  `${MARKS.second}; office@example.com`,
  // No word of the column: the report quotes the row.
  'zqodd',
].join(',');
const OTHERS = ['amy', 'ben', 'cay', 'dan'].map(
  (name) =>
    `${name},Filer,${name},,,,212-555-0100,${name}@example.com,${name === 'ben' ? 'Office@example.com' : ''},attorney`,
);
const rosterOf = (...rows: string[]) => [HEADER, ...rows].join('\n');

let test: TestConsole;
const ask = <Answer = CommandAnswer>(command: CommandInput) =>
  test.cloud.invoke('Act', command) as Promise<Answer>;
const erase = (event: unknown) => test.cloud.invoke('Erase', event);
const runs = async () => (await ask<RunsReport>({ act: 'reconcile' })).runs;
const suppressed = async () => (await ask<SuppressedPage>({ act: 'suppressed' })).suppressed;

beforeAll(async () => {
  test = await aConsole({ roster: { maxUnreachablePercent: 90 }, sending: { secondaryAddresses: true } });
  const { cloud } = test;
  await cloud.put('inbox/roster/first.csv', rosterOf(PERSON, ...OTHERS));
  await cloud.settle();
  await cloud.advanceTo('2018-07-24T14:00:00Z');
  await cloud.put('inbox/update/second.csv', rosterOf(PERSON.replace(',Zqmiddlea', ',Zqmiddlea B.')));
  await cloud.settle();
});
afterAll(() => test.cloud.stop());

const RESTORED = [ENV.rosterTable, ENV.sendLogTable, ENV.deliveryTable];

// One story, in this order.
describe('erasing a person', () => {
  let before: RunsReport['runs'];
  let kept: Awaited<ReturnType<typeof itemsOf>>;

  it('begins with data of them in tables, uploads, reports, exports and the search index', async () => {
    const clerk = await test.signedIn('clara');
    await clerk.open('/filers?q=zqlastovich');
    const csrf = await clerk.csrf();
    await clerk.post('/log/exports', { csrf, run: NOTICE });
    await clerk.post(`/filers/${FILER}/call`, { csrf, result: 'no-answer', note: NOTE });
    await test.cloud.settle();
    await test.cloud.put('inbox/launch/launch.json', JSON.stringify(planWith(fixtures.undated)));
    await test.cloud.settle();
    await test.cloud.invoke('ReleasePhase', { phaseId: 'date-change', by: 'clerk1', why: 'decided' });
    await test.cloud.settle();
    await test.cloud.advanceTo('2018-07-24T16:00:00Z');
    const places = placesOf(WORDS, await everythingStored(test.cloud)).join('\n');
    for (const place of [
      'CRIER_ROSTER_TABLE',
      'CRIER_DELIVERY_TABLE',
      'inbox/roster',
      'inbox/update',
      'reports/',
      'exports/',
      'search/',
    ])
      expect(places).toContain(place);
    expect((await suppressed()).map(({ filerId }) => filerId)).toContain(FILER);
    before = await runs();
    expect(before.length).toBeGreaterThan(1);
    expect(before.flatMap(({ differences }) => differences)).toEqual([]);
  });

  it('can be preceded by an export of everything about them, which is on record', async () => {
    const answer = await ask<CommandAnswer<ExportPersonResult>>({
      act: 'export-person',
      filerId: FILER,
      ...WHO,
    });
    const { data } = answer;
    expect(data!.rosters.map(({ filer }) => [filer.lastName, filer.middleName, filer.barId])).toEqual([
      [MARKS.last, MARKS.middle, MARKS.bar],
      [MARKS.last, `${MARKS.middle} B.`, MARKS.bar],
    ]);
    expect(data!.sends.map(({ runId }) => runId)).toEqual(before.map(({ runId }) => runId));
    expect(data!.suppressed).toMatchObject([{ place: 0, reason: 'hard-bounce' }]);
    expect(data!.calls).toMatchObject([{ result: 'no-answer', note: NOTE }]);
    expect(data!.callStatus).toMatchObject({ assignee: null, last: { result: 'no-answer' } });
    expect(data!.commands).toMatchObject([{ act: { act: 'call', result: 'no-answer' } }]);
    expect(JSON.stringify(data!.commands)).not.toContain(NOTE);
    const [entry] = await ask<AuditEntry[]>({ act: 'acts', limit: 1 });
    expect(entry!.act).toMatchObject({ act: 'export-person', filerId: FILER, why: WHO.why });
    const nobody = await ask({ act: 'export-person', filerId: '0123456789abcdef', ...WHO });
    expect(nobody).toMatchObject({ done: false, reason: 'no-such-filer' });
  });

  it('never had their addresses in the suppression list in clear', async () => {
    const stored = await everythingStored(test.cloud);
    const list = new Map([...stored].filter(([place]) => place.startsWith('CRIER_SUPPRESSION_TABLE')));
    expect(list.size).toBeGreaterThan(1);
    expect(placesOf(['zq', '@'], list)).toEqual([]);
  });

  it('attack: erases without repeating the id, and is refused', async () => {
    await expect(erase({ ...ERASE, confirm: 'yes' })).rejects.toThrow('must repeat the filer id');
    await expect(erase({ ...ERASE, confirm: undefined })).rejects.toThrow('must repeat the filer id');
  });

  it('knows no one whom no roster and no run has', async () => {
    const nobody = '0123456789abcdef';
    expect(await erase({ ...ERASE, filerId: nobody, confirm: nobody })).toMatchObject({
      done: false,
      reason: 'no-such-filer',
    });
  });

  it('waits while a retry to them is under way', async () => {
    // What the tables hold now is what a restore brings back.
    kept = await itemsOf(test.cloud, RESTORED);
    const at = { runId: NOTICE, chunk: retryName({ filerId: FILER, attempt: 9 }) };
    const store = chunkStore(test.cloud.env);
    const state = STATES[0]!;
    await store.putIfAbsent(at, { attempts: [{ filerId: FILER, attempt: 9, state }], now: 0 });
    expect(await erase(ERASE)).toMatchObject({ done: false, reason: 'retry-under-way' });
    await restore(test.cloud, kept);
  });

  it('leaves nothing of them in any table, object, dead letter, log line, event or notice', async () => {
    expect(await erase({ ...ERASE, neverMail: true })).toMatchObject({
      done: true,
      words: expect.stringMatching(
        /^Erased from 2 roster versions and 2 runs; their counts stay\. [1-9]\d* files \(uploads, reports and exports\)/,
      ),
    });
    await test.cloud.settle();
    expect(placesOf(WORDS, await everythingStored(test.cloud))).toEqual([]);
  });

  it('leaves their id in records of commands and of the erasure alone', async () => {
    const places = placesOf([FILER], await everythingStored(test.cloud)).map((place) => place.split(' ')[0]);
    expect([...new Set(places)].sort()).toEqual(['log', 'object']);
    const objects = placesOf([FILER], await test.cloud.read('').then(texts));
    expect(objects).toEqual([`erasures/${FILER}.json: ${FILER}`]);
    const [record] = (await test.cloud.read('erasures/')).values();
    expect(JSON.parse(Buffer.from(record!).toString())).toEqual({
      filerId: FILER,
      requestedAt: expect.any(String),
      finishedAt: expect.any(String),
      by: 'outside the console',
      until: expect.any(String),
      neverMail: true,
      counts: { versions: 2, runs: 2, files: expect.any(Number) },
    });
  });

  it('leaves every count of every run as it was, and every run balances', async () => {
    const after = await runs();
    expect(after).toEqual(before);
  });

  it('shows an unnamed line in the log where they were, and none of them on their page', async () => {
    const clerk = await test.signedIn('clara');
    const { text } = await clerk.get(`/log?run=${NOTICE}`);
    expect(text.match(/Erased person/g)).toHaveLength(1);
    const gone = await clerk.get(`/filers/${FILER}`);
    expect(gone.text).toContain('This person’s data was erased.');
    expect(placesOf(WORDS, new Map([['page', gone.text]]))).toEqual([]);
    expect(await ask<SendReport[]>({ act: 'show', filerId: FILER })).toEqual([]);
    const search = await clerk.open('/filers?q=zqlastovich');
    expect(search.text).not.toContain(FILER);
    expect((await clerk.open('/filers?q=ben')).text).toContain(filerIdOf('test', 'ben'));
  });

  it('asks no one to look at what is left of them', async () => {
    const facts = await Array.fromAsync(logReader(test.cloud.env).attention({ pageSize: 10 }));
    expect(facts).toEqual([]);
    const retry = await ask({ act: 'retry', runId: NOTICE, all: true, ...WHO });
    expect(retry).toMatchObject({ done: false, reason: 'nothing-to-retry' });
  });

  it('is in the audit log, by id', async () => {
    const [entry] = await ask<AuditEntry[]>({ act: 'acts', limit: 1 });
    expect(entry).toMatchObject({
      act: { act: 'erase', filerId: FILER, neverMail: true, why: WHO.why, by: { kind: 'outside' } },
      before: ['versions 2', 'runs 2'],
    });
  });

  it('finds nothing left to do a second time', async () => {
    expect(await erase({ act: 'again' })).toEqual({ erased: [] });
    expect(await erase(ERASE)).toMatchObject({ done: false, reason: 'no-such-filer' });
  });

  it('attack: is undone by a restore of the tables, and is applied again within the hour', async () => {
    await restore(test.cloud, kept);
    expect(placesOf(WORDS, await everythingStored(test.cloud))).not.toEqual([]);
    await test.cloud.advanceTo('2018-07-24T17:30:00Z');
    expect(placesOf(WORDS, await everythingStored(test.cloud))).toEqual([]);
    expect(await runs()).toEqual(before);
    expect(await erase({ act: 'again' })).toEqual({ erased: [] });
  });

  it('attack: is undone by a restore, and applied again by two calls at once; every count stays', async () => {
    await restore(test.cloud, kept);
    const again = () => erase({ act: 'again' }) as Promise<{ erased: string[] }>;
    const answers = await Promise.all([again(), again()]);
    expect(answers.flatMap(({ erased }) => erased)).toEqual([FILER]);
    expect(placesOf(WORDS, await everythingStored(test.cloud))).toEqual([]);
    expect(await runs()).toEqual(before);
    const [record] = (await test.cloud.read('erasures/')).values();
    const { counts } = JSON.parse(Buffer.from(record!).toString());
    // The first time, and after two restores.
    expect(counts).toMatchObject({ versions: 6, runs: 6 });
  });

  it('is over where a new roster names them again: they are new, and never emailed', async () => {
    await test.cloud.advanceTo('2018-07-25T16:00:00Z');
    await test.cloud.put('inbox/roster/third.csv', rosterOf(...OTHERS, PERSON));
    await test.cloud.settle();
    expect(
      (await suppressed())
        .filter(({ filerId }) => filerId === FILER)
        .map(({ place, reason }) => [place, reason]),
    ).toEqual([
      [0, 'hard-bounce'],
      [1, 'asked'],
    ]);
    // Their last address is another filer's, who must get emails.
    expect((await suppressed()).map(({ filerId }) => filerId)).not.toContain(filerIdOf('test', 'ben'));
    expect(await erase({ act: 'again' })).toEqual({ erased: [] });
    expect(await ask<SendReport[]>({ act: 'show', filerId: FILER })).toEqual([]);
  });

  it('takes from the tables what a restore brings back, and leaves what the new roster says', async () => {
    await addItems(test.cloud, kept);
    expect(await erase({ act: 'again' })).toEqual({ erased: [FILER] });
    const { data } = await ask<CommandAnswer<ExportPersonResult>>({
      act: 'export-person',
      filerId: FILER,
      ...WHO,
    });
    expect(data!.rosters.map(({ filer }) => filer.middleName)).toEqual([MARKS.middle]);
    expect(data!.sends).toEqual([]);
    expect(await erase({ act: 'again' })).toEqual({ erased: [] });
  });

  it('left no item of a kind that the list of personal data lacks, or without the end that it names', async () => {
    const tables = Object.entries(ENV).filter(([name]) => name.endsWith('Table'));
    const stored = await itemsOf(
      test.cloud,
      tables.map(([, variable]) => variable),
    );
    const seen = tables.flatMap(([name, variable]) => {
      const store = PERSONAL_DATA.find(({ place }) => place.toLowerCase() === name.toLowerCase())!;
      return stored.get(variable)!.map((item) => {
        const end = endOfItem(store, String(item.pk));
        return { kind: `${name} ${item.pk}`, isKnown: end === null || (end !== undefined && end in item) };
      });
    });
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.filter(({ isKnown }) => !isKnown)).toEqual([]);
  });

  it('did all that with what its function is granted', () => {
    expect(test.cloud.denials).toEqual([]);
    expect(test.cloud.failures.filter(({ what }) => !what.includes('must repeat the filer id'))).toEqual([]);
  });
});

function texts(objects: Map<string, Uint8Array>): Map<string, string> {
  return new Map([...objects].map(([key, content]) => [key, Buffer.from(content).toString()]));
}
