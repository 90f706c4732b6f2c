import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chunkStore } from '../../../functions/aws/chunks.ts';
import { sendGate } from '../../../functions/aws/send-gate.ts';
import { STATES } from '../../../functions/domain/filer/state.ts';
import { retryName } from '../../../functions/domain/run/run.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { aPlanInput } from '../../support/builders/plan.ts';

const RUN = 'notice-1_20180724T130000Z';
const RETRY = { filerId: 'user1', attempt: 2, state: STATES[0]! };

let cloud: Cloud;
let isRefused: boolean;
beforeEach(async () => {
  isRefused = true;
  cloud = await startCloud({
    clock: virtualClock('2018-07-24T12:50:00Z'),
    launch: { name: 'test-2018', sender: 'test.uscourts.gov' },
    faults: {
      refuses: ({ by, action }) => isRefused && by === 'SendEmail' && action === 'dynamodb:GetItem',
    },
  });
  await cloud.put('inbox/launch/launch.json', JSON.stringify(aPlanInput()));
  await cloud.settle();
});
afterEach(() => cloud?.stop());

async function putRoster(filers: number): Promise<void> {
  const rows = Array.from({ length: filers }, (_, n) => `user${n + 1},"Ruiz, Ana",ana${n + 1}@example.com`);
  await cloud.put('inbox/roster/roster.csv', ['user id,name,email', ...rows].join('\n'));
  await cloud.settle();
}

const noted = () => cloud.log.filter(({ code }) => code === 'chunks-waiting').map(({ fields }) => fields);

describe('the sweep', () => {
  it('notes at each tick how late a run is, until it is complete', async () => {
    await putRoster(1);
    await cloud.advanceTo('2018-07-24T13:06:00Z');
    expect(noted().at(-1)).toEqual({ run: RUN, chunks: 1, minutes: 5 });
    // Failures of the account are no failures of a role.
    expect(cloud.denials).toEqual([]);
    isRefused = false;
    await cloud.advanceTo('2018-07-24T13:40:00Z');
    const count = noted().length;
    await cloud.advanceTo('2018-07-24T14:00:00Z');
    expect(noted()).toHaveLength(count);
    expect(cloud.outbox).toHaveLength(1);
  });

  it('leaves out the time that the emails take at the account’s rate', async () => {
    cloud.sesLimits.maxSendRate = 1;
    await putRoster(160);
    await cloud.advanceTo('2018-07-24T13:06:00Z');
    // 160 emails at 0.85 a second take three minutes.
    expect(noted().at(-1)).toEqual({ run: RUN, chunks: 4, minutes: 2 });
  });

  it.each([
    ['all', 'restored'],
    ['all', 'person'],
    [RUN, 'person'],
  ])('notes nothing while %s is held for the reason %s', async (scope, reason) => {
    await putRoster(1);
    await cloud.advanceTo('2018-07-24T13:06:30Z');
    const gate = sendGate(cloud.env);
    await gate.hold(scope, reason);
    const count = noted().length;
    await cloud.invoke('Sweep', {});
    expect(noted()).toHaveLength(count);
    await gate.lift(scope, reason);
    await gate.hold(scope, 'breaker-bounces');
    await cloud.invoke('Sweep', {});
    expect(noted().at(-1)).toEqual({ run: RUN, chunks: 1, minutes: 6 });
  });

  it('notes for how long retries have been held', async () => {
    isRefused = false;
    await putRoster(1);
    await cloud.advanceTo('2018-07-24T14:00:00Z');
    const gate = sendGate(cloud.env);
    await gate.hold(RUN, 'breaker-bounces');
    const name = { runId: RUN, chunk: retryName(RETRY) };
    // Not the clock's time: the work at 14:00 took some milliseconds of it.
    const now = Date.parse('2018-07-24T14:00:00Z');
    await chunkStore(cloud.env).putIfAbsent(name, { attempts: [RETRY], now });
    await cloud.advanceTo('2018-07-24T15:01:00Z');
    expect(noted().at(-1)).toEqual({ run: RUN, chunks: 1, minutes: 60 });
    const count = noted().length;
    await gate.hold(RUN, 'person');
    await cloud.invoke('Sweep', {});
    expect(noted()).toHaveLength(count);
  });
});
