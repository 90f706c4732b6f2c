import { fileError } from './file-error.ts';

/** An error that the person at the keyboard can put right: it is shown without a stack. */
export class UserError extends Error {
  /** More lines: what was found, what to do. */
  readonly details: readonly string[];

  constructor(message: string, details: readonly string[] = []) {
    super(message);
    this.name = 'UserError';
    this.details = details;
  }
}

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
