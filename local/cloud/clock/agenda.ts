import { Temporal } from 'temporal-polyfill';

/** Something to be done at a time. */
export interface Appointment {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly run: () => Promise<void>;
}

/** What is to be done later, in the order of time, then of entry. */
export interface Agenda {
  add(at: Temporal.Instant, run: () => Promise<void>): void;
  /** When the next is due. */
  next(): Temporal.Instant | null;
  /** Takes out everything due by now. */
  takeDue(now: Temporal.Instant): Appointment[];
  readonly size: number;
}

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
