import { afterEach, describe, expect, it } from 'vitest';
import type { SendReport } from '../../../functions/queries/send-reports.ts';
import { anOpsCloud, idOf, type OpsCloud } from '../../support/clouds/ops-cloud.ts';

describe('what stays unknown', () => {
  let ops: OpsCloud;
  afterEach(() => ops.cloud.stop());
  const attemptsOf = async (userId: 'silent' | 'late') => {
    const [send] = await ops.ask<SendReport[]>({ act: 'show', filerId: idOf(userId) });
    return send!.facts.map(({ attempt, kind }) => `${attempt} ${kind}`).sort();
  };

  it('is sent again after an hour where the plan says so, and never a third time', async () => {
    ops = await anOpsCloud({ sending: { unknown: 'resend' } });
    await ops.cloud.advanceTo('2018-07-24T13:55:00Z');
    expect(await attemptsOf('silent')).toEqual(['1 unknown']);
    ops.faults.delete('silent');
    await ops.cloud.advanceTo('2018-07-24T14:10:00Z');
    expect(ops.emailsTo('silent@example.com')).toBe(1);
    expect(await attemptsOf('silent')).toEqual(['1 unknown', '2 delivered', '2 sent']);
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
