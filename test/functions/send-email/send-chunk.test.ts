import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendGate } from '../../../functions/aws/send-gate.ts';
import type { RetryResult } from '../../../functions/commands/retry.ts';
import { sendChunk } from '../../../functions/send-email/send-chunk.ts';
import type { SendServices } from '../../../functions/send-email/sender.ts';
import { sendServices } from '../../../functions/send-email/services.ts';
import { anOpsCloud, idOf, type OpsCloud, RUN } from '../../support/clouds/ops-cloud.ts';

const WHO = { by: 'ops1', why: 'the test says so' };
const CHUNK = { runId: RUN, chunk: '00001' };

let ops: OpsCloud;
let services: SendServices;
beforeAll(async () => {
  ops = await anOpsCloud();
  ops.faults.clear();
  const { env, clock } = ops.cloud;
  services = sendServices({ env, clock, log: { info: () => {}, error: () => {} } });
  // The run's only chunk waits: no one but the test sends it.
  await ops.ask({ act: 'hold', scope: 'all', ...WHO });
  await ops.cloud.advanceTo('2018-07-24T13:00:30Z');
  await sendGate(env).lift('all', 'person');
});
afterAll(() => ops.cloud.stop());

function sender(owner: string) {
  return { owner, isAlone: true, deadline: ops.cloud.clock.now().epochMilliseconds + 600_000 };
}

describe('sendChunk', () => {
  it('emails no one beside their retry, after a crash between `failed` and done', async () => {
    const failing: SendServices = {
      ...services,
      prepare: async (_run, attempts) =>
        attempts.map((attempt) => ({ attempt, kind: 'failed', reason: 'render-failed' })),
      chunks: {
        ...services.chunks,
        finish: async () => {
          throw new Error('crash');
        },
      },
    };
    await expect(sendChunk(CHUNK, sender('first'), failing)).rejects.toThrow('crash');
    const filerId = idOf('good1');
    const retried = await ops.ask<RetryResult>({ act: 'retry', runId: RUN, filerId, ...WHO });
    expect(retried.queued).toEqual([`${filerId}#2`]);
    // The message comes back to the same invocation's owner, and this time the emails could be made.
    await sendChunk(CHUNK, sender('first'), services);
    await ops.cloud.settle();
    expect(ops.cloud.outbox.map(({ to, tags }) => [to[0], tags.attempt])).toEqual([
      ['good1@example.com', '2'],
    ]);
  });

  it('sends a retry once, however many senders get its chunk', async () => {
    const filerId = idOf('good2');
    await ops.ask({ act: 'retry', runId: RUN, filerId, ...WHO });
    const retry = { runId: RUN, chunk: `retry-${filerId}-2` };
    await Promise.all(['a', 'b', 'c'].map((owner) => sendChunk(retry, sender(owner), services)));
    expect(ops.emailsTo('good2@example.com')).toBe(1);
  });

  it('counts no sender as lost for an error: the lease is given back', async () => {
    const filerId = idOf('bounces');
    const chunk = `retry-${filerId}-7`;
    const attempts = [{ filerId, attempt: 7, state: 'needs-upgrade' }] as const;
    await services.chunks.putIfAbsent({ runId: RUN, chunk }, { attempts, now: 0 });
    const unread = {
      ...services,
      runs: { ...services.runs, existing: () => Promise.reject(new Error('throttled')) },
    };
    await expect(sendChunk({ runId: RUN, chunk }, sender('first'), unread)).rejects.toThrow('throttled');
    expect(await services.chunks.chunk({ runId: RUN, chunk })).toMatchObject({
      expiredLeases: 0,
      leaseEpoch: 1,
    });
    expect((await services.chunks.chunk({ runId: RUN, chunk }))?.owner).toBeUndefined();
  });
});
