import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { functionErrorText, isRefusal } from '../cloud/lambda/error.ts';
import { REGION } from '../cloud/template/account.ts';
import { runCommand, UserError } from '../lib/user-error.ts';
import { requireRunning } from '../start/running.ts';

const USAGE = `Invokes a function of the Crier that runs on this machine (npm start), as a person would in AWS.

  npm run invoke -- FUNCTION EVENT

  npm run invoke -- ReleasePhase '{"phaseId":"launch-day","by":"clerk","why":"filing is open"}'
  npm run invoke -- ActivateRoster '{"action":"activate","version":"VERSION","by":"clerk","why":"checked"}'`;

/** Invokes a function of the running cloud and shows its answer. What was not done ends with 1, as `npm run ops` does. */
async function invoke(): Promise<void> {
  const [name, text = '{}'] = process.argv.slice(2);
  if (!name || name === '--help' || name === '-h') return void process.stdout.write(`${USAGE}\n`);
  const event = jsonOf(text);
  const client = new LambdaClient({
    endpoint: requireRunning().endpoints.LAMBDA,
    region: REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { FunctionError, Payload } = await client.send(
    new InvokeCommand({ FunctionName: name, Payload: Buffer.from(JSON.stringify(event)) }),
  );
  const answer: unknown = JSON.parse(Buffer.from(Payload ?? []).toString() || 'null');
  if (FunctionError) {
    throw new UserError(`${name} failed: ${functionErrorText(answer, event)}`, [
      'What such an event looks like: npm run invoke -- --help',
    ]);
  }
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  if (isRefusal(answer)) process.exitCode = 1;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(`Cannot invoke because the event must be JSON: it is ${text}`);
  }
}

await runCommand(invoke);
