import { once } from 'node:events';
import { showError } from '../lib/run-command.ts';
import { EXIT, runCheck } from './run-check.ts';

async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

// A reader of the first lines alone, such as `head`, closes the pipe.
process.stdout.on('error', () => process.exit(EXIT.usable));

try {
  process.exitCode = await runCheck(process.argv.slice(2), print);
} catch (error) {
  showError(error);
  process.exitCode = EXIT.refused;
}
