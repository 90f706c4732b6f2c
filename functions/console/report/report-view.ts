import type { Temporal } from 'temporal-polyfill';
import type { GoalCount } from '../../domain/run/goal.ts';
import type { ProgressDay } from '../../domain/run/progress-days.ts';
import type { Tone } from '../../queries/tone.ts';
import type { StatePoint } from '../ui/state-plot.tsx';
import type { RunFigures } from './run-figures.ts';

/**
 * What the report shows. Instants are ISO 8601 in UTC; people are staff by name, never filers. It has counts of filers
 * and no name, address or id of one.
 */
export interface ReportView {
  readonly launch: string;
  readonly court: string;
  readonly zone: string;
  readonly now: Temporal.Instant;
  /** Nothing can be sent any more. */
  readonly isOver: boolean;
  /** Phases that are still to come. */
  readonly ahead: number;
  /** Oldest first; the last are the active ones. */
  readonly dates: readonly ReportDates[];
  /** By time. */
  readonly phases: readonly ReportPhase[];
  readonly totals: RunFigures;
  /** When the emails were counted; `null`: none were. */
  readonly countedAt: string | null;
  /** `null` without a roster, or before it is counted. */
  readonly progress: ReportProgress | null;
  /** Emails not sent, by reason in words, the most frequent first. */
  readonly notSent: readonly string[];
  readonly calls: ReportCalls;
  readonly pauses: readonly ReportPause[];
  readonly approvals: readonly ReportDeed[];
  /** Older entries of the audit log than were read. */
  readonly isCut: boolean;
}

/** Whom to call, and the calls so far, as counts. */
export interface ReportCalls {
  /** Filers to call, by reason; `null`: the list isn't ready. */
  readonly groups:
    | readonly {
        readonly reason: string;
        readonly filers: number;
        readonly settled: number;
        readonly open: number;
      }[]
    | null;
  /** There are more problems than were looked at. */
  readonly isCut: boolean;
  /** Calls by what came of them. */
  readonly results: readonly { readonly name: string; readonly count: number }[];
  /** Filers who were called. */
  readonly called: number;
}

/** Who did something, when and why. */
export interface ReportDeed {
  readonly at: string;
  readonly what: string;
  readonly by: string;
  readonly why: string;
}

/** The launch's dates from one change to the next. */
export interface ReportDates extends ReportDeed {
  /** `Go-live: Mon, Oct 22, 2018, 8:30 a.m.` */
  readonly dates: readonly { readonly name: string; readonly value: string }[];
  /** Emails that named these dates. */
  readonly emails: number;
}

/** A phase, or a run of it under earlier dates. */
export interface ReportPhase {
  readonly name: string;
  readonly at: string;
  readonly status: { readonly name: string; readonly tone: Tone };
  /** `null` before it is sent. */
  readonly figures: RunFigures | null;
}

/** How filers moved, and who is left. */
export interface ReportProgress {
  readonly goal: GoalCount;
  readonly points: readonly StatePoint[];
  readonly days: readonly ProgressDay[];
  /** The pivot, for the plot; `null` while it has no date. */
  readonly pivot: { readonly name: string; readonly at: string } | null;
  readonly left: readonly ReportLeft[];
}

/** Filers who haven't reached the goal, by why. */
export interface ReportLeft {
  readonly reason: string;
  readonly filers: number;
  /** Of these, filers without a usable address. */
  readonly unreachable: number;
  /** Page that lists them. */
  readonly href: string;
}

/** A time during which sending was paused. */
export interface ReportPause {
  readonly what: string;
  readonly reason: string;
  readonly began: ReportDeed | null;
  readonly ended: ReportDeed | null;
}
