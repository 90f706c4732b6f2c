import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { AccessEntry } from '../domain/access-entry.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { lambda } from './clients.ts';

/**
 * Hands an access log entry to the function that writes it. Once this returns, Lambda has queued it and will retry a
 * failed write. @throws Error if Lambda doesn't accept it
 */
export type RecordAccess = (entry: AccessEntry) => Promise<void>;

/** Calls the function that the environment names. @throws Error when its variable is missing. */
export function accessRecorder(env: Env, client: LambdaClient = lambda()): RecordAccess {
  const FunctionName = required(env, ENV.recordAccess);
  return async (entry) => {
    const Payload = Buffer.from(JSON.stringify(entry));
    await client.send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload }));
  };
}
