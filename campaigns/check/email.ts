import type { Campaign } from '../campaign.ts';
import { type Found, quoted } from './problem.ts';

/** Names in the campaign's part of emails that other tables don't have. */
export function checkEmail({ email, states, flags }: Campaign): Found[] {
  const { cases, idle, everyone } = email;
  return [
    ...unknown(idle, { row: 'idle', what: 'case', known: cases }),
    ...unknown([everyone.state], { row: 'everyone.state', what: 'state', known: Object.keys(states) }),
    ...unknown(everyone.flags, { row: 'everyone.flags', what: 'flag', known: Object.keys(flags) }),
  ];
}

function unknown(
  names: readonly string[],
  { row, what, known }: { row: string; what: string; known: readonly string[] },
): Found[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      table: 'email',
      row,
      found: `the ${what} "${name}" doesn't exist`,
      expected: `the ${what}s are ${quoted(known)}`,
    }));
}
