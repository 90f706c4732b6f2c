import { afterEach, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import type { Faults } from '../../../local/cloud/faults.ts';
import type { EndedInvocation } from '../../../local/cloud/lambda/functions.ts';

let cloud: Cloud;
afterEach(() => cloud?.stop());

async function aCloud(faults: Faults) {
  const invocations: EndedInvocation[] = [];
  const answers: number[] = [];
  cloud = await startCloud({
    clock: virtualClock('2018-07-24T12:00:00Z'),
    faults,
    onInvocation: (one) => void invocations.push(one),
    onAnswer: (status) => void answers.push(status),
  });
  return { invocations, answers };
}

describe('a cloud with faults', () => {
  it('ends a function that hangs at its time limit, and tells how long it took', async () => {
    const { invocations } = await aCloud({ hangs: (functionId) => functionId === 'Act' });
    await expect(cloud.invoke('Act', { act: 'runs' })).rejects.toThrow('Task timed out after 300.00 seconds');
    expect(invocations).toEqual([
      expect.objectContaining({ functionId: 'Act', milliseconds: 300_000, isFailed: true }),
    ]);
    expect(String(cloud.clock.now())).toMatch(/^2018-07-24T12:05:00/);
  });

  it('refuses calls that are granted, and answers of the console show it', async () => {
    const { answers } = await aCloud({ refuses: ({ by }) => by === 'Console' });
    const headers = {
      authorization: cloud.pageKey.authorization,
      cookie: `crier-${new URL(cloud.console).port}=${'x'.repeat(43)}`,
    };
    const answer = await fetch(cloud.console, { headers, redirect: 'manual' });
    expect(answer.status).toBe(500);
    expect(answers).toEqual([500]);
    expect(cloud.log.filter(({ level }) => level === 'ERROR').map(({ code }) => code)).toEqual([
      'page-failed',
    ]);
    expect(cloud.denials).toEqual([]);
  });

  it('lets neither a rule send nor a schedule call: both are failures with their names', async () => {
    await aCloud({
      refuses: ({ by, action }) =>
        (by.includes('UnknownInbox') && action === 'sqs:SendMessage') || by.endsWith('SweepSchedule'),
    });
    await cloud.put('inbox/elsewhere/notes.txt', 'notes');
    await cloud.advanceTo('2018-07-24T12:06:00Z');
    const where = new Set(cloud.failures.map((failure) => failure.where));
    expect([...where].toSorted()).toEqual([
      expect.stringMatching(/^UnknownUploads\w+Rule/),
      expect.stringMatching(/^default\/.+SweepSchedule$/),
    ]);
    expect(cloud.log.filter(({ functionId }) => functionId === 'Sweep')).toEqual([]);
    const letters = await cloud.deadLetters();
    expect(letters.map(({ queue }) => queue)).toContain('SweepDeadLetters');
  });
});
