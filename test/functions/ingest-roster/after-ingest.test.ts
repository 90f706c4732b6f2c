import { describe, expect, it } from 'vitest';
import { applyRosterDecision } from '../../../functions/commands/roster-decision.ts';
import { crierActor, personActor } from '../../../functions/domain/actor.ts';
import { expireRosters } from '../../../functions/sweep/expire-rosters.ts';
import { anIntakeForEach, roster } from './rosters.ts';

const { cloud, active, filers } = anIntakeForEach();

const CLERK = personActor({ id: 'clerk' });
let requests = 0;
function asked() {
  return { services: cloud().services, requestId: `r${++requests}` };
}

describe('applyRosterDecision', () => {
  it('goes back to an earlier version, and rejects one, by one act each', async () => {
    const one = await cloud().ingest('inbox/roster/a.csv', roster(20), '2018-07-24T13:00:00Z');
    const two = await cloud().ingest('inbox/roster/b.csv', roster(21), '2018-07-25T13:00:00Z');
    const act = (action: 'activate' | 'reject', version = '') =>
      applyRosterDecision({ action, version, by: CLERK, why: 'because' }, asked());
    expect(await act('reject', two.version)).toEqual({
      done: false,
      reason: `The version ${two.version} is active: activate another one first`,
    });
    expect(await act('activate', one.version)).toEqual({ done: true });
    expect((await active())?.version).toBe(one.version);
    expect(await act('reject', two.version)).toEqual({ done: true });
    expect(await act('reject', two.version)).toEqual({
      done: false,
      reason: `The version ${two.version} is already rejected`,
    });
    expect(await act('activate', 'nothing')).toEqual({ done: false, reason: 'There is no version nothing' });
    const { decisions } = await cloud().services.roster.active();
    expect(decisions.map(({ action, version, by }) => [action, version, by])).toEqual([
      ['activate', one.version, 'intake'],
      ['activate', two.version, 'intake'],
      ['activate', one.version, CLERK],
      ['reject', two.version, CLERK],
    ]);
    const records = await cloud().auditReader.entries(10);
    const decided = records.filter(({ act }) => act.act !== 'upload');
    expect(decided.map(({ act, before, after }) => [act.act, act.by, before, after])).toEqual([
      ['reject', CLERK, [one.version], []],
      ['activate', CLERK, [two.version], [one.version]],
      ['activate', crierActor(), [one.version], [two.version]],
      ['activate', crierActor(), [], [one.version]],
    ]);
  });

  it('lets one of two people win who act at once', async () => {
    const one = await cloud().ingest('inbox/roster/a.csv', roster(20), '2018-07-24T13:00:00Z');
    const two = await cloud().ingest('inbox/roster/b.csv', roster(2), '2018-07-25T13:00:00Z');
    const results = await Promise.all([
      applyRosterDecision(
        { action: 'activate', version: two.version!, by: personActor({ id: 'one' }), why: 'yes' },
        asked(),
      ),
      applyRosterDecision(
        { action: 'reject', version: two.version!, by: personActor({ id: 'other' }), why: 'no' },
        asked(),
      ),
    ]);
    expect(results.filter(({ done }) => done)).toHaveLength(1);
    expect([one.version, two.version]).toContain((await active())?.version);
  });
});

describe('expireRosters', () => {
  const removed: string[] = [];
  const expire = (used: string[] = []) =>
    expireRosters(
      { plan: () => cloud().services.plans.current(), runs: async () => [] },
      {
        ...cloud().servicesOf('Sweep'),
        removeSearch: async (version) => void removed.push(version),
        // Started after the tick saw none.
        runs: { runs: async () => used.map((rosterVersion) => ({ rosterVersion }) as never) },
      },
    );

  it('deletes what is old, but not the active roster nor one that a run used', async () => {
    const versions: string[] = [];
    for (const [index, day] of ['01', '02', '03', '04'].entries()) {
      const report = await cloud().ingest(
        `inbox/roster/${day}.csv`,
        roster(20 + index),
        `2018-07-${day}T13:00:00Z`,
      );
      versions.push(report.version!);
    }
    await expire();
    expect(await cloud().services.roster.versions()).toHaveLength(4);
    cloud().now = '2018-10-25T13:00:00Z';
    await expire([versions[1]!]);
    expect(removed).toEqual([versions[0], versions[2]]);
    expect((await cloud().services.roster.versions()).map(({ version }) => version)).toEqual([
      versions[1],
      versions[3],
    ]);
    expect(await filers(versions[0])).toEqual([]);
    expect(await filers(versions[1])).toHaveLength(21);
    expect((await cloud().services.roster.active()).retired).toEqual({});
    const again = await cloud().ingest('inbox/roster/again.csv', roster(20), '2018-10-25T13:00:00Z');
    expect(again).toMatchObject({ refused: null, accepted: 20 });
  });

  it('keeps a version for as long again after it was replaced', async () => {
    await cloud().ingest('inbox/roster/a.csv', roster(20), '2018-07-01T13:00:00Z');
    cloud().now = '2018-12-01T13:00:00Z';
    await cloud().ingest('inbox/roster/b.csv', roster(21), '2018-12-01T13:00:00Z');
    cloud().now = '2018-12-02T13:00:00Z';
    await expire();
    expect(await cloud().services.roster.versions()).toHaveLength(2);
  });
});
