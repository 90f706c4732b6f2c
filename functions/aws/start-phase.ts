import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { PhaseName } from '../domain/run/phase-marks.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { lambda } from './clients.ts';

/**
 * Has a released phase started and doesn't wait for it: writing out a large audience takes minutes. Lambda takes the
 * call and tries again by itself; whatever is lost on the way the sweep starts.
 */
export type StartLater = (name: PhaseName) => Promise<void>;

export function startLater(env: Env, client: LambdaClient = lambda()): StartLater {
  const FunctionName = required(env, ENV.startPhaseArn);
  return async (name) => {
    const Payload = Buffer.from(JSON.stringify({ ...name, startedBy: 'person' }));
    await client.send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload }));
  };
}
