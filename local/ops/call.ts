import { LambdaClient } from '@aws-sdk/client-lambda';
import { readInput } from '../lib/read-input.ts';
import { UserError } from '../lib/user-error.ts';
import type { CloudAccess } from '../start/running.ts';
import { invokeFunction, localFunctions } from './invoke-function.ts';
import { type OpsCommand, rosterDecisionOf } from './program.ts';

/** Has the function that does a command do it. @throws UserError when it fails. */
export type Call = <Answer>(command: OpsCommand) => Promise<Answer>;

/** Calls the functions of a running embedded cloud. */
export function localCall(cloud: CloudAccess): Call {
  return caller(localFunctions(cloud), (id) => id);
}

/**
 * Calls the functions in AWS, with the credentials and the region of the shell.
 * @param named Act's name, or a file of outputs.
 */
export function awsCall(named: string): Call {
  // Once only: a second call would be a second command.
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

type FunctionId = 'Act' | 'ReleasePhase' | 'Erase' | 'ActivateRoster';

/** The function that carries out a command. */
function functionOf({ act }: OpsCommand): FunctionId {
  if (act === 'release') return 'ReleasePhase';
  if (act === 'activate' || act === 'reject' || act === 'keep') return 'ActivateRoster';
  return act === 'erase' || act === 'again' ? 'Erase' : 'Act';
}

const OUTPUTS = 'Write it with: npx cdk deploy --all --outputs-file outputs.json';

function caller(client: LambdaClient, nameOf: (id: FunctionId) => string): Call {
  return async <Answer>(command: OpsCommand) => {
    const id = functionOf(command);
    const event = rosterDecisionOf(command) ?? command;
    const result = await invokeFunction(client, { name: nameOf(id), event });
    if (result.ok) return result.answer as Answer;
    throw new UserError(`Cannot ${command.act}: ${result.error}`, [
      `What to do: docs/runbook.md, "${id} fails"`,
    ]);
  };
}
