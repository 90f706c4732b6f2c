import { phaseName } from '../../domain/plan/phase-name.ts';
import type { Run } from '../../domain/run/run.ts';
import type { RunCounts } from '../../domain/run/run-counts.ts';
import { runState } from '../../domain/run/run-state.ts';
import { isHeld } from '../../domain/run/send-gate.ts';
import { phaseStatusLabel, runStateLabel } from '../../queries/phases/phase-labels.ts';
import { type PhasesState, shownAt, shownRun } from '../../queries/phases/phase-state.ts';
import type { ReportPhase } from './report-view.ts';
import { NO_FIGURES, type RunFigures, runFigures } from './run-figures.ts';

/** Every phase with what was sent, by time: those of the plan, and runs of earlier plans and canceled ones. */
export function reportPhases(
  { phases, runs, gate }: Pick<PhasesState, 'phases' | 'runs' | 'gate'>,
  counts: ReadonlyMap<string, RunCounts>,
): ReportPhase[] {
  const shown = new Set(phases.flatMap((phase) => shownRun(phase)?.runId ?? []));
  const planned = phases.map((phase): ReportPhase => {
    const run = shownRun(phase);
    const { name, tone } = phaseStatusLabel(phase);
    return {
      name: phaseName(phase),
      at: shownAt(phase),
      status: { name, tone },
      figures: run && figuresOf(run, counts),
    };
  });
  const others = runs
    .filter(({ runId }) => !shown.has(runId))
    .map((run): ReportPhase => {
      const status = runStateLabel(runState(run, isHeld(gate, run.runId)));
      return { name: phaseName(run), at: run.decidedAt, status, figures: figuresOf(run, counts) };
    });
  return [...planned, ...others].toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

/** Until a run is counted, its whole audience counts as waiting. */
function figuresOf({ runId, audience }: Run, counts: ReadonlyMap<string, RunCounts>): RunFigures {
  const known = counts.get(runId);
  if (known) return runFigures(known);
  const all = audience ? audience.mailable + audience.skipped : 0;
  return { ...NO_FIGURES, audience: all, waiting: all };
}
