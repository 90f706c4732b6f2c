import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filer } from '../../../functions/domain/filer/filer.ts';
import { stateOf } from '../../../functions/domain/filer/rules.ts';
import type { Fact } from '../../../functions/domain/send/fact.ts';
import type { PhoneIndexEntry } from '../../../functions/domain/send/phone-index.ts';
import type { Suppression } from '../../../functions/domain/send/suppression.ts';
import { indexRoster } from '../../../functions/index-roster/index-roster.ts';
import { suppressedCounts } from '../../../functions/queries/suppressed-counts.ts';
import { aFiler } from '../../support/builders/filer.ts';
import { type IndexedRosters, startIndexedRosters } from '../../support/clouds/indexed-rosters.ts';
import { draws } from '../../support/outside.ts';

type Services = Parameters<typeof suppressedCounts>[1];

const PIVOT = '2018-10-22';
const AT = '2018-07-24T13:00:00Z';
const id = (number: number) => number.toString(16).padStart(16, '0');
const filer = (number: number, email: string | null) => aFiler({ filerId: id(number), email });
const ROSTER = [
  filer(1, 'docket@firm.example'),
  filer(2, 'docket@firm.example'),
  filer(3, 'never@firm.example'),
  filer(4, 'fine@firm.example'),
  filer(5, null),
];
const { state: STATE } = stateOf(ROSTER[0]!, PIVOT);
const bounce = (number: number): Fact => ({
  runId: 'r_1',
  filerId: id(number),
  attempt: 1,
  kind: 'bounced',
  at: AT,
});

interface World {
  readonly suppressed: Readonly<Record<string, Suppression['reason']>>;
  readonly facts?: readonly Fact[];
  readonly indexed?: readonly PhoneIndexEntry[];
}

function services({ suppressed, facts = [], indexed = [] }: World): Services {
  const why = { detail: '', at: AT, runId: 'r_1', filerId: id(1) };
  const index = { format: 1, pivotDate: PIVOT, asOf: AT, entries: indexed } as const;
  return {
    suppression: {
      suppressed: async (addresses: readonly string[]) =>
        new Map(
          addresses.flatMap((one) => (suppressed[one] ? [[one, { ...why, reason: suppressed[one] }]] : [])),
        ),
    },
    roster: {
      filers: async function* () {
        yield* ROSTER;
      },
      filersById: async (_: string, ids: readonly string[]) =>
        new Map(
          ROSTER.filter(({ filerId }) => ids.includes(filerId)).map((one): [string, Filer] => [
            one.filerId,
            one,
          ]),
        ),
    },
    search: { phones: async () => index },
    logReader: {
      attention: async function* () {
        yield* facts;
      },
    },
  } as unknown as Services;
}

const count = (filers: number, world: World) =>
  suppressedCounts({ version: 'v1', filers, pivotDate: PIVOT }, services(world));

describe('suppressedCounts', () => {
  it('counts everyone whom the sender would skip: who shares the mailbox, and who asked for it', async () => {
    const suppressed = { 'docket@firm.example': 'hard-bounce', 'never@firm.example': 'asked' } as const;
    expect(await count(5, { suppressed })).toEqual({ [STATE]: { 'hard-bounce': 2, asked: 1 } });
    expect(await count(5, { suppressed: {} })).toEqual({});
  });

  it('finds likely filers of a large roster by the log and by its index, each once', async () => {
    const suppressed = { 'docket@firm.example': 'hard-bounce', 'never@firm.example': 'asked' } as const;
    const entry = (number: number, reason: PhoneIndexEntry['reason']): PhoneIndexEntry => ({
      filerId: id(number),
      name: 'N',
      reason,
      state: STATE,
      since: AT,
    });
    const indexed = [entry(1, 'hard-bounce'), entry(3, 'asked'), entry(5, 'unreachable')];
    expect(await count(100_000, { suppressed, facts: [bounce(1), bounce(4)], indexed })).toEqual({
      [STATE]: { 'hard-bounce': 1, asked: 1 },
    });
  });
});

describe('suppressedCounts of a large roster', () => {
  let rosters: IndexedRosters;
  beforeAll(async () => {
    rosters = await startIndexedRosters();
  });
  afterAll(() => rosters.close());

  const MAILBOXES = 5;
  const drawn = fc.record({
    /** By filer: which mailbox, written in small letters or not. */
    mailboxes: fc.array(fc.tuple(fc.nat(MAILBOXES - 1), fc.boolean()), { minLength: 1, maxLength: 25 }),
    /** Mailboxes that were suppressed when the roster was indexed. */
    before: fc.uniqueArray(fc.nat(MAILBOXES - 1)),
    /** Positions of filers whose email bounced since. */
    bounced: fc.uniqueArray(fc.nat(24), { maxLength: 4 }),
  });

  it('counts the same filers as reading the whole roster, also those who share a mailbox that bounced since', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ({ mailboxes, before, bounced }) => {
        const users = (mailbox: number) => mailboxes.filter(([one]) => one === mailbox).length;
        const filers = mailboxes.map(([mailbox, isSmall], at) => ({
          ...filer(at + 1, isSmall ? `docket${mailbox}@firm.example` : `Docket${mailbox}@Firm.example`),
          sharedAddress: users(mailbox) > 1,
        }));
        const suppressed = new Set(before);
        const why = { reason: 'hard-bounce', detail: '', at: AT, runId: 'r_1', filerId: id(1) } as const;
        const mailboxIn = (address: string | null) => Number(/^docket(\d)/i.exec(address ?? '')?.[1] ?? -1);
        const reasonOf = (address: string | null) => (suppressed.has(mailboxIn(address)) ? why : undefined);
        const version = await rosters.write(filers);
        await indexRoster(version, { ...rosters.services, suppressedNow: async () => reasonOf });
        const since = bounced.flatMap((at) => filers[at] ?? []);
        for (const { email } of since) suppressed.add(mailboxIn(email));
        const { roster, search } = rosters.services;
        const services: Services = {
          ...bouncedWorld(
            since.map(({ filerId }) => ({ ...bounce(1), filerId })),
            reasonOf,
          ),
          roster,
          search,
        };
        const counted = (of: number) => suppressedCounts({ version, filers: of, pivotDate: null }, services);
        expect(await counted(1_000_000)).toEqual(await counted(filers.length));
      }),
      { numRuns: draws(20) },
    );
  });
});

/** The log and the suppression list of a roster whose emails bounced. */
function bouncedWorld(
  facts: readonly Fact[],
  reasonOf: (address: string) => Suppression | undefined,
): Pick<Services, 'logReader' | 'suppression'> {
  return {
    logReader: {
      attention: async function* () {
        yield* facts;
      },
    },
    suppression: {
      suppressed: async (addresses: readonly string[]) =>
        new Map(addresses.flatMap((one) => [[one, reasonOf(one)] as const]).filter(([, found]) => found)),
    },
  } as unknown as Services;
}
