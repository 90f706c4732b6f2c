import type { Actor } from '../actor.ts';
import type { AuditEntry } from '../audit-entry.ts';
import { PERSON } from '../command.ts';
import type { RecordedCommand } from '../recorded-command.ts';
import type { HoldScope } from './send-gate.ts';

/** Who did something, when and why. */
export interface Deed {
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly by: Actor;
  readonly why: string;
}

/** A time during which everything, or one run, was paused. */
export interface Pause {
  readonly scope: HoldScope;
  /** Why, as a code: `person`, or one of Crier’s own. */
  readonly reason: string;
  /** `null`: Crier paused it automatically, which no one commanded. */
  readonly began: Deed | null;
  /** `null`: it still lasts. */
  readonly ended: Deed | null;
}

/** The pauses that people began or ended, oldest first. @param entries of the audit log, oldest first */
export function pausesIn(entries: readonly AuditEntry[]): Pause[] {
  const pauses: { -readonly [Key in keyof Pause]: Pause[Key] }[] = [];
  const openOf = (scope: HoldScope, reason: string) =>
    pauses.find((pause) => pause.scope === scope && pause.reason === reason && pause.ended === null);
  for (const { at, act } of entries) {
    if (act.act === 'hold' && !openOf(act.scope, PERSON)) {
      pauses.push({ scope: act.scope, reason: PERSON, began: deedOf(at, act), ended: null });
    }
    if (act.act !== 'lift') continue;
    const open = openOf(act.scope, act.reason);
    if (open) open.ended = deedOf(at, act);
    else pauses.push({ scope: act.scope, reason: act.reason, began: null, ended: deedOf(at, act) });
  }
  return pauses;
}

/** Who gave a command, when and why. */
export function deedOf(at: string, { by, why }: RecordedCommand): Deed {
  return { at, by, why };
}
