import { describe, expect, it } from 'vitest';
import { virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { type LogLine, loadFunction } from '../../../../local/cloud/lambda/functions.ts';

const START = '2018-07-24T13:00:00Z';
const settings = {
  id: 'Probe',
  name: 'crier-Probe',
  arn: 'arn:probe',
  env: { CRIER_LAUNCH: 'nysb' },
  endsLoops: true,
  timeoutSeconds: 60,
  file: `${import.meta.dirname}/../../../support/local/probe.ts`,
};

async function probe() {
  const clock = virtualClock(START);
  const lines: LogLine[] = [];
  const fn = await loadFunction(settings, { clock, onLog: (line) => lines.push(line) });
  return { clock, lines, fn };
}

describe('loadFunction', () => {
  it('gives a function its own environment, the clock and a log, and no more time than it has', async () => {
    const { fn, lines, clock } = await probe();
    const event = { a: 1 };
    expect(await fn.invoke(event)).toEqual({
      ok: true,
      result: { event: { a: 1, seen: true }, env: { CRIER_LAUNCH: 'nysb' }, calls: 1, left: 60_000 },
    });
    expect(event).toEqual({ a: 1 });
    expect(lines).toEqual([
      {
        at: virtualClock(START).now(),
        functionId: 'Probe',
        level: 'INFO',
        code: 'probed',
        fields: { calls: 1 },
      },
    ]);
    expect(clock.now().toString()).toBe('2018-07-24T13:00:00.001Z');
  });

  it('keeps its services from call to call', async () => {
    const { fn } = await probe();
    await fn.invoke({});
    expect(await fn.invoke({})).toMatchObject({ result: { calls: 2 } });
  });

  it('reports an error as Lambda does', async () => {
    const { fn } = await probe();
    expect(await fn.invoke({ fail: 'too far' })).toMatchObject({
      ok: false,
      error: { errorType: 'RangeError', errorMessage: 'too far' },
    });
  });

  it('stops a function in mid-sleep when its time is up, and starts it afresh the next time', async () => {
    const { fn, clock, lines } = await probe();
    await fn.invoke({});
    expect(await fn.invoke({ sleep: 61_000 })).toEqual({
      ok: false,
      error: { errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out after 60.00 seconds' },
    });
    expect(clock.now().since(START).total('seconds')).toBeCloseTo(60, 1);
    expect(lines).toHaveLength(1);
    expect(await fn.invoke({ sleep: 59_000 })).toMatchObject({ result: { calls: 1, left: 1000 } });
  });

  it('names the function whose variable is missing', async () => {
    const file = `${import.meta.dirname}/../../../../functions/send-email/send-email.lambda.ts`;
    const loading = loadFunction(
      { ...settings, id: 'SendEmail', file },
      { clock: virtualClock(START), onLog: () => {} },
    );
    await expect(loading).rejects.toThrow(
      /^Cannot build SendEmail: Cannot start because the environment variable CRIER_\w+ must be set$/,
    );
  });

  it('refuses a module that has no create', async () => {
    const file = `${import.meta.dirname}/../../../support/clients.ts`;
    const loading = loadFunction({ ...settings, file }, { clock: virtualClock(START), onLog: () => {} });
    await expect(loading).rejects.toThrow(`Cannot run Probe because ${file} must export create`);
  });
});
