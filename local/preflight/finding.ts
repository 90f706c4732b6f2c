import type { Asked, Finding } from './facts.ts';

/** What one check says besides its name. */
export type Saying = Omit<Finding, 'about'>;

/** It is as it must be. */
export const ok = (text: string): Saying => ({ verdict: 'ok', text });

/** It isn't, and what to do. */
export const missing = (text: string, ...steps: string[]): Saying => ({ verdict: 'missing', text, steps });

/** It can't be there yet. */
export const later = (text: string, ...steps: string[]): Saying => ({ verdict: 'later', text, steps });

/** It isn't known, and why; so it is neither missing nor fine. */
export const notChecked = (why: string, ...steps: string[]): Saying => ({
  verdict: 'not-checked',
  text: why,
  steps,
});

/** A finding about something that was asked: as `say` has it, or that it isn't known, and why. */
export function finding<Value>(about: string, asked: Asked<Value>, say: (value: Value) => Saying): Finding {
  if (asked.known) return { about, ...say(asked.value) };
  const step = 'Run preflight again once it can be checked; docs/deploy.md says how to check by hand';
  return { about, ...notChecked(`couldn’t be checked: ${asked.why}`, step) };
}
