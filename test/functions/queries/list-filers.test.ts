import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filer } from '../../../functions/domain/filer/filer.ts';
import {
  type FilerList,
  LIST_SORTS,
  type ListMarks,
  listPlacesOf,
  namePlaceOf,
} from '../../../functions/domain/roster/filer-lists.ts';
import { indexRoster } from '../../../functions/index-roster/index-roster.ts';
import { filersPage } from '../../../functions/queries/filers-page.ts';
import { LIST_DIRECTIONS, listFilers } from '../../../functions/queries/list-filers.ts';
import { type IndexedRosters, startIndexedRosters } from '../../support/clouds/indexed-rosters.ts';
import { draws } from '../../support/outside.ts';
import { aFiler, drawnRosters, underPlans, walked } from '../../support/roster/listed.ts';

let rosters: IndexedRosters;
let services: IndexedRosters['services'];
beforeAll(async () => {
  rosters = await startIndexedRosters();
  ({ services } = rosters);
});
afterAll(() => rosters.close());

const write = (filers: readonly Filer[]) => rosters.write(filers);

describe('listFilers', () => {
  const suppression = { suppressed: async () => new Map() };
  const lists: readonly FilerList[] = [
    ...LIST_SORTS.map((sort) => ({ sort })),
    { state: 'inactive' },
    { state: 'inactive', userType: 'attorney' },
    { userType: 'trustee' },
    { reach: 'no-address' },
  ];

  /** Whom a list means, by the facts. */
  function isMeant(list: FilerList, { email, cmecfStatus, userType }: Filer): boolean {
    if ('sort' in list) return true;
    if ('reach' in list) return email === null;
    const isState = !('state' in list) || cmecfStatus === 'inactive';
    return isState && (list.userType === undefined || userType === list.userType);
  }

  /** What decides an order, as text that sorts so; ties are by name. */
  function keyIn(list: FilerList, filer: Filer): string {
    const place = namePlaceOf(filer);
    if (!('sort' in list) || list.sort === 'name') return place;
    // By the place itself, which other tests of it hold to be of the list.
    const start = { firm: 'f', type: 't', state: 's' }[list.sort];
    return listPlacesOf(filer, null).find((one) => one.startsWith(start))!;
  }

  it('has whom each list means in its order, forward and back, whatever the size of a page', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnRosters,
        fc.constantFrom(...lists),
        fc.constantFrom(...LIST_DIRECTIONS),
        fc.integer({ min: 1, max: 9 }),
        fc.option(fc.integer({ min: 1, max: 12 })),
        async (drawn, list, direction, limit, maxRead) => {
          const filers = drawn.map(
            (filer, n): Filer => ({
              ...filer,
              cmecfStatus: n % 3 ? 'active' : 'inactive',
              userType: n % 2 ? 'attorney' : 'trustee',
            }),
          );
          const version = await write(filers);
          await indexRoster(version, services);
          const isExact = maxRead !== null && maxRead % 3 === 0;
          const keeps = ({ filer }: { filer: Filer }) => isExact || filer.phone !== null;
          // What the lists' marks tell, and what only the filer does.
          const mayKeep = ({ userType, state, mailbox }: ListMarks) =>
            userType === 'attorney' && state !== 'inactive' && mailbox !== '' && mailbox !== 'u1@';
          const isMarked = ({ userType, cmecfStatus, email }: Filer) =>
            userType === 'attorney' && cmecfStatus !== 'inactive' && email !== null && email !== 'u1@smi.com';
          const pages = await walked(async (cursor) => {
            const page = await listFilers(
              {
                version,
                list,
                direction,
                ...(maxRead !== null && { filter: { name: 'phone', mayKeep, ...(!isExact && { keeps }) } }),
              },
              {
                pivotDate: null,
                cursor,
                limit,
                ...(maxRead !== null && { maxRead }),
                services: { ...services, suppression },
              },
            );
            if (!page?.ok) throw new Error('Cannot go on because the page must be there');
            return { ...page, ids: page.lines.map(({ filer }) => filer.filerId) };
          });
          const isKept = (filer: Filer) => maxRead === null || (isMarked(filer) && keeps({ filer }));
          const meant = filers.filter((filer) => isMeant(list, filer) && isKept(filer));
          const places = meant.map((filer) => ({ id: filer.filerId, key: keyIn(list, filer) }));
          const sorted = places.toSorted((one, other) => (one.key < other.key ? -1 : 1));
          const ids = sorted.map(({ id }) => id);
          expect(pages.flat()).toEqual(direction === 'a-z' ? ids : ids.reverse());
        },
      ),
      { numRuns: draws(30) },
    );
  });

  it('sorts by firm with those without one last, and by state as charts do', async () => {
    const version = await write([
      aFiler('a', { lastName: 'Adams', firm: null, cmecfStatus: 'inactive' }),
      aFiler('b', { lastName: 'Brown', firm: 'Zoë LLP', pacerAccountType: 'legacy' }),
      aFiler('c', { lastName: 'Li', firstName: 'Zed', firm: 'Abel & Sons', cmecfStatus: 'inactive' }),
      aFiler('d', { lastName: 'Lindsay', firm: 'Abel', cmecfStatus: 'inactive' }),
    ]);
    await indexRoster(version, services);
    const options = { pivotDate: null, cursor: undefined, limit: 9, services: { ...services, suppression } };
    const by = async (sort: (typeof LIST_SORTS)[number]) => {
      const page = await listFilers({ version, list: { sort }, direction: 'a-z' }, options);
      return page?.ok && page.lines.map(({ filer }) => filer.userId).join('');
    };
    expect([await by('name'), await by('firm'), await by('state')]).toEqual(['abcd', 'dcba', 'bacd']);
  });

  it('gives none of another day than that of the pivot, and makes the lists again when it moves', async () => {
    const version = await write([aFiler('one')]);
    await indexRoster(version, underPlans(services, '2018-10-22'));
    const asked = { version, list: { sort: 'name' }, direction: 'a-z' } as const;
    const options = { cursor: undefined, limit: 9, services: { ...services, suppression } };
    expect(await listFilers(asked, { ...options, pivotDate: '2018-11-05' })).toBeNull();
    await indexRoster(version, underPlans(services, '2018-11-05'));
    expect(await listFilers(asked, { ...options, pivotDate: '2018-11-05' })).toMatchObject({ ok: true });
  });
});

describe('filersPage', () => {
  const suppression = {
    suppressed: async (addresses: readonly string[]) =>
      new Map(
        addresses.filter((one) => /[1-4]@/.test(one)).map((one) => [one, { reason: 'hard-bounce' } as never]),
      ),
  };

  it('gives everyone whom the filter means once, whatever the size of a page and of the work', async () => {
    const filers = Array.from({ length: 60 }, (_, n) =>
      aFiler(`filer${n}`, {
        userType: n % 4 ? 'attorney' : 'trustee',
        email: n % 5 ? `f${n}@example.com` : null,
        cmecfStatus: n % 7 ? 'active' : 'inactive',
      }),
    );
    const version = await write(filers);
    const pages = { pivotDate: null, services: { roster: services.roster, suppression } };
    const reachOf = ({ email }: Filer) =>
      email === null ? 'no-address' : /[1-4]@/.test(email) ? 'suppressed' : 'email';
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          limit: fc.integer({ min: 1, max: 25 }),
          maxRead: fc.integer({ min: 1, max: 80 }),
          userType: fc.constantFrom(undefined, 'attorney' as const),
          state: fc.constantFrom(undefined, 'inactive' as const, 'verify-account' as const),
          reach: fc.constantFrom(undefined, 'email' as const, 'no-address' as const, 'suppressed' as const),
        }),
        async ({ limit, maxRead, ...filter }) => {
          const found: string[] = [];
          for (let cursor: string | null | undefined; cursor !== null; ) {
            const page = await filersPage({ version, ...filter }, { ...pages, cursor, limit, maxRead });
            if (!page.ok) throw new Error(page.refused);
            expect(page.lines.length).toBeLessThanOrEqual(limit);
            found.push(...page.lines.map(({ filer }) => filer.filerId));
            cursor = page.next;
          }
          const expected = filers
            .filter((filer) => !filter.userType || filer.userType === filter.userType)
            .filter(
              (filer) =>
                !filter.state || (filter.state === 'inactive') === (filer.cmecfStatus === 'inactive'),
            )
            .filter((filer) => !filter.reach || reachOf(filer) === filter.reach);
          expect(found).toEqual(expected.map(({ filerId }) => filerId).sort());
        },
      ),
      { numRuns: draws(40) },
    );
  });
});
