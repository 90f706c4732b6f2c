import { describe, expect, it } from 'vitest';
import { datesOf } from '../../../../functions/domain/plan/plan-version.ts';
import { factsNote } from '../../../../functions/domain/run/announcement.ts';
import type { Run } from '../../../../functions/domain/run/run.ts';
import type { Fact } from '../../../../functions/domain/send/fact.ts';
import { toldOtherwise } from '../../../../functions/start-phase/announcement/stated-facts.ts';
import { aPlan } from '../../../support/builders/plan.ts';

/** A page that the first notice explains, and a later one leaves out. */
const FACT = 'pacer-faq-page';
const NOW = aPlan();
const OLD = { ...NOW, pacer: { ...NOW.pacer, faq: 'https://pacer.uscourts.gov/old-faq' } };
const PLANS = { old: OLD, now: NOW } as const;

const noticeOf = (number: number, planVersion: keyof typeof PLANS, decidedAt: string) =>
  ({
    runId: `notice-${number}`,
    phaseId: `notice-${number}`,
    kind: 'notice',
    number,
    of: 3,
    planVersion,
    decidedAt,
    dates: datesOf(NOW),
  }) as Run;
const FIRST = noticeOf(1, 'old', '2018-07-24T13:00:00Z');
const SECOND = noticeOf(2, 'now', '2018-08-23T13:00:00Z');
/** Of what another plan had said before; then the plan was the first one again. */
const CORRECTED = {
  ...noticeOf(1, 'old', '2018-09-01T13:00:00Z'),
  runId: 'correction-1',
  phaseId: 'correction',
  kind: 'correction',
} as Run;

const sentBy = ({ runId }: Run, earlier?: Run): Fact => ({
  runId,
  filerId: 'ab',
  attempt: 1,
  kind: 'sent',
  at: '',
  state: 'needs-upgrade',
  ...(earlier && { earlier: { runId: earlier.runId, state: 'needs-upgrade' } }),
});

async function toldTo(sent: readonly Fact[]) {
  const services = {
    frozenAudiences: { ofRun: async () => new Map([['ab', factsNote([[FACT, 'now']])]]) },
    planOf: async ({ planVersion }: Pick<Run, 'planVersion'>) => PLANS[planVersion as keyof typeof PLANS],
    oneOffs: { read: async () => null },
    sendLog: {
      facts: async function* (runId: string, shard?: string) {
        if (shard === 'a') yield* sent.filter((fact) => fact.runId === runId);
      },
    },
  };
  const shards = await Array.fromAsync(toldOtherwise([FIRST, SECOND, CORRECTED], { plan: NOW, services }));
  return shards.flatMap(({ told }) => [...told]);
}

describe('toldOtherwise', () => {
  it.each<[what: string, sent: readonly Fact[], told: readonly unknown[]]>([
    ['the first notice stated the old fact', [sentBy(FIRST)], [['ab', [[FACT, 'old']]]]],
    [
      'a later notice was short and left it out',
      [sentBy(FIRST), sentBy(SECOND, FIRST)],
      [['ab', [[FACT, 'old']]]],
    ],
    ['a later notice explained everything', [sentBy(FIRST), sentBy(SECOND)], []],
    ['only a later notice was sent', [sentBy(SECOND)], []],
    [
      'a correction is known by its own note, when the email that it corrected has bounced since',
      [sentBy(SECOND), { ...sentBy(SECOND), kind: 'rejected', reason: 'Reject' }, sentBy(CORRECTED)],
      [['ab', [[FACT, 'old']]]],
    ],
  ])('finds what the emails that a filer got stated: %s', async (_, sent, told) => {
    expect(await toldTo(sent)).toEqual(told);
  });
});
