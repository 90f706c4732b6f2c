import { afterEach, describe, expect, it } from 'vitest';
import { dynamo } from '../../../functions/aws/clients.ts';
import { sendLogStore } from '../../../functions/aws/send-log.ts';
import type { RunsReport } from '../../../functions/queries/run-reports.ts';
import { anOpsCloud, NOTICE, type OpsCloud, RUN } from '../../support/clouds/ops-cloud.ts';

const WHO = { by: 'ops1', why: 'the test says so' };

let ops: OpsCloud;
afterEach(() => ops.cloud.stop());

const told = (kind: string) =>
  ops.cloud.events.filter((event) => event['detail-type'] === kind).map(({ detail }) => detail);

async function holds(): Promise<readonly string[]> {
  const { runs } = await ops.ask<RunsReport>({ act: 'runs' });
  return runs[0]!.holds;
}

describe('the circuit breaker', () => {
  it('holds a run after failures in a row, and lets it continue when a person says so', async () => {
    ops = await anOpsCloud({ sending: { breaker: { failuresInARow: 4 } } });
    const refuse = { kind: 'refuse', code: 'MessageRejected', message: 'no' } as const;
    for (const name of ['good1', 'good2', 'refused', 'silent', 'late', 'bounce']) {
      ops.faults.set(name, refuse);
    }
    ops.cloud.sesLimits.maxSendRate = 1;
    await ops.cloud.advanceTo('2018-07-24T13:04:00Z');
    expect(await holds()).toEqual(['breaker-failures']);
    expect(told('PhaseHeld')).toEqual([expect.objectContaining({ run: RUN, reason: 'breaker-failures' })]);
    const { runs } = await ops.ask<RunsReport>({ act: 'runs' });
    expect(runs[0]!.byStatus).toMatchObject({ failed: 4, waiting: 2 });
    ops.faults.clear();
    await ops.ask({ act: 'lift', scope: RUN, reason: 'breaker-failures', ...WHO });
    await ops.cloud.advanceTo('2018-07-24T13:40:00Z');
    expect(ops.cloud.outbox).toHaveLength(2);
    expect(await holds()).toEqual([]);
  });

  it('holds a run whose bounces are over the limit at the next sweep, and counts again after a lift', async () => {
    ops = await anOpsCloud({ sending: { breaker: { afterSends: 3 } } });
    await ops.ask({ act: 'hold', scope: RUN, ...WHO }).then(({ done }) => expect(done).toBe(false));
    await ops.ask({ act: 'hold', scope: 'all', ...WHO });
    await ops.cloud.advanceTo('2018-07-24T13:01:00Z');
    const log = sendLogStore({ env: ops.cloud.env, clock: ops.cloud.clock }, dynamo());
    await log.append(
      ['a', 'b', 'c'].map((digit) => ({
        runId: RUN,
        filerId: digit.repeat(16),
        attempt: 1,
        kind: 'bounced',
        at: NOTICE,
      })),
    );
    await ops.cloud.advanceTo('2018-07-24T13:06:00Z');
    expect(await holds()).toEqual(['breaker-bounces', 'all:person']);
    await ops.cloud.advanceTo('2018-07-24T13:11:00Z');
    expect(told('PhaseHeld')).toHaveLength(1);
    await ops.ask({ act: 'lift', scope: RUN, reason: 'breaker-bounces', ...WHO });
    await ops.cloud.advanceTo('2018-07-24T13:16:00Z');
    expect(await holds()).toEqual(['all:person']);
  });

  it('is told about a complete run that does not balance, once, with the filers named', async () => {
    ops = await anOpsCloud();
    ops.faults.clear();
    await ops.cloud.advanceTo('2018-07-24T13:01:00Z');
    const log = sendLogStore({ env: ops.cloud.env, clock: ops.cloud.clock }, dynamo());
    const stranger = '0'.repeat(16);
    await log.append([{ runId: RUN, filerId: stranger, attempt: 1, kind: 'sent', at: NOTICE }]);
    await ops.cloud.advanceTo('2018-07-24T13:21:00Z');
    const found = told('SendsNeedAttention').filter((detail) => 'differences' in (detail as object));
    expect(found).toEqual([
      expect.objectContaining({
        run: RUN,
        differences: 1,
        named: [{ what: 'not-in-audience', filerId: stranger }],
      }),
    ]);
  });
});
