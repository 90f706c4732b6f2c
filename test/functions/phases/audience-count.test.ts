import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  BLANK,
  CMECF_STATUSES,
  type Filer,
  LINK_STATUSES,
  USER_TYPES,
} from '../../../functions/filers/filer.ts';
import { stateOf } from '../../../functions/filers/rules.ts';
import { MESSAGE_KINDS } from '../../../functions/launch/plan.ts';
import { decide } from '../../../functions/phases/audience.ts';
import { countRoster, type RosterCount } from '../../../functions/phases/audience-count.client.ts';
import { addFilers, audienceOf } from '../../../functions/phases/audience-count.ts';

const GO_LIVE = '2018-10-22';
const anyFiler: fc.Arbitrary<Filer> = fc
  .record({
    email: fc.option(fc.constant('a@example.com')),
    userType: fc.constantFrom(...USER_TYPES),
    cmecfStatus: fc.constantFrom(...CMECF_STATUSES),
    linkStatus: fc.constantFrom(...LINK_STATUSES),
    linkAsOf: fc.constantFrom('2018-10-01', '2018-10-29'),
    pacerAccountType: fc.constantFrom('legacy', 'upgraded', 'unknown' as const),
  })
  .map((facts) => ({ ...BLANK, filerId: '0'.repeat(16), userId: 'u', lastName: 'L', ...facts }));

describe('audienceOf', () => {
  it('counts whom the decision about each filer would mail and skip', () => {
    fc.assert(
      fc.property(fc.array(anyFiler), fc.constantFrom(...MESSAGE_KINDS), (filers, kind) => {
        const decisions = filers.map((filer) => decide(kind, stateOf(filer, GO_LIVE)));
        const { mailable, skipped, outside } = audienceOf(kind, addFilers({}, filers, GO_LIVE));
        const sum = (counts: object) => Object.values(counts).reduce((all, one) => all + one, 0);
        expect([mailable, sum(skipped), sum(outside)]).toEqual([
          decisions.filter(({ send }) => send).length,
          decisions.filter((one) => !one.send && one.inAudience).length,
          decisions.filter((one) => !one.send && !one.inAudience).length,
        ]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('countRoster', () => {
  it('counts as far as one page goes, goes on from there, and counts no version twice', async () => {
    const filers = Array.from(
      { length: 2500 },
      (_, index): Filer => ({
        ...BLANK,
        filerId: index.toString(16).padStart(16, '0'),
        userId: 'u',
        lastName: 'L',
        linkAsOf: '2018-07-01',
        email: index % 5 === 0 ? null : 'a@example.com',
      }),
    );
    let read = 0;
    const kept = new Map<string, RosterCount>();
    const services = {
      most: 1000,
      clock: { now: () => Temporal.Instant.from('2018-07-24T12:00:00Z'), sleep: async () => {} },
      roster: {
        filers: async function* (_version: string, { after = '' }: { after?: string } = {}) {
          for (const filer of filers) {
            if (filer.filerId <= after) continue;
            read++;
            yield filer;
          }
        },
      },
      rosterCounts: {
        get: async (version: string) => kept.get(version) ?? null,
        put: async ({ version }: { version: string }, count: RosterCount) => void kept.set(version, count),
      },
    };
    const seen: [number, boolean][] = [];
    for (let page = 1; page <= 4; page++) {
      const { counted, isComplete } = await countRoster({ version: 'v', goLiveDate: GO_LIVE }, services);
      seen.push([counted, isComplete]);
    }
    expect(seen).toEqual([
      [1000, false],
      [2000, false],
      [2500, true],
      [2500, true],
    ]);
    expect(kept.get('v')?.counts['verify-account']).toEqual({
      reachable: 2000,
      unreachable: 500,
      sample: filers[1]!.filerId,
    });
    expect(read).toBeLessThanOrEqual(2502);
  });
});
