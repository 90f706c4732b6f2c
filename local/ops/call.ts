import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { functionErrorText } from '../cloud/lambda/error.ts';
import { REGION } from '../cloud/template/account.ts';
import { readInput } from '../lib/read-input.ts';
import { UserError } from '../lib/user-error.ts';
import { requireRunning } from '../start/running.ts';
import type { OpsInput } from './arguments.ts';

/** Asks the function that does the act. @throws UserError when it fails. */
export type CallAct = <Answer>(act: OpsInput) => Promise<Answer>;

/** The functions of the running cloud. */
export function localAct(endpoint = requireRunning().endpoints.LAMBDA): CallAct {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return caller(new LambdaClient({ endpoint, region: REGION, credentials }), (id) => id);
}

/** The functions in AWS, with the credentials and the region of the shell. @param named Act's name, or a file of outputs. */
export function awsAct(named: string): CallAct {
  // Once only: a second call would be a second act.
  const client = new LambdaClient({ maxAttempts: 1, requestHandler: { requestTimeout: 310_000 } });
  if (named.endsWith('.json')) return caller(client, (id) => functionIn(named, id));
  return caller(client, (id) => {
    if (id === 'Act') return named;
    throw new UserError(`Cannot find ${id} by the name of Act: --aws must name the file of outputs`, [
      OUTPUTS,
    ]);
  });
}

/** The function's name in a file of `cdk deploy --outputs-file`: `{"crier-x-pipeline": {"ActName": …}}`. */
function functionIn(path: string, id: FunctionId): string {
  const names = Object.values(readOutputs(path)).flatMap((outputs) => outputs[`${id}Name`] ?? []);
  if (names.length === 1) return names[0]!;
  throw new UserError(
    `Cannot find the function because ${path} must hold one ${id}Name: it holds ${names.length}`,
    [OUTPUTS],
  );
}

function readOutputs(path: string): Record<string, Readonly<Record<string, string>>> {
  const text = readInput({ path, option: '--aws', expected: 'the file of cdk deploy --outputs-file' });
  try {
    return JSON.parse(text.toString());
  } catch {
    throw new UserError(`Cannot read ${path}, given as --aws, because it must be JSON`, [OUTPUTS]);
  }
}

type FunctionId = 'Act' | 'ReleasePhase';

const OUTPUTS = 'Write it with: npx cdk deploy --all --outputs-file outputs.json';

function caller(client: LambdaClient, nameOf: (id: FunctionId) => string): CallAct {
  return async <Answer>(act: OpsInput) => {
    const FunctionName = nameOf(act.act === 'release' ? 'ReleasePhase' : 'Act');
    const { FunctionError, Payload } = await client.send(
      new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(act)) }),
    );
    const answer = JSON.parse(Buffer.from(Payload ?? []).toString() || 'null');
    if (!FunctionError) return answer as Answer;
    throw new UserError(`Cannot ${act.act}: ${functionErrorText(answer, act)}`, [
      'What to do: docs/runbook.md, "Act fails"',
    ]);
  };
}
