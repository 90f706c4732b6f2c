import { ENV, type Env, type EnvName, required } from '../lib/env.ts';

/**
 * A queue's URL, made from its id. The environment holds ids, since it has room for 4 KB only.
 * @throws Error when the variable of the queues' address is missing.
 */
export function queueUrl(env: Env, id: string): string {
  return required(env, ENV.queueAddress) + id;
}

/** The URL of the queue that a variable names. @throws Error when a variable is missing. */
export function queueUrlAt(env: Env, variable: EnvName): string {
  return queueUrl(env, required(env, variable));
}
