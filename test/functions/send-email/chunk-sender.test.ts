import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chunkStore } from '../../../functions/aws/chunks.ts';
import { runStore } from '../../../functions/aws/runs.ts';
import { sendGate } from '../../../functions/aws/send-gate.ts';
import { resume } from '../../../functions/commands/resume.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import { type Chunk, chunkName } from '../../../functions/domain/run/run.ts';
import { chunkSender } from '../../../functions/send-email/chunk-sender.ts';
import type { SendServices } from '../../../functions/send-email/sender.ts';
import { sendServices } from '../../../functions/send-email/services.ts';
import { phaseServices } from '../../../functions/start-phase/services.ts';
import { seenOnce } from '../../../functions/sweep/seen.ts';
import { sweepRuns } from '../../../functions/sweep/sweep-runs.ts';
import { anOpsCloud, type OpsCloud, RUN } from '../../support/clouds/ops-cloud.ts';

const OTHER_RUN = 'notice-2_20180801T130000Z';
const THIRD_RUN = 'notice-3_20180810T130000Z';

let ops: OpsCloud;
let services: SendServices;
beforeAll(async () => {
  ops = await anOpsCloud();
  ops.faults.clear();
  const { env, clock } = ops.cloud;
  await sendGate(env).hold('all', 'person');
  await ops.cloud.advanceTo('2018-07-24T13:00:30Z');
  await sendGate(env).lift('all', 'person');
  services = {
    ...sendServices({ env, clock, log: { info: () => {}, error: () => {} } }),
    // The run's filers are on no roster.
    prepare: async (run, attempts) =>
      attempts.map((attempt) => {
        const tags = { run: run.runId, filer: attempt.filerId, attempt: 1 };
        const raw = Buffer.from('Subject: Notice\r\n\r\nText');
        return { attempt, mail: { from: 'clerk@test.uscourts.gov', to: 'a@example.com', raw, tags } };
      }),
  };
});
afterAll(() => ops.cloud.stop());

/** A run of this many one-filer chunks beside the example's, of which no message is in the queue. */
async function aRun(count: number, runId = OTHER_RUN): Promise<void> {
  const runs = runStore(ops.cloud.env);
  const run = (await runs.run(RUN))!;
  const { audience: _, ...blank } = run;
  await runs.putIfAbsent({ ...blank, runId });
  await runs.countAudience(runId, { byState: {}, mailable: count, skipped: 0, chunks: count });
  const chunks = chunkStore(ops.cloud.env);
  for (let number = 1; number <= count; number++) {
    const attempts = [{ filerId: idOf(number), attempt: 1, state: 'needs-upgrade' }] as const;
    await chunks.putIfAbsent({ runId, chunk: chunkName(number) }, { attempts, now: 0 });
  }
}

/** Leases of these chunks ran out. */
async function loseSenders(runId: string, ...names: string[]): Promise<void> {
  const { chunks, clock } = services;
  const now = clock.now().epochMilliseconds;
  for (const chunk of names) {
    await chunks.lease({ runId, chunk }, { owner: 'dead', now: now - 2, until: now - 1 });
  }
}

function idOf(number: number): string {
  return filerIdOf('test', `filer${number}`);
}

function records(...chunks: string[]) {
  return recordsOf(OTHER_RUN, chunks);
}

function recordsOf(runId: string, chunks: readonly string[]) {
  return {
    Records: chunks.map((chunk, index) => ({
      messageId: `m${index}`,
      body: JSON.stringify({ runId, chunk }),
    })),
  };
}

function invocation(seconds: number) {
  const end = ops.cloud.clock.now().epochMilliseconds + seconds * 1000;
  return {
    awsRequestId: 'f0000000-0000-4000-8000-000000000000',
    getRemainingTimeInMillis: () => end - ops.cloud.clock.now().epochMilliseconds,
  };
}

function open(): Promise<Chunk[]> {
  const all = chunkStore(ops.cloud.env).chunks(OTHER_RUN);
  return Array.fromAsync(all).then((chunks) => chunks.filter(({ done }) => !done));
}

describe('chunkSender', () => {
  it('begins nothing when its time is short, and queues what it was given again', async () => {
    await aRun(7);
    const queued: string[] = [];
    const queue = { queue: async (names: readonly { chunk: string }[]) => void queued.push(names[0]!.chunk) };
    const answer = await chunkSender({ ...services, queue })(records('00001', '00002'), invocation(10));
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(queued).toEqual(['00001', '00002']);
    expect((await open()).map(({ leaseEpoch }) => leaseEpoch)).toEqual(Array(7).fill(0));
  });

  it('stops looking once the run is held', async () => {
    await sendGate(ops.cloud.env).hold(OTHER_RUN, 'person');
    await chunkSender(services)(records('00003'), invocation(60));
    expect(await open()).toHaveLength(7);
    expect((await open()).filter(({ leaseEpoch }) => leaseEpoch > 0).length).toBeLessThan(7);
    await sendGate(ops.cloud.env).lift(OTHER_RUN, 'person');
  });

  it('continues with what waits in the run, and takes a chunk that was named twice once', async () => {
    const before = ops.cloud.outbox.length;
    const answer = await chunkSender(services)(records('00005', '00005'), invocation(60));
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(await open()).toEqual([]);
    const mailed = ops.cloud.outbox.slice(before).map(({ tags }) => tags.filer);
    expect(mailed.sort()).toEqual([1, 2, 3, 4, 5, 6, 7].map(idOf).sort());
  });

  it('asks for no lease of a chunk that is done', async () => {
    const leased: string[] = [];
    const lease: typeof services.chunks.lease = async (name, by) => {
      leased.push(name.chunk);
      return services.chunks.lease(name, by);
    };
    const watched = { ...services, chunks: { ...services.chunks, lease } };
    const answer = await chunkSender(watched)(records('00005'), invocation(60));
    expect([answer, leased]).toEqual([{ batchItemFailures: [] }, []]);
  });

  it('ends what is under way when its search fails', async () => {
    const runId = 'notice-6_20180813T130000Z';
    await aRun(2, runId);
    const failing: SendServices = {
      ...services,
      runs: {
        ...services.runs,
        run: async (id) => {
          if (new Error().stack?.includes('waitingChunks')) throw new Error('throttled');
          return services.runs.run(id);
        },
      },
    };
    const answer = await chunkSender(failing)(recordsOf(runId, ['00001']), invocation(60));
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(ops.cloud.outbox.filter(({ tags }) => tags.run === runId)).toHaveLength(1);
  });

  it('gives a message back that it cannot read, and works on the others', async () => {
    const { Records } = records('00001');
    const answer = await chunkSender(services)(
      { Records: [{ messageId: 'bad', body: '{}' }, ...Records] },
      invocation(60),
    );
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'bad' }] });
  });
});

describe('a chunk that lost a sender', () => {
  it('is sent alone, and others are sent together', async () => {
    await aRun(6, THIRD_RUN);
    const { chunks } = services;
    await loseSenders(THIRD_RUN, '00002', '00003');
    const working = new Set<string>();
    const beside = new Map<string, number>();
    const watched: SendServices = {
      ...services,
      chunks: {
        ...chunks,
        finish: async (lease, sent) => {
          working.delete(lease.chunk);
          return chunks.finish(lease, sent);
        },
      },
      prepare: async (run, attempts) => {
        const number = [1, 2, 3, 4, 5, 6].find((one) => idOf(one) === attempts[0]!.filerId)!;
        beside.set(chunkName(number), working.size);
        working.add(chunkName(number));
        return services.prepare(run, attempts);
      },
    };
    const names = [1, 2, 3, 4, 5, 6].map(chunkName);
    const answer = await chunkSender(watched)(recordsOf(THIRD_RUN, names), invocation(60));
    expect(answer).toEqual({ batchItemFailures: [] });
    const all = await Array.fromAsync(chunks.chunks(THIRD_RUN));
    expect(all.every(({ done }) => done)).toBe(true);
    expect([...beside.keys()].slice(0, 2).sort()).toEqual(['00002', '00003']);
    expect([beside.get('00002'), beside.get('00003')]).toEqual([0, 0]);
    expect(Math.max(...beside.values())).toBeGreaterThan(0);
  });

  it('is not put off by the rest of a run that takes many calls', async () => {
    const runId = 'notice-4_20180811T130000Z';
    await aRun(120, runId);
    await loseSenders(runId, '00040', '00118');
    // One is found by the search, one is the last that a message names.
    const named = [...Array.from({ length: 9 }, (_, index) => chunkName(index + 1)), '00040'];
    await chunkSender(services)(recordsOf(runId, named), invocation(22));
    const mailed = ops.cloud.outbox.flatMap(({ tags }) => (tags.run === runId ? [tags.filer] : []));
    expect(mailed.indexOf(idOf(40))).toBe(0);
    expect(mailed.indexOf(idOf(118))).toBeGreaterThan(0);
    expect(mailed.length).toBeGreaterThan(20);
    expect(mailed.length).toBeLessThan(120);
  });

  it('whose message is lost as well is queued by the sweep, though others are at work, and by a lift', async () => {
    const runId = 'notice-5_20180812T130000Z';
    await aRun(3, runId);
    await services.runs.markEnqueued(runId);
    await loseSenders(runId, '00002');
    const now = services.clock.now().epochMilliseconds;
    // Taken over and quarantined by a sender that then stopped; another one works on the first.
    const late = { owner: 'late', now, until: now + 1000 };
    const { leaseEpoch } = (await services.chunks.lease({ runId, chunk: '00002' }, late))!;
    await services.chunks.release({ runId, chunk: '00002', owner: 'late', epoch: leaseEpoch });
    await services.chunks.lease({ runId, chunk: '00001' }, { ...late, until: now + 60_000 });
    const queued: string[] = [];
    const queue = {
      queue: async (names: readonly { chunk: string }[]) =>
        void queued.push(...names.map(({ chunk }) => chunk)),
    };
    const { env, clock } = ops.cloud;
    const phase = phaseServices({ env, clock, log: services.log });
    const seen = { ...seenOnce(phase), runs: async () => [(await phase.runs.run(runId))!] };
    const startLater = () => expect.fail('no announcement is here');
    await sweepRuns(seen, { ...phase, queue, startLater });
    expect(queued).toEqual(['00002']);
    queued.length = 0;
    await resume(runId, { ...phase, queue });
    expect(queued).toEqual(['00002', '00003']);
  });
});
