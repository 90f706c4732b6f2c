import { FACTS, type Send } from './status.ts';

/** What a send's status says to a person. */
export function meaningOf({ fact, attempt }: Send): string {
  if (fact) return FACTS[fact.kind].meaning;
  return attempt > 1 ? 'Queued to be tried again.' : 'Waits to be sent.';
}
