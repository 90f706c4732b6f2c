import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../functions/lib/clock.ts';
import { isVirtual } from './clock/clock.ts';
import type { EndedInvocation, LogLine } from './lambda/functions.ts';

/** An invocation that failed, or an event that couldn't be handed on. */
export interface Failure {
  readonly at: Temporal.Instant;
  /** Id in the template of the function or rule. */
  readonly where: string;
  readonly what: string;
}

/** What a topic would tell people by email. */
export interface Notice {
  readonly at: Temporal.Instant;
  readonly text: string;
}

/** Listeners that hear of things as they happen. */
export interface Listeners {
  /** Hears of every line that a function logs. */
  readonly onLog?: (line: LogLine) => void;
  /** Hears what people would be told: subscribers of the alarms' topic get it by email. */
  readonly onNotice?: (text: string) => void;
  /** Hears of everything that goes wrong. */
  readonly onFailure?: (failure: Failure) => void;
  /** Hears of every invocation of a function. */
  readonly onInvocation?: (invocation: EndedInvocation) => void;
  /** Hears the status of each answer of the console's HTTP API. */
  readonly onAnswer?: (status: number) => void;
}

/** What happened in a cloud, oldest first. On a clock that runs for days only the latest is kept. */
export interface Journal {
  readonly log: readonly LogLine[];
  readonly failures: readonly Failure[];
  readonly notices: readonly Notice[];
  logged(line: LogLine): void;
  failed(where: string, what: string): void;
  noticed(text: string): void;
}

/** How many entries of each kind a live cloud keeps at least; at most twice as many. */
const REMEMBERED = 5_000;

/** An empty journal. A virtual clock's keeps everything. */
export function journal(clock: Clock, listeners: Listeners): Journal {
  const log: LogLine[] = [];
  const failures: Failure[] = [];
  const notices: Notice[] = [];
  const keepsAll = isVirtual(clock);
  const remember = <T>(list: T[], item: T) => {
    list.push(item);
    if (!keepsAll && list.length > 2 * REMEMBERED) list.splice(0, list.length - REMEMBERED);
  };
  return {
    log,
    failures,
    notices,
    logged: (line) => {
      remember(log, line);
      listeners.onLog?.(line);
    },
    failed: (where, what) => {
      const failure = { at: clock.now(), where, what };
      remember(failures, failure);
      listeners.onFailure?.(failure);
    },
    noticed: (text) => {
      remember(notices, { at: clock.now(), text });
      listeners.onNotice?.(text);
    },
  };
}
