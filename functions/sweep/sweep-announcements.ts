import type { ChangeKind } from '../domain/run/announcement.ts';
import { oneOffName } from '../domain/run/one-off.ts';
import { each } from '../lib/iterables.ts';
import { prepareChange } from '../start-phase/announcement/prepare-change.ts';
import { startChange } from '../start-phase/announcement/start-change.ts';
import { startOneOff } from '../start-phase/announcement/start-one-off.ts';
import { currentRun } from '../start-phase/current-run.ts';
import type { PhaseServices } from '../start-phase/services.ts';

/** Notifies people of a change that waits, and starts one that was released and could not start then. */
export async function sweepChange(kind: ChangeKind, services: PhaseServices): Promise<void> {
  const current = await services.plans.current();
  const change = current && (await prepareChange(kind, current, services));
  if (change && !change.run && change.marks.release)
    await startChange(kind, { startedBy: 'sweep', services });
}

/** Starts one-off messages that were released and could not start then. */
export async function sweepOneOffs(services: PhaseServices): Promise<void> {
  if (!(await services.plans.current())) return;
  const released = (await services.oneOffs.all()).filter(({ frozenAt }) => frozenAt !== undefined);
  await each(released, async (oneOff) => {
    const { run } = await currentRun(oneOffName(oneOff), services.runs);
    // Runs are swept as such.
    if (!run) await startOneOff(oneOff.id, { startedBy: 'sweep', services });
  });
}
