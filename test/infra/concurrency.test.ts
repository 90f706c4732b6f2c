import { describe, expect, it } from 'vitest';
import { concurrencyNeeded } from '../../infra/concurrency.ts';
import { resourcesOf, synthesize } from '../support/synthesize.ts';

describe('concurrencyNeeded', () => {
  const { pipeline } = synthesize();

  it('is more than the ten of a new account, and counts each sender', () => {
    const needed = concurrencyNeeded(pipeline);
    expect(needed).toBeGreaterThan(10);
    expect(concurrencyNeeded(synthesize({ senders: 25 }).pipeline)).toBe(needed + 20);
  });

  it('adds up what queues allow, five requests to the console, and a call of each other function', () => {
    const source = (FunctionName: string, MaximumConcurrency: number) => ({
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { FunctionName: { Ref: FunctionName }, ScalingConfig: { MaximumConcurrency } },
    });
    const fn = { Type: 'AWS::Lambda::Function' };
    const Resources = { SendEmail: fn, Console: fn, Sweep: fn, Act: fn, a: source('SendEmail', 7) };
    expect(concurrencyNeeded({ Resources })).toBe(7 + 5 + 1 + 1);
  });

  it('is held by the template: every queue says how many consumers work at once, and nothing is reserved', () => {
    const sources = resourcesOf(pipeline, 'AWS::Lambda::EventSourceMapping');
    expect(sources.every(([, { Properties }]) => Properties.ScalingConfig.MaximumConcurrency >= 2)).toBe(
      true,
    );
    const functions = resourcesOf(pipeline, 'AWS::Lambda::Function');
    expect(functions.filter(([, { Properties }]) => 'ReservedConcurrentExecutions' in Properties)).toEqual(
      [],
    );
  });
});
