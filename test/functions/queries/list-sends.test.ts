import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BLANK, type Filer } from '../../../functions/domain/filer/filer.ts';
import { GONE_STATE, stateOf } from '../../../functions/domain/filer/rules.ts';
import { STATES, type State } from '../../../functions/domain/filer/state.ts';
import { pivotDate } from '../../../functions/domain/plan/phases.ts';
import { LIST_SORTS, type ListSort, listPlacesOf } from '../../../functions/domain/roster/filer-lists.ts';
import type { Run } from '../../../functions/domain/run/run.ts';
import { FACT_KINDS } from '../../../functions/domain/send/fact.ts';
import { foldStatus, SEND_STATUSES } from '../../../functions/domain/send/status.ts';
import { indexRoster } from '../../../functions/index-roster/index-roster.ts';
import { LIST_DIRECTIONS } from '../../../functions/queries/list-filers.ts';
import { type ListSendsServices, listSends } from '../../../functions/queries/list-sends.ts';
import { factsOf, idAt, type MadeSend, pageServices, writeLog } from '../../support/builders/log.ts';
import { aPlan } from '../../support/builders/plan.ts';
import { type IndexedRosters, startIndexedRosters } from '../../support/clouds/indexed-rosters.ts';

const PLAN = aPlan();
const PIVOT = pivotDate(PLAN);

let rosters: IndexedRosters;
let indexing: IndexedRosters['services'];
let services: ListSendsServices;
beforeAll(async () => {
  rosters = await startIndexedRosters();
  const { tables } = rosters;
  indexing = {
    ...rosters.services,
    plans: { current: async () => ({ version: 'plan', plan: PLAN }) as never },
  };
  services = {
    ...indexing,
    ...pageServices(tables.env, tables.db),
    roster: indexing.roster,
    planOf: async () => PLAN,
  };
});
afterAll(() => rosters.close());

let made = 0;

const kinds = fc.uniqueArray(fc.constantFrom(...FACT_KINDS.filter((kind) => kind !== 'skipped')), {
  maxLength: 3,
});
/** What stands of each attempt; `null`: the filer isn't in the audience. */
const attempts = fc.oneof(
  { weight: 5, arbitrary: kinds.map((first) => [first]) },
  { weight: 1, arbitrary: fc.constant([['skipped' as const]]) },
  { weight: 2, arbitrary: fc.constant([] as never[]) },
  { weight: 1, arbitrary: fc.tuple(fc.constant(['failed' as const]), kinds) },
  { weight: 2, arbitrary: fc.constant(null) },
);
const drawn = fc.array(
  fc.record({
    attempts,
    lastName: fc.constantFrom('Smith', 'Li', 'Núñez', 'Adams'),
    firm: fc.constantFrom(null, 'Abel', 'Zoë LLP'),
    userType: fc.constantFrom('attorney' as const, 'trustee' as const),
    pacerAccountType: fc.constantFrom('legacy' as const, 'upgraded' as const),
  }),
  { maxLength: 25 },
);

function filersOf(all: readonly Partial<Filer>[]): Filer[] {
  return all.map((facts, n) => {
    const own = {
      filerId: idAt(n, all.length),
      userId: `u${n}`,
      email: `u${n}@example.com`,
      linkAsOf: '2018-07-24',
    };
    return { ...BLANK, ...own, ...facts } as Filer;
  });
}

/** Writes a roster with its lists, and a run of it. */
async function aRunOf(
  all: readonly { filer: Filer; attempts: MadeSend['attempts'] | null }[],
  changes: Partial<Run> = {},
) {
  const version = await rosters.write(all.map(({ filer }) => filer));
  await indexRoster(version, indexing);
  const sends = all.flatMap(({ filer, attempts }) =>
    attempts ? [{ filerId: filer.filerId, state: stateOf(filer, PIVOT).state, attempts }] : [],
  );
  const runId = `notice-${++made}_20180724T130000Z`;
  const run = await writeLog({ runId, sends, changes: { rosterVersion: version } }, rosters.tables);
  const byState: Partial<Record<State, number>> = {};
  for (const { state } of sends) byState[state] = (byState[state] ?? 0) + 1;
  return { sends, run: { ...run, ...changes, audience: { ...run.audience!, byState } } };
}

describe('listSends', () => {
  it('has every send that a filter means once, in each order, forward and back, whatever is read for a page', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawn,
        fc.record({
          sort: fc.constantFrom(...LIST_SORTS),
          direction: fc.constantFrom(...LIST_DIRECTIONS),
          limit: fc.integer({ min: 1, max: 9 }),
          maxRead: fc.integer({ min: 1, max: 20 }),
          maxById: fc.constantFrom(0, 500),
          status: fc.option(fc.constantFrom(...SEND_STATUSES), { nil: undefined }),
          state: fc.option(fc.constantFrom('needs-upgrade' as State, STATES[0]!), { nil: undefined }),
        }),
        async (people, { sort, direction, limit, maxRead, maxById, status, state }) => {
          const filers = filersOf(people.map(({ attempts: _, ...facts }) => facts));
          const all = filers.map((filer, n) => ({ filer, attempts: people[n]!.attempts }));
          const { run, sends } = await aRunOf(all);
          const pageAt = async (cursor: string | undefined) => {
            const asked = { run, sort, direction, status, state };
            const page = await listSends(asked, { cursor, limit, maxRead, maxById, services });
            if (!page?.ok) throw new Error('Cannot go on because the page must be there');
            expect(page.lines.length).toBeLessThanOrEqual(limit);
            return page;
          };
          let page = await pageAt(undefined);
          const found = [...page.lines];
          while (page.next) {
            page = await pageAt(page.next);
            found.push(...page.lines);
          }
          const back = [...page.lines];
          while (page.previous) {
            page = await pageAt(page.previous.cursor!);
            back.unshift(...page.lines);
          }
          const statusOf = (send: MadeSend) =>
            foldStatus(factsOf('', send), Math.max(1, send.attempts.length)).status;
          const expected = sends
            .filter((send) => status === undefined || statusOf(send) === status)
            .filter((send) => state === undefined || send.state === state)
            .map((send) => ({
              send,
              place: placeOf(filers.find(({ filerId }) => filerId === send.filerId)!, sort),
            }))
            .toSorted((one, other) => (one.place < other.place ? -1 : 1))
            .map(({ send }) => `${send.filerId} ${statusOf(send)} ${send.state}`);
          const shown = found.map((line) => `${line.filerId} ${line.status} ${line.state}`);
          expect(shown).toEqual(direction === 'a-z' ? expected : expected.reverse());
          expect(back.map(({ filerId }) => filerId)).toEqual(found.map(({ filerId }) => filerId));
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each<[what: string, changes: Partial<Run>, plan: typeof PLAN, sort: ListSort]>([
    ['of a roster without lists', { rosterVersion: 'gone' }, PLAN, 'name'],
    ['by states of another day', {}, aPlan({ 'goLive.date': '2018-11-05' }), 'state'],
  ])('has no order %s', async (_what, changes, plan, sort) => {
    const [filer] = filersOf([{ lastName: 'Li' }]);
    const { run } = await aRunOf([{ filer: filer!, attempts: [['sent']] }]);
    const asked = { run: { ...run, ...changes }, sort, direction: 'a-z' } as const;
    const other = { ...services, planOf: async () => plan };
    expect(await listSends(asked, { cursor: undefined, services: other })).toBeNull();
  });

  it('has no order for filers who have left the roster, since its lists have none of them', async () => {
    const [filer] = filersOf([{ lastName: 'Li' }]);
    const { run } = await aRunOf([{ filer: filer!, attempts: [['sent']] }]);
    const audience = { ...run.audience, byState: { [GONE_STATE]: 1 } };
    const asked = { run: { ...run, audience }, sort: 'name', direction: 'a-z' } as const;
    expect(await listSends(asked, { cursor: undefined, services })).toBeNull();
  });
});

function placeOf(filer: Filer, sort: ListSort): string {
  const start = { name: 'n', firm: 'f', type: 't', state: 's' }[sort];
  return listPlacesOf(filer, PIVOT).find((one) => one.startsWith(start))!;
}
