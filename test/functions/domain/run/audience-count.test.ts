import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BLANK,
  CMECF_STATUSES,
  type Filer,
  LINK_STATUSES,
  USER_TYPES,
} from '../../../../functions/domain/filer/filer.ts';
import { stateOf } from '../../../../functions/domain/filer/rules.ts';
import { stateCounter } from '../../../../functions/domain/filer/state-counts.ts';
import { MESSAGE_KINDS } from '../../../../functions/domain/plan/plan.ts';
import { decide } from '../../../../functions/domain/run/audience.ts';
import { audienceOf } from '../../../../functions/domain/run/audience-count.ts';

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
        const counter = stateCounter(GO_LIVE);
        for (const filer of filers) counter.add(filer);
        const { mailable, skipped, outside } = audienceOf(kind, counter.counts());
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
