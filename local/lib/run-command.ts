import { fileError } from './file-error.ts';
import type { UserError } from './user-error.ts';

/** Runs a command. An error is shown in words and makes the exit code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    showError(fileError(error) ?? error);
    process.exitCode = 1;
  }
}

/** Shows an error in words. */
export function showError(error: unknown): void {
  const { message, details = [] } = error as Partial<UserError> & Error;
  process.stderr.write(`${[message, ...details].join('\n')}\n`);
}
