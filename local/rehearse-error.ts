/** Something that the person at the keyboard can put right: shown without a stack, and the exit code is 1. */
export class RehearsalError extends Error {
  /** More lines: what was found, what to do. */
  readonly details: readonly string[];

  constructor(message: string, details: readonly string[] = []) {
    super(message);
    this.name = 'RehearsalError';
    this.details = details;
  }
}
