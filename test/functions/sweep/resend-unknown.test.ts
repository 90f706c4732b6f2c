import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import type { Fact, FactKind } from '../../../functions/domain/send/fact.ts';
import type { SendReport } from '../../../functions/queries/ops-reports.ts';
import { secondAttempt } from '../../../functions/sweep/resend-unknown.ts';
import { anOpsCloud, idOf, type OpsCloud } from '../../support/clouds/ops-cloud.ts';

const AT = '2018-07-24T13:00:00Z';

const CASES: [what: string, facts: [FactKind, number][], minutes: number, resent: boolean][] = [
  ['an unknown one, not yet an hour old', [['unknown', 1]], 59, false],
  ['an unknown one after an hour', [['unknown', 1]], 60, true],
  [
    'one that SES reported',
    [
      ['unknown', 1],
      ['send', 1],
    ],
    90,
    false,
  ],
  [
    'one that bounced',
    [
      ['unknown', 1],
      ['bounced', 1],
    ],
    90,
    false,
  ],
  ['one that failed', [['failed', 1]], 90, false],
  ['one that was sent', [['sent', 1]], 90, false],
  [
    'one that is unknown again',
    [
      ['unknown', 1],
      ['unknown', 2],
    ],
    180,
    false,
  ],
  [
    'one that a person retried',
    [
      ['failed', 1],
      ['unknown', 2],
    ],
    180,
    false,
  ],
  ['nobody', [], 90, false],
];

describe('secondAttempt', () => {
  it.each(CASES)('of %s', (_what, kinds, minutes, resent) => {
    const facts = kinds.map(([kind, attempt]): Fact => ({ runId: 'r', filerId: 'f', attempt, kind, at: AT }));
    const attempt = secondAttempt(facts, Temporal.Instant.from(AT).add({ minutes }));
    expect(attempt).toEqual(resent ? { filerId: 'f', attempt: 2, state: 'verify-account' } : null);
  });
});

describe('what stays unknown', () => {
  let ops: OpsCloud;
  afterEach(() => ops.cloud.stop());
  const attemptsOf = async (userId: 'silent' | 'late') => {
    const [send] = await ops.ask<SendReport[]>({ act: 'show', filerId: idOf(userId) });
    return send!.facts.map(({ attempt, kind }) => `${attempt} ${kind}`).sort();
  };

  it('is sent once more after an hour where the plan says so, and never a third time', async () => {
    ops = await anOpsCloud({ sending: { unknown: 'resend' } });
    await ops.cloud.advanceTo('2018-07-24T13:55:00Z');
    expect(await attemptsOf('silent')).toEqual(['1 unknown']);
    ops.faults.delete('silent');
    await ops.cloud.advanceTo('2018-07-24T14:10:00Z');
    expect(ops.emailsTo('silent@example.com')).toBe(1);
    expect(await attemptsOf('silent')).toEqual(['1 unknown', '2 delivered', '2 send', '2 sent']);
    await ops.cloud.advanceTo('2018-07-24T18:00:00Z');
    // SES took it each time, and neither answered nor told.
    expect(ops.emailsTo('late@example.com')).toBe(2);
    expect(await attemptsOf('late')).toEqual(['1 unknown', '2 unknown']);
    expect(ops.cloud.denials).toEqual([]);
  });

  it('waits for a person otherwise', async () => {
    ops = await anOpsCloud();
    await ops.cloud.advanceTo('2018-07-24T18:00:00Z');
    expect(await attemptsOf('silent')).toEqual(['1 unknown']);
  });
});
