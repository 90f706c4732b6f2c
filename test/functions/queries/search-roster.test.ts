import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personActor } from '../../../functions/domain/actor.ts';
import type { Filer } from '../../../functions/domain/filer/filer.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import { activate } from '../../../functions/domain/roster/activation.ts';
import { idIn, namePlaceOf } from '../../../functions/domain/roster/filer-lists.ts';
import type { RosterVersion } from '../../../functions/domain/roster/roster-version.ts';
import { isFoundBy, searchWords, wordsOf } from '../../../functions/domain/roster/search-words.ts';
import { indexRoster, recountReadiness } from '../../../functions/index-roster/index-roster.ts';
import { searchRoster } from '../../../functions/queries/search-roster.ts';
import { type IndexedRosters, startIndexedRosters } from '../../support/clouds/indexed-rosters.ts';
import { draws } from '../../support/outside.ts';
import { aFiler, drawnRosters, text, underPlans, walked } from '../../support/roster/listed.ts';

let rosters: IndexedRosters;
let services: IndexedRosters['services'];
beforeAll(async () => {
  rosters = await startIndexedRosters();
  ({ services } = rosters);
});
afterAll(() => rosters.close());

const write = (filers: readonly Filer[]) => rosters.write(filers);

const queries = fc.oneof(
  fc.constantFrom(
    'smi',
    'jo',
    'jo smi',
    'od',
    'we',
    'fi',
    'an',
    '李小',
    '21',
    'user1',
    'u2@',
    'us us',
    'neil',
  ),
  fc.tuple(text, text).map(([one, other]) => `${one} ${other}`),
);

const join = async (all: readonly Filer[]) => all.map((filer) => ({ filer }));

describe('searchRoster', () => {
  it('finds exactly whom reading everyone finds, with the index and without, whatever the size of a page', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnRosters,
        queries,
        fc.integer({ min: 1, max: 9 }),
        async (filers, typed, limit) => {
          const version = await write(filers);
          const words = searchWords(typed);
          const expected = filers
            .filter((filer) => isFoundBy(wordsOf(filer), words))
            .map(({ filerId }) => filerId)
            .sort();
          for (const notIndexed of [true, false]) {
            if (!notIndexed) await indexRoster(version, services);
            const found: string[] = [];
            for (let cursor: string | null | undefined; cursor !== null; ) {
              const page = await searchRoster(
                { version, typed },
                { cursor, limit, maxRead: 11, join, services },
              );
              if (!page.ok) {
                expect(words).toEqual([]);
                return;
              }
              expect(page.notIndexed).toBe(notIndexed);
              found.push(...page.lines.map(({ filer }) => filer.filerId));
              cursor = page.next;
            }
            expect(found.toSorted()).toEqual(expected);
          }
        },
      ),
      { numRuns: draws(40) },
    );
  });

  it('lists whom it finds by name, forward and back, with a filter and without', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnRosters,
        queries,
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        async (filers, typed, limit, isFiltered) => {
          const version = await write(filers);
          await indexRoster(version, services);
          const words = searchWords(typed);
          if (words.length === 0) return;
          const keeps = ({ email }: Filer) => !isFiltered || email !== null;
          const found = filers.filter((filer) => isFoundBy(wordsOf(filer), words));
          const pages = await walked(async (cursor) => {
            const page = await searchRoster(
              { version, typed },
              {
                cursor,
                limit,
                join: async (all) => all.filter(keeps).map((filer) => ({ filer })),
                ...(isFiltered && { maxMatches: limit + 2 }),
                services,
              },
            );
            if (!page.ok) throw new Error(page.refused);
            expect(page.total).toBe(found.length);
            return { ...page, ids: page.lines.map(({ filer }) => filer.filerId) };
          });
          expect(pages.flat()).toEqual(found.filter(keeps).map(namePlaceOf).sort().map(idIn));
        },
      ),
      { numRuns: draws(30) },
    );
  });

  it('continues in the order in which it began when the index comes meanwhile, and says when it is gone', async () => {
    const filers = Array.from({ length: 30 }, (_, n) => aFiler(`more${n}`, { lastName: 'Smith' }));
    const version = await write(filers);
    const ask = (limit: number, cursor?: string) =>
      searchRoster({ version, typed: 'smi' }, { limit, cursor, join, services });
    const first = await ask(10);
    await indexRoster(version, services);
    const second = await ask(50, first.ok ? first.next! : '');
    const found = [first, second].flatMap((page) => (page.ok ? page.lines : []));
    expect(new Set(found.map(({ filer }) => filer.filerId)).size).toBe(30);
    expect(second).toMatchObject({ ok: true, notIndexed: true, next: null });
    const indexed = await ask(10);
    await services.removeSearch(version, 30 * 50_000);
    expect(await ask(10, indexed.ok ? indexed.next! : '')).toEqual({
      ok: false,
      refused: 'The roster’s index is being made again: start at the first page',
    });
    expect(await ask(50)).toMatchObject({ ok: true, notIndexed: true });
  });

  it('asks for two letters, and refuses cursors of another search', async () => {
    const version = await write([]);
    expect(await searchRoster({ version, typed: 'x' }, { join, services })).toEqual({
      ok: false,
      refused:
        'Type at least two letters of a name, firm, address, CM/ECF user id, bar id, phone or filer id',
    });
    expect(await searchRoster({ version, typed: 'xy' }, { cursor: 'eyJ9', join, services })).toMatchObject({
      ok: false,
    });
  });

  it('keeps since which upload each filer has had no address', async () => {
    const versions: string[] = [];
    const listed: (string | undefined)[][] = [];
    const mailless = [['one'], ['one', 'two'], ['two']];
    for (const none of mailless) {
      const filers = ['one', 'two'].map((name) =>
        aFiler(name, { lastName: name, email: none.includes(name) ? null : `${name}@example.com` }),
      );
      const version = await rosters.write(filers, { uploadedAt: `2018-07-2${versions.length}T13:00:00Z` });
      versions.push(version);
      await indexRoster(version, services);
      const read = await services.roster.active();
      const act = { by: personActor({ id: 'clerk1' }), why: 'a test', at: '2018-07-24T13:00:00Z' };
      const next = { version, uploadedAt: act.at } as RosterVersion;
      await services.roster.move(read, activate(read, { ...next, ...act }));
      const { entries } = (await services.search.phones(version))!;
      listed.push(entries.filter(({ reason }) => reason === 'unreachable').map((one) => one.listed));
    }
    const day = (number: number) => `2018-07-2${number}T13:00:00Z`;
    expect(listed).toEqual([[day(0)], [day(0), day(1)], [day(1)]]);
  });

  it('counts the filers by state on the way', async () => {
    const version = await write([
      aFiler('one', { pacerAccountType: 'legacy', email: 'one@example.com' }),
      aFiler('two', { cmecfStatus: 'inactive' }),
    ]);
    await indexRoster(version, services);
    expect(await services.readiness.of(version)).toEqual({
      version,
      filers: 2,
      byState: {
        'needs-upgrade': { reachable: 1, unreachable: 0, sample: filerIdOf('test', 'one') },
        inactive: { reachable: 0, unreachable: 1, sample: null },
      },
      userTypes: { unknown: 2 },
      planVersion: null,
      pivotDate: null,
      asOf: '2018-07-24T13:00:00Z',
    });
  });

  it('counts again when the day of go-live moved meanwhile', async () => {
    const version = await write([aFiler('one')]);
    await indexRoster(version, underPlans(services, '2018-10-22', '2018-11-05'));
    expect(await services.readiness.of(version)).toMatchObject({ pivotDate: '2018-11-05' });
  });

  it('counts the active roster first when the day moves, however old, then the latest twelve', async () => {
    const versions: string[] = [];
    for (let upload = 1; upload <= 14; upload++) versions.push(await write([aFiler('one')]));
    const read = await services.roster.active();
    const act = { by: personActor({ id: 'clerk1' }), why: 'the test says so', at: '2018-07-24T13:00:00Z' };
    const inForce = { version: versions[0]!, uploadedAt: act.at } as RosterVersion;
    await services.roster.move(read, activate(read, { ...inForce, ...act }));
    const moved = underPlans(services, '2018-12-03');
    await recountReadiness(moved);
    expect(moved.indexed).toEqual([versions[0], ...versions.slice(-12).reverse()]);
  });
});
