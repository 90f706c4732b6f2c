import { InvokeCommand, type LambdaClient, ResourceNotFoundException } from '@aws-sdk/client-lambda';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runAs } from '../../../../local/cloud/iam/caller.ts';
import { startLambdaApi } from '../../../../local/cloud/lambda/api.ts';
import type { InvokeOptions, LocalFunction } from '../../../../local/cloud/lambda/functions.ts';
import { LIMITS } from '../../../../local/cloud/limits.ts';
import type { Listening } from '../../../../local/lib/listen.ts';
import { clientsOf } from '../../../support/clients.ts';

const ARN = 'arn:aws:lambda:us-east-1:000000000000:function:crier-Probe';
const PROBE: LocalFunction = {
  id: 'Probe',
  name: 'crier-Probe',
  arn: ARN,
  env: {},
  endsLoops: true,
  invoke: async (event) => ({ ok: true, result: { event } }),
  prepare: async () => () => {},
};
const FAILED = { ok: false, error: { errorType: 'RangeError', errorMessage: 'too far' } } as const;

let api: Listening;
let client: LambdaClient;
let later: unknown[];
let known: InvokeOptions[];
beforeAll(async () => {
  api = await startLambdaApi({
    find: (name) => ([PROBE.id, PROBE.name, PROBE.arn].includes(name) ? PROBE : undefined),
    invoke: async (fn, event, options) => {
      known.push(options);
      return (event as { fail?: boolean }).fail ? FAILED : fn.invoke(event);
    },
    invokeLater: (fn, event, options = {}) => {
      known.push(options);
      later.push([fn.id, event]);
    },
  });
  client = clientsOf(api.url).lambda;
});
beforeEach(() => {
  vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'crier-Probe');
  later = [];
  known = [];
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => api.close());

const invoke = (FunctionName: string, event: unknown, more: object = {}) =>
  client.send(new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(event)), ...more }));
const payloadOf = ({ Payload }: { Payload?: Uint8Array }) => JSON.parse(Buffer.from(Payload!).toString());

describe('Invoke', () => {
  it.each(['Probe', 'crier-Probe', ARN])('runs %s and answers with its result', async (name) => {
    const answer = await invoke(name, { a: 1 });
    expect([answer.StatusCode, answer.FunctionError, payloadOf(answer)]).toEqual([
      200,
      undefined,
      { event: { a: 1 } },
    ]);
  });

  it("answers with the function's error as Lambda does", async () => {
    const answer = await invoke('Probe', { fail: true });
    expect([answer.FunctionError, payloadOf(answer)]).toEqual(['Unhandled', FAILED.error]);
  });

  it('answers at once when it is to run later', async () => {
    const answer = await invoke('Probe', { a: 1 }, { InvocationType: 'Event' });
    expect([answer.StatusCode, later]).toEqual([202, [['Probe', { a: 1 }]]]);
  });

  it.each(['RequestResponse', 'Event'])(
    'hands on its id and which functions led to it, as %s',
    async (InvocationType) => {
      const answer = await runAs('Sweep', () => invoke('Probe', {}, { InvocationType }), ['Act']);
      expect(known).toEqual([{ requestId: answer.$metadata.requestId, lineage: ['Act', 'Sweep'] }]);
    },
  );

  it('ends a loop of calls, before the function runs', async () => {
    const rounds = (count: number) =>
      runAs('Probe', () => invoke('Probe', {}), Array(count - 1).fill('Probe'));
    await rounds(LIMITS.lambdaLoop.most - 1);
    await expect(rounds(LIMITS.lambdaLoop.most)).rejects.toThrow('recursive loop');
    expect(known).toHaveLength(1);
  });

  it('refuses a function that it does not know, and a way to invoke that nothing here uses', async () => {
    await expect(invoke('None', {})).rejects.toThrow(ResourceNotFoundException);
    await expect(invoke('Probe', {}, { InvocationType: 'DryRun' })).rejects.toThrow(
      'DryRun is not known here',
    );
  });
});
