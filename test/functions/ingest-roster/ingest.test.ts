import { readdirSync, readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { outsideActor, personActor } from '../../../functions/domain/actor.ts';
import { ingest } from '../../../functions/ingest-roster/ingest.ts';
import { startIntakeCloud } from '../../support/clouds/intake-cloud.ts';
import { check } from '../../support/roster/table.ts';
import { anIntakeForEach, roster } from './rosters.ts';

const ROSTER =
  'uid,last_name,email,pacer_account_type,link_status\na,Abel,a@example.com,legacy,\nb,Baker,b@example.com,upgraded,\nc,Cole,a@example.com,,\n';

const { cloud, active, filers, kinds } = anIntakeForEach();

const names = async () => (await filers()).map(({ userId }) => userId).sort();

describe('ingest', () => {
  it('tells a person who has a file read again that it is gone, by an erasure for example', async () => {
    const { bucket } = await cloud().put('inbox/roster/august.csv', ROSTER);
    const keeping = { version: 'v', by: personActor({ id: 'clara' }) };
    const file = { bucket, key: 'inbox/roster/gone.csv', size: 0, versionId: null, etag: null };
    const again = { ...file, uploadedAt: cloud().now, keeping };
    await ingest(again, cloud().services);
    expect(await cloud().report(again)).toMatchObject({
      refused: expect.stringContaining('no longer in the inbox'),
    });
    expect(kinds()).toEqual(['RosterRefused replaced']);
    await ingest({ ...file, uploadedAt: cloud().now }, cloud().services);
    expect(cloud().logs.at(-1)?.code).toBe('upload-gone');
    expect(kinds()).toHaveLength(1);
  });

  it('activates a clean roster, and reports on it', async () => {
    const report = await cloud().ingest('inbox/roster/august.csv', ROSTER);
    expect(report).toMatchObject({
      refused: null,
      held: [],
      accepted: 3,
      rejected: 0,
      warned: 0,
      problems: [],
      table: null,
      file: { format: 'CSV', encoding: 'UTF-8', delimiter: ',', rows: 3 },
      states: { 'needs-upgrade': 1, 'ready-to-link': 1, 'verify-account': 1 },
      changes: { new: 3, gone: 0, addressChanged: 0, states: [] },
    });
    expect(await active()).toMatchObject({
      version: report.version,
      filers: 3,
      progressAsOf: '2018-07-24T13:00:00Z',
      activatedAt: cloud().now,
    });
    expect(
      (await filers())
        .filter(({ sharedAddress }) => sharedAddress)
        .map(({ userId }) => userId)
        .sort(),
    ).toEqual(['a', 'c']);
    expect(kinds()).toEqual(['RosterIngested']);
    expect(await cloud().keys('reports/')).toEqual(['reports/roster/august.csv/20180724T130000Z.json']);
  });

  it('counts problems by kind, those of the header too', async () => {
    const { problemCounts, version } = await cloud().ingest(
      'inbox/roster/a.csv',
      'uid,last_name,email,Hobby\na,Abel,,x\nb,,b@example.com,y\nc,Cole,,z\n',
    );
    expect(problemCounts).toEqual([
      { code: 'email-missing', severity: 'address', count: 2 },
      { code: 'column-ignored', severity: 'warning', count: 1 },
      { code: 'last-name-missing', severity: 'error', count: 1 },
    ]);
    expect(await cloud().services.roster.version(version!)).toMatchObject({
      problemCounts,
      states: { 'verify-account': 2 },
    });
  });

  it('lists versions by pages, newest upload first', async () => {
    for (const hour of ['10', '11', '12', '13', '14'])
      await cloud().ingest('inbox/roster/a.csv', roster(Number(hour)), `2018-07-24T${hour}:00:00Z`);
    const pages: string[][] = [];
    for (let before: string | null = null; ; ) {
      const page = await cloud().services.roster.versionsBefore(before, 2);
      before = page.at(-1)?.version ?? null;
      if (before === null) break;
      pages.push(page.map(({ uploadedAt }) => uploadedAt.slice(11, 13)));
    }
    expect(pages).toEqual([['14', '13'], ['12', '11'], ['10']]);
  });

  it('keeps who uploaded a file in the console, and records it once, before anything is done with it', async () => {
    const upload = await cloud().put('inbox/roster/x/a.csv', ROSTER, cloud().now, 'clara');
    await ingest(upload, cloud().services);
    await ingest(upload, cloud().services);
    expect(await active()).toMatchObject({ by: personActor({ id: 'clara' }) });
    const acts = (await cloud().auditReader.entries(10)).filter(({ act }) => act.act === 'upload');
    expect(acts).toEqual([
      {
        at: upload.uploadedAt,
        requestId: expect.stringMatching(/^upload-[0-9a-f]{16}$/),
        act: {
          act: 'upload',
          kind: 'roster',
          upload: expect.stringMatching(/^[0-9a-f]{16}$/),
          by: personActor({ id: 'clara' }),
          why: 'uploaded in the console',
        },
        before: [],
        after: [],
      },
    ]);
  });

  it('attack: another file sent with a used form changes nothing, and is said to', async () => {
    const first = await cloud().put('inbox/roster/x/a.csv', ROSTER, cloud().now, 'clara');
    await ingest(first, cloud().services);
    const before = await active();
    const again = { ...first, uploadedAt: '2018-07-24T13:10:00Z', versionId: null, etag: 'other' };
    await ingest(again, cloud().services);
    expect(await active()).toEqual(before);
    expect((await cloud().report(again, { isStray: true })).refused).toMatch(
      /belongs to another console upload/,
    );
    expect(cloud().logs.at(-1)).toEqual({ code: 'roster-refused', fields: { reason: 'form-used' } });
  });

  it('attack: another file sent with a used form within the second leaves the report of the first', async () => {
    const first = await cloud().put('inbox/roster/x/a.csv', ROSTER, cloud().now, 'clara');
    await ingest(first, cloud().services);
    const report = await cloud().report(first);
    await ingest({ ...first, versionId: null, etag: 'other' }, cloud().services);
    expect(await cloud().report(first)).toEqual(report);
  });

  it('attack: a file whose metadata claim a person is no one’s', async () => {
    const upload = await cloud().put('inbox/roster/a.csv', ROSTER, cloud().now, {
      by: 'clara',
      form: 'guessed',
    });
    await ingest(upload, cloud().services);
    expect((await active())?.by).toEqual(outsideActor());
  });

  it('knows of no uploader by a file that came without a form', async () => {
    await ingest(await cloud().put('inbox/roster/a.csv', ROSTER, cloud().now), cloud().services);
    expect((await active())?.by).toEqual(outsideActor());
  });

  it('hands the table back with the problems, to be repaired and uploaded again', async () => {
    const content =
      'uid;last_name;email;Note\na;=Abel;a@example.com;"x;""y"""\nb;;b@example.com;+1\nc;Cole;nonsense;-\n';
    const report = await cloud().ingest('inbox/roster/a.csv', content);
    const table = await cloud().text(report.table!);
    expect(table.split('\r\n').slice(0, 2)).toEqual([
      '\ufeff"crier_row";"crier_problems";"uid";"last_name";"email";"Note"',
      `"2";;"a";"'=Abel";"a@example.com";"x;""y"""`,
    ]);
    expect(table).toContain(
      `"3";"error: last_name """": expected the filer's last name: it can't be blank";"b";;"b@example.com";"'+1"`,
    );
    const again = await check(
      table.replace('"b";;', '"b";"Baker";').replace(';"nonsense"', ';"c@example.com"'),
    );
    expect(again.rows.map(({ filer }) => [filer?.userId, filer?.lastName, filer?.email])).toEqual([
      ['a', '=Abel', 'a@example.com'],
      ['b', 'Baker', 'b@example.com'],
      ['c', 'Cole', 'c@example.com'],
    ]);
    expect(again.checked.layout.problems.map(({ column }) => column)).toEqual(['Note']);
  });

  it('refuses without a plan, and says to upload it first', async () => {
    const other = await startIntakeCloud();
    const report = await other.ingest('inbox/roster/a.csv', ROSTER);
    expect(report.refused).toMatch(/^There is no launch plan yet/);
    expect(await other.services.roster.activeVersion()).toBeNull();
    expect(other.events.map(({ kind, detail }) => [kind, detail.reason])).toEqual([
      ['RosterRefused', 'no-plan'],
    ]);
    await other.close();
  });

  it('gives up a file that the process died of three times, with a report; the next upload is read', async () => {
    const upload = await cloud().put('inbox/roster/deadly.csv', ROSTER);
    const { rosterWriter } = cloud().services;
    const outage = { ...cloud().services, plans: { current: () => Promise.reject(new Error('no network')) } };
    // An error that comes back is no death: it ends the try, however often.
    for (let time = 0; time < 5; time++) await expect(ingest(upload, outage)).rejects.toThrow('no network');
    const deaf = { ...outage, rosterWriter: { ...rosterWriter, endTry: async () => {} } };
    for (let time = 0; time < 3; time++) await expect(ingest(upload, deaf)).rejects.toThrow('no network');
    await ingest(upload, cloud().services);
    const { refused } = await cloud().report(upload);
    expect(refused).toMatch(/^Crier tried 3 times .* Save the roster as CSV/);
    expect(refused?.length).toBeLessThan(300);
    expect(kinds()).toEqual(['RosterRefused gave-up']);
    await cloud().ingest('inbox/roster/deadly.csv', ROSTER, '2018-07-24T15:00:00Z');
    expect(await names()).toEqual(['a', 'b', 'c']);
  });

  it('does not count a try that is cut short while it writes', async () => {
    const upload = await cloud().put('inbox/roster/a.csv', ROSTER);
    for (let time = 0; time < 5; time++) {
      const { rosterWriter } = cloud().services;
      let ends = 0;
      const dying = {
        ...cloud().services,
        rosterWriter: {
          ...rosterWriter,
          // The process dies in the middle of writing: only what ended before was noted.
          endTry: async (one: typeof upload) => (ends++ === 0 ? rosterWriter.endTry(one) : undefined),
          begin: () => Promise.reject(new Error('died')),
        },
      };
      await expect(ingest(upload, dying)).rejects.toThrow('died');
    }
    await ingest(upload, cloud().services);
    expect(kinds()).toEqual(['RosterIngested']);
  });

  it('refuses a file that is no table, and an update without a roster; nothing changes', async () => {
    expect((await cloud().ingest('inbox/update/a.csv', 'uid,firm\na,Firm\n')).refused).toMatch(
      /^There is no active roster/,
    );
    await cloud().ingest('inbox/roster/a.csv', ROSTER, '2018-07-24T14:00:00Z');
    expect(
      (await cloud().ingest('inbox/roster/b.csv', '%PDF-1.7\n', '2018-07-24T15:00:00Z')).refused,
    ).toMatch(/a PDF document/);
    expect(
      (
        await cloud().ingest(
          'inbox/roster/c.csv',
          'uid,last_name,email,SSN\na,b,c,d\n',
          '2018-07-24T16:00:00Z',
        )
      ).refused,
    ).toMatch(/social security/);
    expect(await names()).toEqual(['a', 'b', 'c']);
    expect(kinds()).toEqual([
      'RosterRefused no-roster',
      'RosterIngested',
      'RosterRefused not-a-table',
      'RosterRefused not-a-roster',
    ]);
  });

  it('recognises the same bytes under any name, and changes nothing', async () => {
    const first = await cloud().ingest('inbox/roster/a.csv', ROSTER);
    const again = await cloud().ingest('inbox/roster/renamed.csv', ROSTER, '2018-07-26T13:00:00Z');
    expect(again.refused).toContain(`became version ${first.version}, which is active. Nothing has changed`);
    expect(await cloud().services.roster.versions()).toHaveLength(1);
    expect(kinds()).toEqual(['RosterIngested', 'RosterRefused same-content']);
  });

  it('does nothing when the same event is delivered again', async () => {
    const upload = await cloud().put('inbox/roster/a.csv', ROSTER);
    await ingest(upload, cloud().services);
    await ingest(upload, cloud().services);
    expect(kinds()).toEqual(['RosterIngested']);
    expect(await cloud().services.roster.versions()).toHaveLength(1);
  });

  it('keeps link status as fresh as the last upload that carried it', async () => {
    await cloud().ingest('inbox/roster/a.csv', ROSTER, '2018-07-24T13:00:00Z');
    await cloud().ingest('inbox/update/b.csv', 'uid,firm\na,Firm\n', '2018-07-25T13:00:00Z');
    expect(await active()).toMatchObject({
      kind: 'update',
      uploadedAt: '2018-07-25T13:00:00Z',
      progressAsOf: '2018-07-24T13:00:00Z',
    });
    await cloud().ingest('inbox/update/c.csv', 'uid,link_status\na,pending\n', '2018-07-26T03:30:00Z');
    // One line says nothing of the others.
    expect(await active()).toMatchObject({ progressAsOf: '2018-07-24T13:00:00Z', filers: 3 });
    const [one] = (await filers()).filter(({ userId }) => userId === 'a');
    // Half past three in the night in UTC is still the day before in New York.
    expect(one).toMatchObject({
      firm: 'Firm',
      linkStatus: 'pending',
      linkAsOf: '2018-07-25',
      sharedAddress: true,
    });
  });

  it('never lets an older upload replace a newer one automatically', async () => {
    await cloud().ingest('inbox/roster/new.csv', roster(10), '2018-07-25T13:00:00Z');
    const report = await cloud().ingest('inbox/roster/old.csv', roster(11), '2018-07-24T13:00:00Z');
    expect(report.held).toEqual(['A roster or update that was uploaded later has already been active']);
    expect((await active())?.filers).toBe(10);
  });

  it('does not mix two uploads at once, whichever ends first', async () => {
    await cloud().ingest('inbox/roster/a.csv', roster(30));
    const uploads = await Promise.all([
      cloud().put('inbox/update/b.csv', 'uid,firm\nu1,One\n', '2018-07-25T13:00:00Z'),
      cloud().put('inbox/update/c.csv', 'uid,phone\nu1,555\n', '2018-07-25T13:00:00Z'),
      cloud().put('inbox/roster/d.csv', roster(31), '2018-07-25T13:00:00Z'),
    ]);
    await Promise.all(uploads.map((upload) => ingest(upload, cloud().services)));
    const { decisions } = await cloud().services.roster.active();
    const chain = decisions.map(({ from, version }) => [from, version]);
    expect(chain).toHaveLength(4);
    for (const [index, [from]] of chain.entries()) expect(from).toBe(chain[index - 1]?.[1] ?? null);
    for (const { version } of decisions) {
      const stored = await cloud().services.roster.version(version);
      expect(await filers(version)).toHaveLength(stored!.filers);
      const before = decisions.find((one) => one.version === version)!.from;
      expect(stored?.base).toBe(before);
    }
  });

  it('takes the whole example in, update by update', async () => {
    const folder = new URL('../../../examples/nysb-2018/', import.meta.url);
    const first = await cloud().ingest(
      'inbox/roster/roster.csv',
      readFileSync(new URL('roster.csv', folder)),
      '2018-07-20T14:00:00Z',
    );
    expect(first).toMatchObject({ held: [], rejected: 4 });
    for (const name of readdirSync(new URL('updates/', folder)).sort()) {
      const wall = `${name.slice(0, 13)}:${name.slice(13, 15)}`;
      const at = Temporal.PlainDateTime.from(wall).toZonedDateTime('America/New_York').toInstant().toString();
      const report = await cloud().ingest(
        `inbox/update/${name}`,
        readFileSync(new URL(`updates/${name}`, folder)),
        at,
      );
      expect(report, name).toMatchObject({ refused: null, held: [] });
    }
    expect((await active())?.filers).toBe(first.accepted);
  });
});
