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
