import type { Mutation } from './mutation.ts';
import type { Outcome } from './run.ts';

/** A mutation and the first run that falls into its hole; `null`: none did. */
export interface Hunt {
  readonly mutation: Mutation;
  readonly caught: Outcome | null;
}

/** Which run: its seed, or the name of its script. */
export function runOf({ script }: Mutation, { seed }: Outcome): string {
  return script ? `"${script}"` : `seed ${seed}`;
}
