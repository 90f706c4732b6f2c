import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Picked, pick } from '../../../functions/aws/pick.ts';
import {
  readiness,
  removeSearch,
  roster,
  rosterWriter,
  search,
  searchWriter,
} from '../../../functions/aws/services.ts';
import { outsideActor, personActor } from '../../../functions/domain/actor.ts';
import { BLANK, type Filer } from '../../../functions/domain/filer/filer.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import { activate } from '../../../functions/domain/roster/activation.ts';
import {
  type FilerList,
  idIn,
  LIST_SORTS,
  type ListMarks,
  listPlacesOf,
  namePlaceOf,
} from '../../../functions/domain/roster/filer-lists.ts';
import type { RosterVersion, VersionDraft } from '../../../functions/domain/roster/roster-version.ts';
import { isFoundBy, searchWords, wordsOf } from '../../../functions/domain/roster/search-words.ts';
import {
  type IndexServices,
  indexRoster,
  recountReadiness,
} from '../../../functions/index-roster/index-roster.ts';
import type { PreviousPage } from '../../../functions/lib/cursor.ts';
import { ENV } from '../../../functions/lib/env.ts';
import type { LogFields } from '../../../functions/lib/runtime.ts';
import { filersPage } from '../../../functions/queries/filers-page.ts';
import { LIST_DIRECTIONS, listFilers } from '../../../functions/queries/list-filers.ts';
import { searchRoster } from '../../../functions/queries/search-roster.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { startS3Sqs } from '../../../local/cloud/s3-sqs/s3-sqs.ts';
import { aPlan } from '../../support/builders/plan.ts';
import { draws, ownName, served } from '../../support/outside.ts';
import { startTables, type Tables } from '../../support/send-tables.ts';

const keys = { region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
const clock = virtualClock('2018-07-24T13:00:00Z');

function aFiler(userId: string, facts: Partial<Filer> = {}): Filer {
  return {
    ...BLANK,
    filerId: filerIdOf('test', userId),
    userId,
    lastName: 'Nobody',
    linkAsOf: '2018-07-24',
    ...facts,
  } as Filer;
}

describe('searchWords', () => {
  it.each([
    ['jane smi', ['jane', 'smi']],
    ['Núñez, JOSÉ', ['nunez', 'jose']],
    ["O'Neil", ['oneil']],
    ['Weiß', ['weiss']],
    ['Łukasz Ødegård', ['lukasz', 'odegard']],
    ['jane.smi@exam', ['jane.smi@exam']],
    ['@kirkland.com', ['kirkland']],
    ['(212) 555-0101', ['212', '555', '0101']],
    ['NY-12345', ['ny', '12345']],
    ['ﬁrm', ['firm']],
    ['a', []],
    [' . - ', []],
    ['J. Smith', ['smith']],
  ])('takes %j apart', (typed, words) => {
    expect(searchWords(typed)).toEqual(words);
  });
});

describe('wordsOf', () => {
  const filer = aFiler('JSmith', {
    firstName: 'Jané Q.',
    lastName: "O'Neil-Smith",
    firm: 'Müller & Sons, P.C.',
    email: 'jane.smith@kirkland.com',
    secondaryEmails: ['desk@court.gov'],
    barId: 'NY-123456',
    phone: '+1 (212) 555-0101',
  });

  it.each([
    'jane',
    'one',
    "o'neil",
    'neil',
    'smith',
    'oneil smith',
    'muller',
    'mull son',
    'jane.smith@kirk',
    'jane.smith@kirkland.com',
    'kirkland',
    '@kirkland.com',
    'desk@',
    'jsm',
    'ny-123',
    'ny123456',
    '123456',
    '2125550101',
    '12125550101',
    '(212) 555-0101',
    '555-01',
    filer.filerId,
    filer.filerId.slice(0, 6),
  ])('finds it by %j', (typed) => {
    expect(isFoundBy(wordsOf(filer), searchWords(typed))).toBe(true);
  });

  it.each(['mith', 'com', 'jane muster', 'kirkland.gov@', '0102'])('does not find it by %j', (typed) => {
    expect(isFoundBy(wordsOf(filer), searchWords(typed))).toBe(false);
  });
});

let tables: Tables;
let storage: Awaited<ReturnType<typeof served>>;
let client: S3Client;
let services: IndexServices & Picked<'roster' | 'search' | 'rosterWriter' | 'removeSearch'>;
beforeAll(async () => {
  tables = await startTables();
  storage = await served('S3', () => startS3Sqs({ clock }));
  client = new S3Client({ ...keys, endpoint: storage.url, forcePathStyle: true });
  const Bucket = ownName('inbox');
  await client.send(new CreateBucketCommand({ Bucket }));
  const env = { ...tables.env, [ENV.inboxBucket]: Bucket };
  services = {
    ...pick(
      { env, clock, log: { info: () => {}, error: () => {} } },
      { readiness, removeSearch, roster, rosterWriter, search, searchWriter },
      { db: tables.db, s3: client },
    ),
    plans: { current: async () => null },
    suppressedNow: async () => () => undefined,
    mailboxMarks: { marker: async () => (address) => address.slice(0, 3) },
    groupFilers: 7,
  };
});
afterAll(async () => {
  client.destroy();
  await tables.close();
  await storage.close();
});

let made = 0;

async function write(filers: readonly Filer[]): Promise<string> {
  const version = `20180724T130000Z-${String(++made).padStart(12, '0')}`;
  const draft = {
    kind: 'roster',
    version,
    base: null,
    key: 'inbox/roster/a.csv',
    contentSha256: version,
    uploadedAt: '2018-07-24T13:00:00Z',
    by: outsideActor(),
    planVersion: 'p1',
  } satisfies VersionDraft;
  const writer = await services.rosterWriter.begin(draft);
  await writer.put(filers);
  await writer.finish({
    ...draft,
    progressAsOf: null,
    filers: filers.length,
    rows: { accepted: filers.length, rejected: 0, warned: 0, unreachable: 0 },
    changes: { new: filers.length, gone: 0, states: [], addressChanged: 0 },
    held: [],
  });
  return version;
}

const text = fc.oneof(
  fc.constantFrom(
    'Smith',
    'Smythe',
    'smi',
    'José',
    'Jose',
    "O'Neil",
    'Ødegård',
    'Weiß',
    'ﬁrm',
    'Ångström & Co',
    '李 小龍',
    '2125550101',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const rosters = fc
  .array(
    fc.record({
      lastName: text,
      firstName: fc.option(text),
      firm: fc.option(text),
      phone: fc.option(text),
      barId: fc.option(text),
    }),
    {
      maxLength: 30,
    },
  )
  .map((all) =>
    all.map((facts, n) => aFiler(`user${n}`, { ...facts, email: n % 3 ? `u${n}@smi.com` : null })),
  );
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

/** Services under plans that go live on these days, one after the other at each look; the last one stays. */
function underPlans(...days: string[]): IndexServices & { indexed: unknown[] } {
  const indexed: unknown[] = [];
  const currentPlan = async () => {
    const date = days.length > 1 ? days.shift()! : days[0]!;
    return {
      version: date,
      plan: aPlan({ 'goLive.date': date, 'phases.2.when.anchor': 'go-live' }),
    } as never;
  };
  const info = (_code: string, fields?: LogFields) => void indexed.push(fields?.version);
  return { ...services, plans: { current: currentPlan }, log: { ...services.log, info }, indexed };
}

const join = async (all: readonly Filer[]) => all.map((filer) => ({ filer }));

/** A page as these tests look at it. */
interface Shown {
  readonly ids: readonly string[];
  readonly offset: number | null;
  readonly previous: PreviousPage | null;
  readonly next: string | null;
}

/** Goes through all pages and back to the first. @returns whom each page has on the way there */
async function walked(pageAt: (cursor: string | undefined) => Promise<Shown>): Promise<string[][]> {
  let page = await pageAt(undefined);
  const pages = [[...page.ids]];
  while (page.next) {
    page = await pageAt(page.next);
    if (page.offset !== null) expect(page.offset).toBe(pages.flat().length);
    pages.push([...page.ids]);
  }
  const back = [[...page.ids]];
  while (page.previous) {
    expect(page.previous.isRightBefore).toBe(true);
    page = await pageAt(page.previous.cursor ?? undefined);
    back.unshift([...page.ids]);
  }
  expect(back.flat()).toEqual(pages.flat());
  return pages;
}

describe('searchRoster', () => {
  it('finds exactly whom reading everyone finds, with the index and without, whatever the size of a page', async () => {
    await fc.assert(
      fc.asyncProperty(rosters, queries, fc.integer({ min: 1, max: 9 }), async (filers, typed, limit) => {
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
      }),
      { numRuns: draws(40) },
    );
  });

  it('lists whom it finds by name, forward and back, with a filter and without', async () => {
    await fc.assert(
      fc.asyncProperty(
        rosters,
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
    await indexRoster(version, underPlans('2018-10-22', '2018-11-05'));
    expect(await services.readiness.of(version)).toMatchObject({ pivotDate: '2018-11-05' });
  });

  it('counts the active roster first when the day moves, however old, then the latest twelve', async () => {
    const versions: string[] = [];
    for (let upload = 1; upload <= 14; upload++) versions.push(await write([aFiler('one')]));
    const read = await services.roster.active();
    const act = { by: personActor({ id: 'clerk1' }), why: 'the test says so', at: '2018-07-24T13:00:00Z' };
    const inForce = { version: versions[0]!, uploadedAt: act.at } as RosterVersion;
    await services.roster.move(read, activate(read, { ...inForce, ...act }));
    const moved = underPlans('2018-12-03');
    await recountReadiness(moved);
    expect(moved.indexed).toEqual([versions[0], ...versions.slice(-12).reverse()]);
  });
});

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
        rosters,
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
    await indexRoster(version, underPlans('2018-10-22'));
    const asked = { version, list: { sort: 'name' }, direction: 'a-z' } as const;
    const options = { cursor: undefined, limit: 9, services: { ...services, suppression } };
    expect(await listFilers(asked, { ...options, pivotDate: '2018-11-05' })).toBeNull();
    await indexRoster(version, underPlans('2018-11-05'));
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
