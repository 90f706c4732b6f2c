import { describe, expect, it } from 'vitest';
import { fixtures } from '#fixtures';
import type { CallStatus } from '../../../functions/domain/call.ts';
import type { Filer } from '../../../functions/domain/filer/filer.ts';
import type { RosterVersion } from '../../../functions/domain/roster/roster-version.ts';
import type { Fact } from '../../../functions/domain/send/fact.ts';
import type { PhoneIndex, PhoneIndexEntry } from '../../../functions/domain/send/phone-index.ts';
import type { Suppression } from '../../../functions/domain/send/suppression.ts';
import { type CallListServices, callList } from '../../../functions/queries/call-list.ts';
import { aFiler } from '../../support/builders/filer.ts';

const VERSION = {
  version: 'v1',
  filers: 100_000,
  uploadedAt: '2018-07-20T12:00:00Z',
  activatedAt: '2018-07-20T12:00:00Z',
} as RosterVersion;
const SMALL = { ...VERSION, version: 'v2', filers: 2 } as RosterVersion;
const PIVOT = '2018-10-22';
const BOUNCED_AT = '2018-07-24T13:00:00Z';
const id = (number: number) => number.toString(16).padStart(16, '0');
const filer = (number: number, rest: Partial<Filer> = {}) =>
  aFiler({ filerId: id(number), email: `f${number}@example.com`, ...rest });
const suppression = (number: number): Suppression => ({
  reason: 'hard-bounce',
  detail: '',
  at: BOUNCED_AT,
  runId: 'r_1',
  filerId: id(number),
});
const bounce = (number: number, runId = 'r_1'): Fact => ({
  runId,
  filerId: id(number),
  attempt: 1,
  kind: 'bounced',
  at: BOUNCED_AT,
});

interface World {
  /** @default a large one, which must not be read through */
  readonly version?: RosterVersion;
  readonly filers?: readonly Filer[];
  readonly suppressed?: readonly number[];
  readonly facts?: readonly Fact[];
  readonly index?: Partial<PhoneIndex> | null;
  readonly calls?: readonly Partial<CallStatus>[];
}

/** Services that throw on what a large roster must not be asked: to be read through. */
function services({
  filers = [],
  suppressed = [],
  facts = [],
  index = {},
  calls = [],
}: World): CallListServices {
  const known = new Map(suppressed.map((number) => [`f${number}@example.com`, suppression(number)]));
  const none = { format: 1, pivotDate: PIVOT, asOf: '2018-07-20T12:01:00Z', entries: [] } as const;
  return {
    search: { phones: async () => index && { ...none, ...index } },
    calls: { callStatuses: async () => new Map(calls.map((one) => [one.filerId!, one])) },
    logReader: {
      attention: () =>
        (async function* () {
          yield* facts;
        })(),
    },
    runs: { runs: async () => [] },
    roster: {
      filersById: async (_version: string, ids: readonly string[]) =>
        new Map(filers.filter(({ filerId }) => ids.includes(filerId)).map((one) => [one.filerId, one])),
      filers: (version: string) => {
        if (version !== SMALL.version) throw new Error('The roster must not be read through');
        return filers;
      },
    },
    suppression: {
      suppressed: async (addresses: readonly string[]) =>
        new Map([...known].filter(([one]) => addresses.includes(one))),
    },
  } as unknown as CallListServices;
}

const list = (world: World) =>
  callList({ version: world.version ?? VERSION, pivotDate: PIVOT }, services(world));
const entry = (number: number, rest: Partial<PhoneIndexEntry>): PhoneIndexEntry => ({
  filerId: id(number),
  name: `N${number}`,
  reason: 'unreachable',
  state: fixtures.todo,
  since: null,
  ...rest,
});

describe('callList', () => {
  it('has who bounced since the index was made, without reading the roster', async () => {
    const found = await list({ filers: [filer(1)], suppressed: [1], facts: [bounce(1)] });
    expect(found!.filers).toMatchObject([
      { filerId: id(1), group: 'bounced', since: BOUNCED_AT, isSettled: false },
    ]);
  });

  it('leaves out whose address was corrected, whose is emailed again, and who has left the roster', async () => {
    const corrected = filer(1, { email: 'new@example.com' });
    const found = await list({
      filers: [corrected, filer(2)],
      suppressed: [1],
      facts: [bounce(1), bounce(2), bounce(3)],
    });
    expect(found!.filers).toEqual([]);
  });

  it('sorts by urgency, then by name, and sets apart who waits for the court', async () => {
    const court = fixtures.skipped[0]!;
    const entries = [
      entry(1, { reason: court, state: court }),
      entry(2, { reason: 'unreachable', name: 'B' }),
      entry(3, { reason: 'unreachable', name: 'A' }),
      entry(4, { reason: 'hard-bounce', since: BOUNCED_AT }),
      entry(5, { reason: 'unreachable', state: court }),
    ] as PhoneIndex['entries'];
    const found = await list({ index: { entries } });
    expect(found!.filers.map(({ filerId, group }) => [filerId, group])).toEqual([
      [id(4), 'bounced'],
      [id(3), 'no-address'],
      [id(2), 'no-address'],
      [id(1), 'court'],
      [id(5), 'court'],
    ]);
  });

  it('tells since which upload a filer has had no address, not since the latest', async () => {
    const first = '2018-07-01T12:00:00Z';
    const entries = [entry(1, { listed: first }), entry(2, {})] as PhoneIndex['entries'];
    const found = await list({ index: { entries } });
    expect(found!.filers.map(({ since }) => since)).toEqual([first, VERSION.activatedAt]);
  });

  it('still tells so while the roster is counted for a moved date', async () => {
    const listed = '2018-07-01T12:00:00Z';
    const filers = [filer(1, { email: null }), filer(2, { email: null })];
    const index = { pivotDate: '2018-10-15', entries: [entry(1, { listed })] };
    const found = await list({ version: SMALL, filers, index });
    expect(found!.filers.map(({ since }) => since)).toEqual([listed, SMALL.activatedAt]);
  });

  it.each([
    ['after the bounce', { stopped: '2018-07-25T12:00:00Z' }, true],
    ['before the bounce', { stopped: '2018-07-23T12:00:00Z' }, false],
    ['about something else', { 'no-address': '2018-07-25T12:00:00Z' }, false],
  ])('takes a bounce as settled by a call %s', async (_name, settled, isSettled) => {
    const calls = [{ filerId: id(1), settled: settled as Record<string, string> }];
    const found = await list({ filers: [filer(1)], suppressed: [1], facts: [bounce(1)], calls });
    expect(found!.filers).toMatchObject([{ isSettled }]);
  });

  it('never takes what the court must do as settled by a call', async () => {
    const court = fixtures.skipped[0]!;
    const calls = [{ filerId: id(1), settled: { [court]: '2018-07-25T12:00:00Z' } }];
    const entries = [entry(1, { reason: court, state: court })] as PhoneIndex['entries'];
    expect((await list({ index: { entries }, calls }))!.filers).toMatchObject([{ isSettled: false }]);
  });

  it.each([null, { pivotDate: '2018-11-01' }])(
    'is not known while a large roster is being indexed: %j',
    async (index) => {
      expect(await list({ index })).toBeNull();
    },
  );
});
