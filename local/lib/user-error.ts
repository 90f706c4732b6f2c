/** Something that the person at the keyboard can put right: shown without a stack. */
export class UserError extends Error {
  /** More lines: what was found, what to do. */
  readonly details: readonly string[];

  constructor(message: string, details: readonly string[] = []) {
    super(message);
    this.name = 'UserError';
    this.details = details;
  }
}

/** Runs a command; what goes wrong is told in words, and the exit code is 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    tell(error);
    process.exitCode = 1;
  }
}

/** Says in words what went wrong. */
export function tell(error: unknown): void {
  const { message, details = [] } = error as Partial<UserError> & Error;
  process.stderr.write(`${[message, ...details].join('\n')}\n`);
}
