import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Picked, pick } from '../../../functions/aws/pick.ts';
import {
  chunkRange,
  chunks,
  counts,
  exports,
  frozenAudiences,
  gate,
  logReader,
  oneOffs,
  planOf,
  plans,
  progress,
  queuedRetries,
  readiness,
  roster,
  runs,
  savedSearches,
  search,
  sendLog,
  suppression,
} from '../../../functions/aws/services.ts';
import type { Filer } from '../../../functions/domain/filer/filer.ts';
import { unreachableIn } from '../../../functions/domain/filer/state-counts.ts';
import type { ExportFilter } from '../../../functions/domain/send/export-request.ts';
import { SEND_STATUSES } from '../../../functions/domain/send/status.ts';
import { attentionPage } from '../../../functions/queries/attention-page.ts';
import { filerTimeline } from '../../../functions/queries/filer-timeline.ts';
import { readinessHistory } from '../../../functions/queries/readiness-history.ts';
import { runsList } from '../../../functions/queries/runs-list.ts';
import { searchLog } from '../../../functions/queries/search-log.ts';
import { searchRoster } from '../../../functions/queries/search-roster.ts';
import { sendsPage } from '../../../functions/queries/sends-page.ts';
import { suppressedCounts } from '../../../functions/queries/suppressed-counts.ts';
import { anOpsCloud, idOf, type OpsCloud, RUN } from '../../support/clouds/ops-cloud.ts';

let ops: OpsCloud;
const VERSION = { filers: 7, pivotDate: '2018-10-22' };
const PICKED = {
  chunkRange,
  chunks,
  counts,
  exports,
  gate,
  plans,
  logReader,
  frozenAudiences,
  oneOffs,
  planOf,
  progress,
  queuedRetries,
  readiness,
  roster,
  runs,
  savedSearches,
  search,
  sendLog,
  suppression,
};
let services: Picked<keyof typeof PICKED>;
beforeAll(async () => {
  ops = await anOpsCloud();
  const { cloud } = ops;
  const runtime = { env: cloud.env, clock: cloud.clock, log: { info: () => {}, error: () => {} } };
  services = pick(runtime, PICKED);
  await cloud.advanceTo('2018-07-24T13:30:00Z');
});
afterAll(() => ops.cloud.stop());

const version = async () => (await services.roster.activeVersion())!.version;

async function linesOf(filter: ExportFilter): Promise<Record<string, string>[]> {
  const id = await services.exports.ask(filter, 'the-clerk');
  expect(await services.exports.status(id)).toMatchObject({ state: 'waiting', rows: 0, by: 'the-clerk' });
  await ops.cloud.settle();
  const status = await services.exports.status(id);
  expect(status).toMatchObject({ state: 'done', filter });
  const link = new URL(await services.exports.link(id, 'Notice 1: all.csv'));
  expect(link.searchParams.get('response-content-disposition')).toBe(
    'attachment; filename="Notice-1-all.csv"',
  );
  expect(link.searchParams.get('X-Amz-Expires')).toBe('300');
  const answer = await fetch(link);
  const rows = parse<Record<string, string>>(await answer.text(), { columns: true, bom: true });
  expect(status!.rows).toBe(rows.length);
  return rows;
}

describe('the log of a run in the embedded cloud', () => {
  it('lists the run with its counts and their time', async () => {
    const [line, ...others] = await runsList(services);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ state: 'complete', counts: { audience: 7 } });
    const { byStatus, asOf } = line!.counts!;
    expect(Object.values(byStatus).reduce((sum, count) => sum + count, 0)).toBe(7);
    expect(asOf > '2018-07-24T13:00:00Z').toBe(true);
  });

  it('gives by each status what the whole log gives', async () => {
    const all = await sendsPage({ runId: RUN }, { services });
    if (!all.ok) throw new Error(all.refused);
    expect(all.lines).toHaveLength(7);
    for (const status of SEND_STATUSES) {
      const page = await sendsPage({ runId: RUN, status }, { services });
      const expected = all.lines.filter((line) => line.status === status);
      expect(page).toMatchObject({ ok: true, next: null, lines: expected });
    }
    expect(all.lines.map(({ filer }) => filer?.lastName)).toEqual(Array(7).fill('Filer'));
  });

  it('lists what needs a person with names', async () => {
    const page = await attentionPage({ services });
    if (!page.ok) throw new Error(page.refused);
    const found = page.lines.map(({ filer, status }) => `${filer?.userId} ${status}`);
    expect(found.sort()).toEqual(['bounces bounced', 'late unknown', 'refused failed', 'silent unknown']);
  });

  it('finds filers by the index, with their sends', async () => {
    const typed = 'filer boun';
    const page = await searchLog({ version: await version(), typed }, { services });
    expect(page).toMatchObject({
      ok: true,
      notIndexed: false,
      lines: [{ filer: { userId: 'bounces' }, sends: [{ runId: RUN, status: 'bounced' }] }],
    });
    const join = async (filers: readonly Filer[]) => filers.map((filer) => ({ filer }));
    const all = await searchRoster({ version: await version(), typed: '212-555-010' }, { join, services });
    expect(all.ok && all.lines).toHaveLength(7);
  });

  it('counts whom an earlier bounce keeps from being emailed', async () => {
    const found = await suppressedCounts({ ...VERSION, version: await version() }, services);
    expect(Object.values(found)).toEqual([{ 'hard-bounce': 1 }]);
  });

  it('counts readiness by upload', async () => {
    const [point, ...others] = await readinessHistory('2018-10-22', services);
    expect(others).toEqual([]);
    expect(point).toMatchObject({ isActive: true, isForOtherDay: false, filers: 7 });
    expect(unreachableIn(point!.byState)).toBe(1);
    expect(point!.uploadedAt).toBe('2018-07-24T12:00:00Z');
  });

  it('exports exactly what a filter means, safe for spreadsheets and with the court’s time', async () => {
    const all = await linesOf({ runId: RUN });
    expect(all).toHaveLength(7);
    const bounced = all.find(({ status }) => status === 'bounced')!;
    expect(bounced).toMatchObject({
      phase: 'notice-1',
      scheduled_for: '2018-07-24T09:00:00-04:00',
      zone: 'America/New_York',
      cmecf_user_id: 'bounces',
      phone: "'=212-555-0106",
    });
    expect(bounced.bounced_at).toMatch(/^2018-07-24T09:\d\d:\d\d-04:00$/);
    expect(await linesOf({ status: 'unknown' })).toEqual(all.filter(({ status }) => status === 'unknown'));
    const owner = { personId: 'the-clerk', at: ops.cloud.clock.now(), hours: 24 };
    const searchId = await services.savedSearches.save('good', owner);
    const found = await linesOf({ search: { version: await version(), searchId } });
    const good = all.filter((line) => line.cmecf_user_id!.startsWith('good'));
    expect(found).toEqual(good.toSorted((one, other) => (one.first_name! < other.first_name! ? -1 : 1)));
  });

  it('knows no export of an id that is none', async () => {
    expect(await services.exports.status('../launch/launch')).toBeNull();
    expect(await services.exports.status(crypto.randomUUID())).toBeNull();
  });
});

describe('filerTimeline', () => {
  it('tells uploads that changed a filer, and every fact of an email, newest first', async () => {
    await ops.cloud.put(
      'inbox/update/update.csv',
      'cmecf_user_id,last_name,email\nbounces,Filer,new@example.com',
    );
    await ops.cloud.settle();
    const timeline = await filerTimeline(idOf('bounces'), { pivotDate: '2018-10-22', services });
    expect(timeline!.filer!.email).toBe('new@example.com');
    const told = timeline!.entries.map((entry) =>
      entry.what === 'roster' ? `${entry.change} ${entry.facts.map(({ fact }) => fact)}` : entry.kind,
    );
    expect(told[0]).toBe('changed email');
    expect(told.at(-1)).toBe('added ');
    expect(told.slice(1, -1).sort()).toEqual(['bounced', 'sent']);
    expect(timeline!.sends).toMatchObject([{ runId: RUN, status: 'bounced' }]);
    expect(await filerTimeline('0'.repeat(16), { pivotDate: null, services })).toBeNull();
  });

  it('leaves nothing undone and nothing denied', async () => {
    expect(ops.cloud.failures).toEqual([]);
    expect(ops.cloud.denials).toEqual([]);
    expect(await ops.cloud.deadLetters()).toEqual([]);
  });
});
