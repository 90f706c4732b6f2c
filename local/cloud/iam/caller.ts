import type { IncomingHttpHeaders } from 'node:http';
import { InvokeStore, InvokeStoreBase } from '@aws/lambda-invoke-store';

/**
 * Names the function in a request. Lambda gives each invocation a trace id, which the SDK sends along as a header; so
 * does the embedded cloud, with the function's id in it. The functions' own code has no part in it.
 */
const FUNCTION = /;Function=(\w+)/;

// Asked for first, and with true: otherwise the SDK would get a store that knows one invocation at a time.
const store = await InvokeStore.getInstanceAsync(true);

const HEADER = 'x-amzn-trace-id';

/** Runs a function's code so that its requests carry its id. The SDK asks for AWS_LAMBDA_FUNCTION_NAME as well. */
export function runAs<Result>(functionId: string, run: () => Promise<Result>): Promise<Result> {
  return store.run({ [InvokeStoreBase.PROTECTED_KEYS.X_RAY_TRACE_ID]: traceOf(functionId) }, run);
}

function traceOf(functionId: string): string {
  return `Root=1-00000000-000000000000000000000000;Sampled=0;Function=${functionId}`;
}

/** What a request of a function carries: for what a browser does with the function's signature. */
export function headersOf(functionId: string): IncomingHttpHeaders {
  return { [HEADER]: traceOf(functionId) };
}

/** The function that made a request; `null` when it was a person or a service. */
export function callerOf(headers: IncomingHttpHeaders): string | null {
  return FUNCTION.exec(String(headers[HEADER] ?? ''))?.[1] ?? null;
}
