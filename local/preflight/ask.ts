import type { Asked } from './facts.ts';

/** Asks, and takes an error for an answer that isn't known; only the error's name is kept. */
export async function ask<Value>(question: () => Promise<Value>): Promise<Asked<Value>> {
  try {
    return { known: true, value: await question() };
  } catch (error) {
    return { known: false, why: nameOf(error) };
  }
}

/** Asks, and takes an error of these names for `none`: there is no such thing. */
export async function askUnless<Value, None>(
  names: readonly string[],
  { none, question }: { readonly none: None; readonly question: () => Promise<Value> },
): Promise<Asked<Value | None>> {
  const answer = await ask(question);
  return !answer.known && names.includes(answer.why) ? { known: true, value: none } : answer;
}

/** Asks about something that another answer names: while that isn't known, neither is this. */
export async function askAbout<Named, Value>(
  named: Asked<Named>,
  question: (about: Named) => Promise<Asked<Value>>,
): Promise<Asked<Value>> {
  return named.known ? question(named.value) : named;
}

/** A part that an answer must have. @throws an error that says which one it lacks. */
export function said<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw Object.assign(new Error(what), { code: `the answer lacks ${what}` });
  return value;
}

/** Errors of the network and of DNS have a code, those of AWS a name. */
function nameOf(error: unknown): string {
  const { name, code } = error as { name?: string; code?: unknown };
  return typeof code === 'string' ? code : (name ?? 'Error');
}
