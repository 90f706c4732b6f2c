import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpApi } from '../../../local/cloud/console/http-api.ts';
import { loadFunctions } from '../../../local/cloud/lambda/load-functions.ts';
import { isLoop } from '../../../local/cloud/lambda/loops.ts';
import { LIMITS } from '../../../local/cloud/limits.ts';
import type { Template } from '../../../local/cloud/template/template.ts';
import { limitsTable } from '../../support/docs/limits-table.ts';
import { clock, many, pageKey, some, startServices } from '../../support/local/sized-requests.ts';

let send: Awaited<ReturnType<typeof startServices>>;
beforeAll(async () => {
  send = await startServices();
});
afterAll(() => send.close());

type Sends = {
  [Name in Exclude<keyof typeof send, 'page' | 'readAll' | 'close'>]: (size: number) => Promise<unknown>;
};

/** A template with one function, whose variables have this many bytes. */
function withEnvironment(bytes: number): Template {
  const fn = {
    id: 'Answers',
    name: 'answers',
    arn: 'arn:answers',
    type: 'AWS::Lambda::Function',
    reference: 'answers',
    properties: { Environment: { Variables: { CRIER_X: some(bytes - 'CRIER_X'.length) } } },
    metadata: { 'crier:entry': 'test/support/local/answers.ts' },
  };
  return { ofType: () => [fn], types: new Set([fn.type]), setReference: () => {}, setAttribute: () => {} };
}

describe('the limits of AWS', () => {
  it.each<[limit: keyof typeof LIMITS, send: keyof Sends, error: string]>([
    ['lambdaRequest', 'invoke', 'RequestTooLargeException'],
    ['lambdaLaterRequest', 'invokeLater', 'RequestTooLargeException'],
    ['itemBytes', 'item', 'ValidationException'],
    ['batchGetKeys', 'keys', 'ValidationException'],
    ['batchWriteItems', 'items', 'ValidationException'],
    ['messageBytes', 'message', 'InvalidParameterValue'],
    ['messageBytes', 'messages', 'BatchRequestTooLong'],
    ['eventEntries', 'entries', 'ValidationException'],
    ['eventBytes', 'eventBytes', 'ValidationException'],
    ['scheduleName', 'scheduleName', 'ValidationException'],
    ['scheduleDescription', 'scheduleDescription', 'ValidationException'],
    ['scheduleInput', 'scheduleInput', 'ValidationException'],
    ['mailBytes', 'mail', 'InvalidParameterValue'],
    ['mailRecipients', 'recipients', 'MessageRejected'],
    ['mailTag', 'tag', 'InvalidParameterValue'],
  ])('%s is kept in %s: at it a request passes, beyond it it is refused', async (limit, name, error) => {
    const { most } = LIMITS[limit];
    const sends: Sends = send;
    await expect(sends[name](most)).resolves.toBeDefined();
    // Batches are of four equal messages.
    const refused = await sends[name](name === 'messages' ? most + 4 : most + 1).catch((one: Error) => one);
    expect(refused).toBeInstanceOf(Error);
    expect((refused as Error).name).toContain(error);
  });

  it('tells the caller that an answer is too large', async () => {
    const { most } = LIMITS.lambdaAnswer;
    const answered = await send.answer(most);
    expect(answered.FunctionError).toBeUndefined();
    const { FunctionError, Payload } = await send.answer(most + 1);
    expect(FunctionError).toBe('Unhandled');
    expect(JSON.parse(Buffer.from(Payload!).toString())).toEqual({
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
    });
  });

  it('refuses a request that becomes too large an event for Lambda, though API Gateway would take it', async () => {
    expect((await send.post(LIMITS.lambdaRequest.most - 10_000)).status).toBe(204);
    expect((await send.post(LIMITS.lambdaRequest.most)).status).toBe(413);
  });

  it('answers 503 when a function takes longer than API Gateway waits', async () => {
    const slow = await startHttpApi({ pageKey, mostSeconds: 0.05, invoke: () => new Promise(() => {}) });
    const { authorization } = pageKey;
    const { status } = await fetch(slow.url, { headers: { authorization } });
    await slow.close();
    expect(status).toBe(503);
  });

  it('ends a page of a query before it is too large, with the key for the next', async () => {
    const whole = await send.page('three', 3);
    expect([whole.Count, whole.LastEvaluatedKey]).toEqual([3, undefined]);
    const cut = await send.page('five', 5);
    expect(cut.Count).toBeLessThan(5);
    expect(cut.LastEvaluatedKey).toEqual({ pk: { S: 'five' }, sk: { S: String(cut.Count! - 1) } });
  });

  it('leaves keys unread when the items are too large for one answer, and Crier asks for them again', async () => {
    await send.page('large', 5);
    const { left, found } = await send.readAll('large', 5);
    expect(left).toBeGreaterThan(0);
    expect(found).toBe(5);
  });

  it('does not start with a function whose variables Lambda would refuse', async () => {
    const { most } = LIMITS.lambdaEnvironment;
    const load = (bytes: number) =>
      loadFunctions(withEnvironment(bytes), { clock, onLog: () => {}, bundleDir: null, consoleEnv: {} });
    expect(await load(most)).toHaveLength(1);
    await expect(load(most + 1)).rejects.toThrow(
      'Cannot run Answers because its environment must be at most 4096 bytes: it is 4097',
    );
  });

  it('ends a loop, unless the function may queue to itself', () => {
    const times = (count: number) => many(count, () => ['Sweep', 'Other']).flat();
    const { most } = LIMITS.lambdaLoop;
    expect(isLoop({ id: 'Sweep', endsLoops: true }, times(most - 1))).toBe(false);
    expect(isLoop({ id: 'Sweep', endsLoops: true }, times(most))).toBe(true);
    expect(isLoop({ id: 'Sweep', endsLoops: false }, times(most))).toBe(false);
  });

  it('are in the documentation, each with its source', () => {
    expect(readFileSync('docs/local.md', 'utf8')).toContain(limitsTable());
  });
});
