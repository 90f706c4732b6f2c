import type { PhaseNaming } from '../../domain/plan/phase-name.ts';
import type { Phase } from '../../domain/plan/phases.ts';
import type { OneOff } from '../../domain/run/one-off.ts';
import type { PhaseMarks } from '../../domain/run/phase-marks.ts';
import type { Run } from '../../domain/run/run.ts';
import type { Gate } from '../../domain/run/send-gate.ts';
import type { CurrentRun } from '../../start-phase/current-run.ts';
import type { PauseNotes } from './pause-notes.ts';
import { type PhaseStatus, RELEASABLE } from './phase-status.ts';

/** A phase as the active plan has it, or an announcement. Instants: ISO 8601 in UTC. */
export interface PlannedPhase extends PhaseNaming {
  readonly id: string;
  readonly at: string;
  readonly expiresAt: string;
  readonly approval: Phase['approval'];
  /** The plan has two-person approval. */
  readonly twoPersonApproval: boolean;
  /** The plan holds it. */
  readonly hold: boolean;
  /** Waits at its time until a clerk confirms a claim, such as that filing works. */
  readonly needsConfirmation: boolean;
  /** The one-off message that it is. @default another announcement, or a phase of the plan */
  readonly oneOff?: OneOff;
}

/** What is stored about a phase. */
export interface PhaseRecord {
  readonly currentRun: CurrentRun;
  /** The latest run that sent it to the end at the time of an earlier plan. */
  readonly earlierRun: Run | null;
  readonly marks: PhaseMarks;
  /** Reasons that hold its run; those that hold everything begin with `all:`. */
  readonly holds: readonly string[];
}

/** A phase with its run and its status. */
export interface PhaseState extends PlannedPhase, PhaseRecord {
  readonly status: PhaseStatus;
}

/** Every phase, and the runs that have none. */
export interface PhasesState {
  /** By time; a change of dates and a correction that wait to be announced first. */
  readonly phases: readonly PhaseState[];
  /** One-off messages, drafts among them; the newest first. */
  readonly messages: readonly PhaseState[];
  /** Runs of phases that the plan doesn't have at that time any more. */
  readonly others: readonly Run[];
  readonly runs: readonly Run[];
  readonly gate: Gate;
  readonly pauses: PauseNotes;
}

/** Kinds of status after which a phase still has something ahead: one that waits for a person, or is paused, among them. */
const AHEAD: ReadonlySet<PhaseStatus['kind']> = new Set(['planned', 'released', 'waiting', 'held']);

/** The phase that comes next, in the order of the phases. @returns `undefined`: nothing is still to come */
export function nextPhase<P extends Pick<PhaseState, 'status'>>(phases: readonly P[]): P | undefined {
  return phases.find(({ status }) => AHEAD.has(status.kind));
}

/** Whether a person's release would start it, now or at its time. */
export function canRelease({
  status,
  approval,
  hold,
  needsConfirmation,
}: Pick<PhaseState, 'status' | 'approval' | 'hold' | 'needsConfirmation'>): boolean {
  if (status.kind === 'planned') return !needsConfirmation && (approval === 'by-hand' || hold);
  if (status.kind === 'sent-earlier')
    return status.newTime === 'due' || (status.newTime === 'ahead' && !needsConfirmation);
  if (status.kind === 'waiting') return RELEASABLE.has(status.reason);
  return status.kind === 'missed' && status.reason === 'missed';
}

/** The emails of its run, or the filers to whom a change is announced; `null`: not known before it runs. */
export function emailsOf(phase: PhaseState): number | null {
  const run = shownRun(phase);
  return run ? (run.audience?.mailable ?? null) : (phase.marks.prepared?.filers ?? null);
}

/** The time that belongs to its status: when it started, which may be long after its time in the plan, or that time. */
export function shownAt(phase: PhaseState): string {
  return shownRun(phase)?.decidedAt ?? phase.at;
}

/** The run whose emails pages show: the phase's own, or the earlier one that sent it. `null`: none yet. */
export function shownRun({ currentRun, earlierRun, status }: PhaseState): Run | null {
  return status.kind === 'sent-earlier' ? earlierRun : currentRun.run;
}
