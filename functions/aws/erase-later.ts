import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { ENV, type Env, required } from '../lib/env.ts';
import { lambda } from './clients.ts';

/**
 * Has the function Erase continue with the erasures that are recorded, without waiting for it. It names no one: what isn't
 * recorded isn't erased. A call that gets lost is made up for within the hour.
 */
export type EraseLater = () => Promise<void>;

/** Calls the function that the environment names. @throws Error when its variable is missing. */
export function eraseLater(env: Env, client: LambdaClient = lambda()): EraseLater {
  const FunctionName = required(env, ENV.erase);
  return async () => {
    const Payload = Buffer.from(JSON.stringify({ act: 'again' }));
    await client.send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload }));
  };
}
