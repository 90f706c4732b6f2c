import type { Actor } from '../actor.ts';
import type { Approval, VoidReason } from './approval-record.ts';
import type { HoldReason } from './may-start.ts';

/** Which phase, at which time of the plan: a moved phase is another one. `scheduledFor`: ISO instant. */
export interface PhaseName {
  readonly phaseId: string;
  readonly scheduledFor: string;
}

/** What people and the sweep noted about a phase. */
export interface PhaseMarks {
  /** A person's release: who, why and when. */
  readonly release?: { readonly by: Actor; readonly why: string; readonly at: string };
  /** The latest approval of the phase, whatever its time then; with two-person approval alone. */
  readonly approval?: Approval;
  readonly hold?: HoldMark;
  /** The plan, roster and approval for which the approval was last checked. */
  readonly checkedFor?: string;
  /** Instant at which the clerk was reminded that progress is due. */
  readonly rosterAwaitedAt?: string;
  /** Of a correction: a person decided that filers needn't hear of it. */
  readonly dismissed?: { readonly by: Actor; readonly why: string; readonly at: string };
  /** Of a change of dates or a correction: for how many filers it is prepared. */
  readonly prepared?: PreparedMark;
}

/** How many filers need the message about a change of dates or a correction, as counted at an instant (ISO). */
export interface PreparedMark {
  readonly filers: number;
  /** Every send that named other dates has its outcome: the count won't change any more. */
  readonly settled: boolean;
  readonly at: string;
  /** Of a correction: the facts that filers were told otherwise, each with how many. */
  readonly facts?: readonly { readonly key: string; readonly filers: number }[];
}

/** Why the phase waits, since when, and when people were last notified. ISO instants. */
export interface HoldMark {
  readonly reason: HoldReason;
  readonly since: string;
  readonly notifiedAt: string;
  /** Why its approval is void; of the reason `approval-void` alone. */
  readonly void?: readonly VoidReason[];
}
