import type { IncomingHttpHeaders } from 'node:http';
import { InvokeStore, InvokeStoreBase } from '@aws/lambda-invoke-store';

/**
 * Names the function in a request. Lambda gives each invocation a trace id, which the SDK sends along as a header; so
 * does the embedded cloud, with the function's id in it. The functions' own code has no part in it.
 */
const FUNCTION = /;Function=(\w+)/;
const LINEAGE = /;Lineage=([\w,]+)/;
/** Loops are ended long before. */
const MAX_LINEAGE = 64;

// Asked for first, and with true: otherwise the SDK would get a store that knows one invocation at a time.
const store = await InvokeStore.getInstanceAsync(true);

const HEADER = 'x-amzn-trace-id';

/** Ids of the functions whose messages or calls led to an event, oldest first. Lambda sends it along likewise. */
export type Lineage = readonly string[];

/**
 * Runs a function's code so that its requests carry its id. The SDK asks for AWS_LAMBDA_FUNCTION_NAME as well.
 * @param lineage of the event that it works on
 */
export function runAs<Result>(
  functionId: string,
  run: () => Promise<Result>,
  lineage: Lineage = [],
): Promise<Result> {
  const trace = traceOf(functionId, lineage);
  return store.run({ [InvokeStoreBase.PROTECTED_KEYS.X_RAY_TRACE_ID]: trace }, run);
}

function traceOf(functionId: string, lineage: Lineage = []): string {
  const root = 'Root=1-00000000-000000000000000000000000;Sampled=0';
  return `${root};Function=${functionId};Lineage=${[...lineage.slice(-MAX_LINEAGE), functionId].join(',')}`;
}

/** Which functions led to a request, with the one that makes it last; none when a person or a service does. */
export function lineageOf(headers: IncomingHttpHeaders): Lineage {
  return LINEAGE.exec(String(headers[HEADER] ?? ''))?.[1]?.split(',') ?? [];
}

/** What a request of a function carries: for what a browser does with the function's signature. */
export function headersOf(functionId: string): IncomingHttpHeaders {
  return { [HEADER]: traceOf(functionId) };
}

/** The function that made a request; `null` when it was a person or a service. */
export function callerOf(headers: IncomingHttpHeaders): string | null {
  return FUNCTION.exec(String(headers[HEADER] ?? ''))?.[1] ?? null;
}
