import type { StartLater } from '../aws/start-phase.ts';
import type { ChangeKind } from '../domain/run/announcement.ts';
import { changeName } from '../domain/run/announcement.ts';
import { oneOffName } from '../domain/run/one-off.ts';
import type { PhaseName } from '../domain/run/phase-marks.ts';
import { each } from '../lib/iterables.ts';
import { othersOf } from '../start-phase/announcement/others.ts';
import { currentRun } from '../start-phase/current-run.ts';
import type { PhaseServices } from '../start-phase/services.ts';
import type { Seen } from './seen.ts';

type Services = PhaseServices & { readonly startLater: StartLater };

/** Has a change counted that waits, and started once it is released; people are notified then. */
export async function sweepChange(
  kind: ChangeKind,
  { seen, services }: { seen: Seen; services: Services },
): Promise<void> {
  const current = await seen.plan();
  if (!current) return;
  const others = await othersOf(kind, await seen.runs(), { plan: current.plan, services });
  if (others.length === 0) return;
  const name = changeName(kind, current);
  const { run, runNumber } = await currentRun(name, services.runs);
  // Runs are swept as such.
  if (run) return;
  const { prepared, dismissed, release } = await services.phaseMarks.marks(name, runNumber);
  const isOver = prepared?.settled === true && prepared.filers === 0;
  if (!isOver && (release || !dismissed)) await services.startLater(name, 'sweep');
}

/** Starts one-off messages that were released and could not start then. */
export async function sweepOneOffs(seen: Seen, services: Services): Promise<void> {
  if (!(await seen.plan())) return;
  const released = (await services.oneOffs.all()).filter(({ frozenAt }) => frozenAt !== undefined);
  await each(released, async (oneOff) => {
    const name: PhaseName = oneOffName(oneOff);
    const { run } = await currentRun(name, services.runs);
    if (!run) await services.startLater(name, 'sweep');
  });
}
