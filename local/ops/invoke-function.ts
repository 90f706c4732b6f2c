import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { functionErrorText } from '../cloud/lambda/error.ts';
import { REGION } from '../cloud/template/account.ts';
import type { CloudAccess } from '../start/running.ts';

/** A client of the functions of a running cloud. */
export function localFunctions({ endpoints, credentials }: CloudAccess): LambdaClient {
  return new LambdaClient({ endpoint: endpoints.LAMBDA, region: REGION, credentials });
}

/** What a function answers, or its error as a text. */
type FunctionAnswer =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly error: string };

/** Invokes a function and waits for its answer. @param event What it is given, as JSON. */
export async function invokeFunction(
  client: LambdaClient,
  { name, event }: { name: string; event: unknown },
): Promise<FunctionAnswer> {
  const { FunctionError, Payload } = await client.send(
    new InvokeCommand({ FunctionName: name, Payload: Buffer.from(JSON.stringify(event)) }),
  );
  const answer: unknown = JSON.parse(Buffer.from(Payload ?? []).toString() || 'null');
  return FunctionError ? { ok: false, error: functionErrorText(answer, event) } : { ok: true, answer };
}
