import { describe, expect, it } from 'vitest';
import type { Filer } from '../../../functions/domain/filer/filer.ts';
import { stateOf } from '../../../functions/domain/filer/rules.ts';
import type { Fact } from '../../../functions/domain/send/fact.ts';
import type { PhoneIndexEntry } from '../../../functions/domain/send/phone-index.ts';
import type { Suppression } from '../../../functions/domain/send/suppression.ts';
import { suppressedCounts } from '../../../functions/queries/suppressed-counts.ts';
import { aFiler } from '../../support/builders/filer.ts';

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
