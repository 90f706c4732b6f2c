import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Services } from '../../../functions/aws/pick.ts';
import type { Fact, FactKind } from '../../../functions/domain/send/fact.ts';
import { keepsBouncing } from '../../../functions/domain/send/soft-bounces.ts';
import { softBounces } from '../../../functions/queries/soft-bounces.ts';

const factsOf = (runId: string, filerId: string, kinds: readonly FactKind[]): Fact[] =>
  kinds.map((kind) => ({ runId, filerId, attempt: 1, kind, at: '2018-07-24T13:00:00Z' }));
const phases = (...kinds: FactKind[][]) => kinds.map((some, index) => factsOf(`r${index}`, 'f', some));

const SOFT: FactKind[] = ['sent', 'soft-bounced'];
const TAKEN: FactKind[] = ['sent', 'soft-bounced', 'delivered'];

describe('keepsBouncing', () => {
  it.each([
    ['three phases, one after the other', phases(SOFT, SOFT, SOFT), true],
    ['two phases', phases(SOFT, SOFT), false],
    ['three phases, but the newest email was taken', phases(TAKEN, SOFT, SOFT, SOFT), false],
    ['three phases with one between that was taken', phases(SOFT, SOFT, TAKEN, SOFT), false],
    [
      'three phases with one between that says nothing',
      phases(SOFT, [], ['sent'], ['skipped'], SOFT, SOFT),
      true,
    ],
    ['three phases since one that was taken', phases(SOFT, SOFT, SOFT, TAKEN), true],
    [
      'three delays that ended well enough to say nothing',
      phases(['sent', 'delayed'], ['delayed'], ['delayed']),
      false,
    ],
  ])('%s: %#', (_, facts, expected) => expect(keepsBouncing(facts)).toBe(expected));

  it('counts the phases since the last email that was taken', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(SOFT, TAKEN, ['sent'] as FactKind[]), { maxLength: 8 }),
        (kinds) => {
          const taken = kinds.indexOf(TAKEN);
          const since = taken < 0 ? kinds : kinds.slice(0, taken);
          const bounces = since.filter((some) => some === SOFT).length;
          expect(keepsBouncing(phases(...kinds))).toBe(bounces >= 3);
        },
      ),
    );
  });
});

/** Runs with the facts of their filers, the oldest first. */
function servicesOf(runs: readonly Record<string, readonly FactKind[]>[]) {
  let asked = 0;
  const services = {
    runs: {
      runs: async () => runs.map((_, index) => ({ runId: `${index}`, decidedAt: `2018-0${index + 1}` })),
    },
    logReader: {
      rare: async function* (runId: string, { after }: { after: string }) {
        const filers = Object.entries(runs[Number(runId)]!).sort();
        for (const [id, kinds] of filers)
          if (id > after && kinds.some((kind) => /delayed|soft/.test(kind))) yield id;
      },
    },
    sendLog: {
      factsOf: async (runId: string, filerId: string) => {
        asked++;
        return factsOf(runId, filerId, runs[Number(runId)]![filerId] ?? []);
      },
    },
  } as unknown as Pick<Services, 'logReader' | 'runs' | 'sendLog'>;
  return { services, asked: () => asked };
}

describe('softBounces', () => {
  const run = { a: SOFT, b: ['sent', 'delivered'], c: SOFT, d: TAKEN } satisfies Record<string, FactKind[]>;

  it('finds filers batch by batch, and asks only about those whose emails were delayed', async () => {
    const { services, asked } = servicesOf([run, { ...run, c: ['sent', 'delivered'] }, run, run]);
    const found = await softBounces({ after: '', services });
    expect([...(await found.among(['a', 'b']))]).toEqual(['a']);
    expect(asked()).toBe(4);
    expect([...(await found.among(['c', 'd', 'e']))]).toEqual([]);
  });

  it('begins after the filer that an earlier page ended with', async () => {
    const { services } = servicesOf([run, run, run]);
    const found = await softBounces({ after: 'a', services });
    expect([...(await found.among(['b', 'c', 'd']))]).toEqual(['c']);
  });

  it('asks nothing before there were three phases', async () => {
    const { services, asked } = servicesOf([run, run]);
    expect((await (await softBounces({ after: '', services })).among(['a'])).size).toBe(0);
    expect(asked()).toBe(0);
  });
});
