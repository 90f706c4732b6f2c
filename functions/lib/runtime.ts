import type { Clock } from './clock.ts';
import type { Env } from './env.ts';

/**
 * Values a log line may hold: codes, ids and numbers. Never an address or a name, nor the line's own `level` and `code`,
 * which metric filters read.
 */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>> & {
  readonly level?: never;
  readonly code?: never;
};

/** Structured log: a code (listed with its meaning in docs/logging.md) and its fields. */
export interface Log {
  info(code: string, fields?: LogFields): void;
  error(code: string, fields?: LogFields): void;
}

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

/** A function as Lambda calls it. */
export type Handler<Event, Result> = (event: Event, invocation: Invocation) => Promise<Result>;

/** Builds a function's services once and returns its handler: what every `x.lambda.ts` exports as `create`. */
export type Create<Event, Result> = (runtime: Runtime) => Handler<Event, Result>;

/** The part of an SQS event that the functions use. */
export interface QueueEvent {
  readonly Records: readonly {
    readonly messageId: string;
    readonly body: string;
    /** Names this receipt of the message, to change it. */
    readonly receiptHandle?: string;
    readonly eventSourceARN?: string;
    readonly attributes?: { readonly ApproximateReceiveCount?: string };
  }[];
}

/** Answer of a queue function: the messages to be delivered again. */
export interface QueueResult {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}
