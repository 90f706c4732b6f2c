import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { REGION } from './account.ts';
import { requireRunning } from './running-cloud.ts';
import { runCommand, UserError } from './user-error.ts';

const USAGE = `Invokes a function of the Crier that runs on this machine (npm start), as a person would in AWS.

  npm run invoke -- FUNCTION EVENT

  npm run invoke -- ReleasePhase '{"phaseId":"launch-day","by":"clerk","why":"filing is open"}'
  npm run invoke -- ActivateRoster '{"action":"activate","version":"VERSION","by":"clerk","why":"checked"}'`;

/** Invokes a function of the running cloud and shows its answer. */
async function invoke(): Promise<void> {
  const [name, event = '{}'] = process.argv.slice(2);
  if (!name || name === '--help') return void process.stdout.write(`${USAGE}\n`);
  const client = new LambdaClient({
    endpoint: requireRunning().endpoints.LAMBDA,
    region: REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { FunctionError, Payload } = await client.send(
    new InvokeCommand({ FunctionName: name, Payload: jsonOf(event) }),
  );
  const answer = JSON.stringify(JSON.parse(Buffer.from(Payload ?? []).toString() || 'null'), null, 2);
  if (FunctionError) throw new UserError(`${name} failed`, [answer]);
  process.stdout.write(`${answer}\n`);
}

function jsonOf(text: string): Buffer {
  try {
    return Buffer.from(JSON.stringify(JSON.parse(text)));
  } catch {
    throw new UserError(`Cannot invoke because the event must be JSON: it is ${text}`);
  }
}

await runCommand(invoke);
