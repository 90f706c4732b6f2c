import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import type { HoldReason } from '../domain/run/may-start.ts';
import type { PhaseName } from '../domain/run/phase-marks.ts';
import type { StartedBy } from '../domain/run/run.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { lambda } from './clients.ts';

/**
 * Starts a released phase without waiting for it, since enqueueing a large audience takes minutes. Lambda retries the
 * call on its own; the sweep makes up for a start that gets lost anyway. `startedBy`: a person unless it is given.
 */
export type StartLater = (name: PhaseName, startedBy?: StartedBy) => Promise<void>;

/** The run that is under way now, or why there is none. */
export type StartResult =
  | { readonly started: true; readonly runId: string }
  | { readonly started: false; readonly reason: HoldReason | 'no-plan' | 'not-in-plan' | 'nobody-told' };

/** Starts a released announcement, and waits until it is enqueued or held. @throws Error when the function fails */
export type StartNow = (name: PhaseName) => Promise<StartResult>;

/** Calls the function that the environment names. @throws Error when its variable is missing. */
export function startLater(env: Env, client: LambdaClient = lambda()): StartLater {
  const FunctionName = required(env, ENV.startPhaseArn);
  return async (name, startedBy = 'person') => {
    const Payload = Buffer.from(JSON.stringify({ ...name, startedBy }));
    await client.send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload }));
  };
}

const resultSchema = z.discriminatedUnion('started', [
  z.object({ started: z.literal(true), runId: z.string() }),
  z.object({ started: z.literal(false), reason: z.string() }),
]);

/** Calls the same function. @throws Error when the variable is missing. */
export function startNow(env: Env, client: LambdaClient = lambda()): StartNow {
  const FunctionName = required(env, ENV.startPhaseArn);
  return async (name) => {
    const Payload = Buffer.from(JSON.stringify({ ...name, startedBy: 'person' }));
    const { FunctionError, Payload: answer } = await client.send(
      new InvokeCommand({ FunctionName, Payload }),
    );
    if (FunctionError || !answer)
      throw new Error(
        `Cannot start ${name.phaseId} because StartPhase must answer: ${FunctionError ?? 'nothing'}`,
      );
    return resultSchema.parse(JSON.parse(Buffer.from(answer).toString())) as StartResult;
  };
}
