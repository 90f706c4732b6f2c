import type { Mutation } from './mutation.ts';
import type { Outcome } from './run.ts';

/** A mutation and the first play that falls into its hole; `null`: none did. */
export interface Hunt {
  readonly mutation: Mutation;
  readonly caught: Outcome | null;
}

/** Which play: its seed, or the name of its script. */
export function playOf({ script }: Mutation, { seed }: Outcome): string {
  return script ? `"${script}"` : `play ${seed}`;
}
