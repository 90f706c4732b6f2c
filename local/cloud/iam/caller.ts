import type { IncomingHttpHeaders } from 'node:http';
import { InvokeStore, InvokeStoreBase } from '@aws/lambda-invoke-store';

/**
 * Which function makes a request. Lambda gives each invocation a trace id, which the SDK sends along as a header;
 * so does the embedded cloud, and the function's id stands in it. Nothing in the functions knows of it.
 */
const FUNCTION = /;Function=(\w+)/;

// Before anybody else asks for it: otherwise it would be the store that knows one invocation at a time.
const store = await InvokeStore.getInstanceAsync(true);

/** Runs a function's code so that its requests carry its id. The SDK asks for AWS_LAMBDA_FUNCTION_NAME as well. */
export function runAs<Result>(functionId: string, run: () => Promise<Result>): Promise<Result> {
  const traceId = `Root=1-00000000-000000000000000000000000;Sampled=0;Function=${functionId}`;
  return store.run({ [InvokeStoreBase.PROTECTED_KEYS.X_RAY_TRACE_ID]: traceId }, run);
}

/** The function that made a request; `null` when it was a person or a service. */
export function callerOf(headers: IncomingHttpHeaders): string | null {
  return FUNCTION.exec(String(headers['x-amzn-trace-id'] ?? ''))?.[1] ?? null;
}
