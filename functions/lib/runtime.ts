import type { Clock } from './clock.ts';
import type { Env } from './env.ts';
import type { Log } from './log.ts';

/** What every function gets from outside: its settings, the time and its log. */
export interface Runtime {
  readonly env: Env;
  readonly clock: Clock;
  readonly log: Log;
}

/** The part of the Lambda context that the functions use. */
export interface Invocation {
  readonly awsRequestId: string;
  getRemainingTimeInMillis(): number;
}

export type Handler<Event, Result> = (event: Event, invocation: Invocation) => Promise<Result>;

/** Builds a function's services once and returns its handler: what every `x.lambda.ts` exports as `create`. */
export type Create<Event, Result> = (runtime: Runtime) => Handler<Event, Result>;

/** The part of an SQS event that the functions use. */
export interface QueueEvent {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}

/** Answer of a queue function: the messages to be delivered again. */
export interface QueueResult {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}
