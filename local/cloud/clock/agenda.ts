import { Temporal } from 'temporal-polyfill';

/** Work that is due at a time. */
interface Appointment {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly run: () => Promise<void>;
}

/** Work that is due later, in the order of time, then of entry. */
export interface Agenda {
  /** Enters work for a time; one that is over makes it due at once. */
  add(at: Temporal.Instant, run: () => Promise<void>): void;
  /** When the next is due; `null` when nothing is entered. */
  next(): Temporal.Instant | null;
  /** Takes out everything that is due by now. */
  takeDue(now: Temporal.Instant): Appointment[];
  /** How much is entered. */
  readonly size: number;
}

/** An empty agenda. */
export function agenda(): Agenda {
  const entries: Appointment[] = [];

  return {
    add: (at, run) => {
      const entry = { at: at.epochMilliseconds, run };
      // Most come in the order of time: search from the end.
      let place = entries.length;
      while (place > 0 && entries[place - 1]!.at > entry.at) place--;
      entries.splice(place, 0, entry);
    },
    next: () => (entries[0] ? Temporal.Instant.fromEpochMilliseconds(entries[0].at) : null),
    takeDue: (now) => {
      const later = entries.findIndex(({ at }) => at > now.epochMilliseconds);
      return entries.splice(0, later < 0 ? entries.length : later);
    },
    get size() {
      return entries.length;
    },
  };
}
