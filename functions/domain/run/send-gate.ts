import type { Actor } from '../actor.ts';
import type { GateRate } from './rate.ts';

/** `all`, or the id of the run that is held. */
export type HoldScope = 'all' | (string & {});

/**
 * The run for which a test email asks for its slot. None has this name, so only a hold of everything stops a test: no
 * command would lift one of its own.
 */
export const TEST_RUN = 'test';

/** One reason that holds a scope. Both are codes without spaces. */
export interface Hold {
  readonly scope: HoldScope;
  readonly reason: string;
}

/** The send gate as read; times are epoch milliseconds unless they say otherwise. */
export interface Gate extends GateRate {
  /** When the next slot is free. Epoch microseconds: at a thousand emails a second, milliseconds are too coarse. */
  readonly freeFrom: number;
  /** Reasons by scope: a scope is held while it has one. */
  readonly holds: ReadonlyMap<HoldScope, ReadonlySet<string>>;
  /** Holds that Crier placed automatically, and of which people haven't been notified yet. */
  readonly unnotified: readonly Hold[];
  /** Ids of runs to which the gate is closed permanently. */
  readonly cancelled: ReadonlySet<string>;
  /** Emails in a row that went wrong, by run; those without any are left out. */
  readonly failures: ReadonlyMap<string, number>;
  /** When everything was held since tables were restored, the last time. */
  readonly restoredAt?: number;
}

/** Who paused a scope, when and why. */
export interface PauseNote {
  readonly by: Actor;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly why: string;
}

/** What the gate answers to a sender that asks for slots. */
export type Reservation =
  /** Slots from `firstSlot` (epoch microseconds) on, one each interval. */
  | { readonly slots: true; readonly firstSlot: number }
  | { readonly slots: false; readonly reason: 'held' | 'cancelled' }
  /** Others have reserved up to `freeFrom` (epoch microseconds), later than asked for. */
  | { readonly slots: false; readonly reason: 'ahead'; readonly freeFrom: number };

/** What a sender asks for. Times are epoch milliseconds. */
export interface Share {
  readonly count: number;
  readonly intervalMicroseconds: number;
  /** The first slot is then or later: time enough to claim. */
  readonly earliest: number;
  /** The first slot may not be later: a sender that reserves far ahead would send on through a hold. */
  readonly latest: number;
}

/** Whether everything or this run is held. */
export function isHeld(gate: Pick<Gate, 'holds'>, runId: string): boolean {
  return gate.holds.has('all') || gate.holds.has(runId);
}

/** The reasons that hold a scope, in alphabetical order; empty when it isn't held. */
export function reasonsOf(gate: Pick<Gate, 'holds'>, scope: HoldScope): string[] {
  return [...(gate.holds.get(scope) ?? [])].sort();
}
