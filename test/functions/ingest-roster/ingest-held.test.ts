import { describe, expect, it } from 'vitest';
import { applyRosterDecision } from '../../../functions/commands/roster-decision.ts';
import { personActor } from '../../../functions/domain/actor.ts';
import { PLAN } from '../../support/roster/plan.ts';
import { anIntakeForEach, roster } from './rosters.ts';

const { cloud, active, kinds } = anIntakeForEach();

const CLERK = personActor({ id: 'clerk' });
const asked = () => ({ services: cloud().services, requestId: 'r1' });

describe('ingest of a roster that needs a decision', () => {
  it.each([
    [
      'more than 2% of rows refused',
      roster(97, 'x,,x@example.com\ny,,\nz,,\n'),
      'rows-refused',
      '3 of 100 rows are skipped (3.0%): more than 2%',
    ],
    [
      'more than 10% of filers gone',
      roster(89),
      'filers-gone',
      '11 of 100 filers on the active roster are gone (11.0%): more than 10%',
    ],
    [
      'a column of addresses that is broken for more than 10% of filers',
      roster(100).replaceAll(/u(\d|10)@example/g, 'u$1 at example'),
      'addresses-lost',
      '11 of 100 filers to be emailed have lost their usable address or are new without one (11.0%): more than 10%. If the column of addresses is damaged, correct it and upload the file again',
    ],
    [
      'a user id that says two things',
      roster(100, 'u1,Other,u1@example.com\n'),
      'key-conflict',
      '1 user id is in several conflicting rows',
    ],
  ])('holds %s for a person', async (_, content, code, reason) => {
    await cloud().ingest('inbox/roster/a.csv', roster(100));
    const before = await active();
    const report = await cloud().ingest('inbox/roster/b.csv', content, '2018-07-25T13:00:00Z');
    expect(report.held).toContain(reason);
    expect((await active())?.version).toBe(before?.version);
    expect(kinds().at(-1)).toContain(`RosterHeld`);
    expect(kinds().at(-1)).toContain(code);
    const version = report.version!;
    const decision = { action: 'activate', version, by: CLERK, why: 'checked' } as const;
    expect(await applyRosterDecision(decision, asked())).toEqual({ done: true });
    expect((await active())?.version).toBe(version);
  });

  it('holds an update that breaks addresses, and lets one by that leaves enough of them', async () => {
    await cloud().ingest('inbox/roster/a.csv', roster(100));
    const breaking = (count: number) =>
      `uid,email\n${Array.from({ length: count }, (_, index) => `u${index},#N/A\n`).join('')}`;
    const held = await cloud().ingest('inbox/update/b.csv', breaking(11), '2018-07-25T13:00:00Z');
    expect(held.held).toEqual([
      '11 of 100 filers to be emailed have lost their usable address (11.0%): more than 10%. If the column of addresses is damaged, correct it and upload the file again',
    ]);
    expect(kinds().at(-1)).toBe('RosterHeld addresses-lost');
    expect((await active())?.version).not.toBe(held.version);
    const some = await cloud().ingest('inbox/update/c.csv', breaking(4), '2018-07-26T13:00:00Z');
    expect(some.held).toEqual([
      '4 of 100 filers would lose information that the active roster has (4.0%): more than 1%. email: 4 filers go from known to none. Correct the file, or keep the known values where it is blank',
    ]);
    const few = await cloud().ingest('inbox/update/d.csv', breaking(3), '2018-07-27T13:00:00Z');
    expect(few.held).toEqual([]);
    expect(few.problems).toContainEqual({
      row: 1,
      column: null,
      severity: 'warning',
      code: 'facts-lost',
      found: '3 filers lose facts: rows 2, 3, 4',
      expected:
        'no filer to lose facts that the active roster has: email: 3 filers go from known to none. If that is a mistake, correct those rows and upload the file again',
    });
    expect(await active()).toMatchObject({ version: few.version, rows: { unreachable: 3 } });
  });

  it('lets a first roster by in which few filers have no address, and holds one in which many have none', async () => {
    const without = (count: number) =>
      roster(100 - count, Array.from({ length: count }, (_, index) => `n${index},Nunn,\n`).join(''));
    const many = await cloud().ingest('inbox/roster/a.csv', without(11));
    expect(many.held).toEqual([
      '11 of 100 filers to be emailed have no usable address (11.0%): more than 10%. If the column of addresses is damaged, correct it and upload the file again',
    ]);
    expect(await active()).toBeNull();
    const few = await cloud().ingest('inbox/roster/b.csv', without(10), '2018-07-25T13:00:00Z');
    expect(few.held).toEqual([]);
    expect((await active())?.version).toBe(few.version);
  });

  it('goes by the percentage of the plan', async () => {
    const plan = { ...PLAN, roster: { ...PLAN.roster, maxUnreachablePercent: 11, maxLostFactsPercent: 11 } };
    await cloud().putPlan(plan, '2018-07-02T13:00:00Z');
    await cloud().ingest('inbox/roster/a.csv', roster(100));
    const content = roster(100).replaceAll(/u(\d|10)@example.com/g, '');
    expect((await cloud().ingest('inbox/roster/b.csv', content, '2018-07-25T13:00:00Z')).held).toEqual([]);
  });

  it('holds a roster that would forget link status', async () => {
    await cloud().ingest('inbox/roster/a.csv', 'uid,last_name,email,link_status\na,A,a@example.com,linked\n');
    const report = await cloud().ingest(
      'inbox/roster/b.csv',
      'uid,last_name,email\na,A,a@example.com\n',
      '2018-07-25T13:00:00Z',
    );
    expect(report.held).toEqual([
      'The file has no "link_status" column, but on the active roster 1 filer linked or tried to: that would be lost',
    ]);
  });
});
