import { isRefusal } from '../cloud/lambda/error.ts';
import { parseOptions } from '../lib/parse-options.ts';
import { runCommand } from '../lib/run-command.ts';
import { UserError } from '../lib/user-error.ts';
import { requireRunning } from '../start/running.ts';
import { invokeFunction, localFunctions } from './invoke-function.ts';

const USAGE = `Invokes a function of the Crier running on this machine (npm start), as someone would in AWS.

  npm run invoke -- FUNCTION EVENT
  npm run invoke -- FUNCTION EVENT --data DIR    data folder of the running Crier to use, if several are running

  npm run invoke -- ReleasePhase '{"phaseId":"PHASE","by":"clerk","why":"approved"}'
  npm run invoke -- ActivateRoster '{"action":"activate","version":"VERSION","by":"clerk","why":"checked"}'`;

/** Invokes a function of the running cloud and shows its answer. A refusal ends with 1, as in `npm run ops`. */
async function invoke(): Promise<void> {
  const { values, positionals } = readArguments(process.argv.slice(2));
  const [name, text = '{}'] = positionals;
  if (!name || values.help) return void process.stdout.write(`${USAGE}\n`);
  const event = jsonOf(text);
  const result = await invokeFunction(localFunctions(requireRunning(values.data)), { name, event });
  if (!result.ok) {
    throw new UserError(`${name} failed: ${result.error}`, [
      'For the form of such an event: npm run invoke -- --help',
    ]);
  }
  process.stdout.write(`${JSON.stringify(result.answer, null, 2)}\n`);
  if (isRefusal(result.answer)) process.exitCode = 1;
}

function readArguments(args: string[]) {
  const options = { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
  return parseOptions(
    { args, allowPositionals: true, options },
    { verb: 'invoke', help: 'npm run invoke --' },
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(`Cannot invoke because the event must be JSON: it is ${text}`);
  }
}

await runCommand(invoke);
