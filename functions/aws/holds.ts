import type { Gate, HoldScope } from './send-gate.ts';

/** What holds a scope, in the order of the alphabet; nothing when it isn't held. */
export function reasonsOf(gate: Pick<Gate, 'holds'>, scope: HoldScope): string[] {
  return [...(gate.holds.get(scope) ?? [])].sort();
}
