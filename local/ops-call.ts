import { readFileSync } from 'node:fs';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { ActInput } from '../functions/ops/act.ts';
import { REGION } from './account.ts';
import { requireRunning } from './running-cloud.ts';
import { UserError } from './user-error.ts';

/** Asks the function Act. @throws UserError when it fails. */
export type CallAct = <Answer>(act: ActInput) => Promise<Answer>;

/** The function of the running cloud. */
export function localAct(endpoint = requireRunning().endpoints.LAMBDA): CallAct {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return caller(new LambdaClient({ endpoint, region: REGION, credentials }), 'Act');
}

/** The function in AWS, with the credentials and the region of the shell. @param named Its name, or a file of outputs. */
export function awsAct(named: string): CallAct {
  // Once only: a second call would be a second act.
  const client = new LambdaClient({ maxAttempts: 1, requestHandler: { requestTimeout: 310_000 } });
  return caller(client, named.endsWith('.json') ? functionIn(named) : named);
}

/** The function's name in a file of `cdk deploy --outputs-file`: `{"crier-x-pipeline": {"ActName": …}}`. */
function functionIn(path: string): string {
  const names = Object.values(readOutputs(path)).flatMap(({ ActName }) => ActName ?? []);
  if (names.length === 1) return names[0]!;
  throw new UserError(
    `Cannot find the function because ${path} must hold one ActName: it holds ${names.length}`,
    ['Write it with: npx cdk deploy --all --outputs-file outputs.json'],
  );
}

function readOutputs(path: string): Record<string, { readonly ActName?: string }> {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UserError(`Cannot read ${path}: ${(error as Error).message}`);
  }
}

function caller(client: LambdaClient, FunctionName: string): CallAct {
  return async <Answer>(act: ActInput) => {
    const { FunctionError, Payload } = await client.send(
      new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(act)) }),
    );
    const answer = JSON.parse(Buffer.from(Payload ?? []).toString() || 'null');
    if (!FunctionError) return answer as Answer;
    throw new UserError(`Cannot ${act.act}: ${answer?.errorMessage ?? FunctionError}`, [
      'What to do: docs/runbook.md, "Act fails"',
    ]);
  };
}
