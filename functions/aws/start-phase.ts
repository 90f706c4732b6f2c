import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { PhaseName } from '../domain/run/phase-marks.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { lambda } from './clients.ts';

/**
 * Starts a released phase without waiting for it, since enqueueing a large audience takes minutes. Lambda retries the
 * call on its own; the sweep makes up for a start that gets lost anyway.
 */
export type StartLater = (name: PhaseName) => Promise<void>;

/** Calls the function that the environment names. @throws Error when its variable is missing. */
export function startLater(env: Env, client: LambdaClient = lambda()): StartLater {
  const FunctionName = required(env, ENV.startPhaseArn);
  return async (name) => {
    const Payload = Buffer.from(JSON.stringify({ ...name, startedBy: 'person' }));
    await client.send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload }));
  };
}
