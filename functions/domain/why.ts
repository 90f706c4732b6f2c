/** The longest reason that a command may give, in characters. */
export const MAX_WHY = 500;

const ADDRESS = /[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+/;

/** Whether a reason contains an email address. The audit log can't be changed, so none may get in. */
export function holdsAddress(why: string): boolean {
  return ADDRESS.test(why);
}
