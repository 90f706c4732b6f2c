import { stateRow } from '../../domain/filer/rules.ts';
import { CORRECTION, DATE_CHANGE } from '../../domain/plan/kinds.ts';
import { ANNOUNCING, nameSameDates } from '../../domain/run/announced-dates.ts';
import { type DecisionReason, decide } from '../../domain/run/audience.ts';
import type { Run } from '../../domain/run/run.ts';
import type { FilerTimeline } from '../../queries/filer-timeline.ts';
import type { PhaseState } from '../../queries/phases/phase-state.ts';
import type { SendLine } from '../../queries/send-line.ts';

/** The email that a filer gets next, by the active roster; or why there is none, as a sentence. */
export type NextEmail =
  | { readonly comes: true; readonly phase: PhaseState }
  | { readonly comes: false; readonly why: string };

type Known = Pick<FilerTimeline, 'filer' | 'state' | 'suppression' | 'sends'>;

/** What is known about the phases ahead of a filer. */
export interface Ahead {
  /** By time; announcements that wait first. */
  readonly phases: readonly PhaseState[];
  readonly runs: readonly Run[];
  /** As `datesOf` gives them. */
  readonly dates: string;
}

/** The first phase ahead that mails this filer; or why none does. */
export function nextEmail({ filer, state, suppression, sends }: Known, ahead: Ahead): NextEmail {
  if (!filer || !state) return { comes: false, why: 'They are not on the active roster.' };
  const open = ahead.phases.filter((phase) => isAhead(phase, { sends, ahead }));
  if (open.length === 0)
    return { comes: false, why: 'No upcoming phases: each was sent, has expired, or has no date yet.' };
  const decided = open.map((phase) => ({ phase, decision: decide(phase.kind, state) }));
  const next = decided.find(({ decision }) => decision.send);
  if (next && suppression) {
    const why = 'Emails to their address have been stopped: see below. They are on the phone list.';
    return { comes: false, why };
  }
  if (next) return { comes: true, phase: next.phase };
  const [first] = decided.flatMap(({ decision }) => (decision.send ? [] : [decision.reason]));
  return { comes: false, why: whyNone(first!) };
}

function whyNone(reason: DecisionReason): string {
  if (reason === 'unreachable') return 'The roster has no usable address: they are on the phone list.';
  return stateRow(reason).noEmail ?? 'The upcoming phases aren’t for filers in this state.';
}

/** Whether a phase may still mail this filer. */
function isAhead(
  { kind, status, currentRun: { run } }: PhaseState,
  { sends, ahead }: { sends: readonly SendLine[]; ahead: Ahead },
): boolean {
  // Whether a filer was told other facts takes making emails again: the run decides it.
  if (kind === CORRECTION && !sends.some(({ runId }) => runId === run?.runId)) return false;
  if (kind === DATE_CHANGE && !heardOtherDates(sends, ahead)) return false;
  if (run && sends.some(({ runId, status }) => runId === run.runId && status !== 'waiting')) return false;
  return ['planned', 'released', 'waiting', 'sending', 'held'].includes(status.kind);
}

function heardOtherDates(sends: readonly SendLine[], { runs, dates }: Ahead): boolean {
  const announced = datesAnnounced(sends, runs);
  return announced !== null && !nameSameDates(announced, dates);
}

/** The dates that the latest email sent announced, as `datesOf` gives them; `null`: none was sent. */
export function datesAnnounced(sends: readonly SendLine[], runs: readonly Run[]): string | null {
  const naming = new Map(runs.filter(({ silent }) => !silent).map((run) => [run.runId, run]));
  const latest = sends.find(({ runId, status }) => ANNOUNCING.has(status) && naming.has(runId));
  return naming.get(latest?.runId ?? '')?.dates ?? null;
}
