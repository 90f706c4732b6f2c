import type { Run } from '../../functions/domain/run/run.ts';
import { type Logs, lastTold } from './invariants-date-change.ts';
import type { Simulation } from './simulation.ts';

interface Checked {
  readonly runs: readonly Run[];
  readonly logs: Logs;
}

/**
 * An announcement goes to its frozen audience alone, and only after a person's release. A correction's audience are
 * those who were told otherwise, a one-off message's those whom the person chose.
 */
export async function checkAnnouncements(simulation: Simulation, { runs, logs }: Checked): Promise<void> {
  for (const run of runs.filter(({ kind }) => ['date-change', 'correction', 'one-off'].includes(kind))) {
    await checkReleased(simulation, run);
    const mailed = simulation.outside.accepted.filter((mail) => mail.run === run.runId);
    if (!run.audience) {
      if (mailed.length > 0) simulation.broken.add('an announcement was mailed before it was counted');
      continue;
    }
    const frozen = new Set((await simulation.phaseServices().frozenAudiences.ofRun(run.runId)).keys());
    for (const { filer } of mailed)
      if (!frozen.has(filer)) simulation.broken.add(`${filer.slice(0, 4)} is outside the frozen audience`);
    if (run.kind === 'one-off') checkGroup(simulation, { run, frozen });
    if (run.kind === 'correction') await checkCorrection(simulation, { run, frozen, runs, logs });
  }
  await checkStarted(simulation, runs);
  await checkCorrected(simulation, { runs, logs });
}

async function checkReleased(simulation: Simulation, run: Run): Promise<void> {
  const { phaseMarks } = simulation.phaseServices();
  const number = simulation.pipeline.runs.runNumberOf(run);
  const { release } = await phaseMarks.marks(run, number);
  if (!release) simulation.broken.add(`${run.kind} started, and no one had released it`);
  else if (Date.parse(release.at) > Date.parse(run.decidedAt))
    simulation.broken.add(`${run.kind} started before its release`);
}

function checkGroup(
  { broken, rosters, written }: Simulation,
  { run, frozen }: { run: Run; frozen: ReadonlySet<string> },
): void {
  const chosen = written.find(({ id }) => id === run.phaseId)!.group;
  const there = new Set((rosters.get(run.rosterVersion) ?? []).map(({ filerId }) => filerId));
  for (const filer of frozen)
    if (!chosen.includes(filer)) broken.add(`${filer.slice(0, 4)} gets a message that is for others`);
  for (const filer of chosen)
    if (there.has(filer) && !frozen.has(filer)) broken.add(`${filer.slice(0, 4)} misses a message`);
}

async function checkCorrection(
  simulation: Simulation,
  { run, frozen, runs, logs }: Checked & { run: Run; frozen: ReadonlySet<string> },
): Promise<void> {
  const { planOf } = simulation.phaseServices();
  const { factsOf } = simulation.pipeline.runs;
  const facts = factsOf(await planOf(run));
  // One-off messages state the help desk's hours too.
  const others = runs.filter((one) => Date.parse(one.decidedAt) < Date.parse(run.decidedAt));
  const filers = new Set([...logs.values()].flatMap((log) => [...log.keys()]));
  const until = Date.parse(run.decidedAt);
  for (const filer of filers) {
    const last = lastTold(simulation, { filer, others, logs, until });
    const name = filer.slice(0, 4);
    if (!last.run) {
      if (frozen.has(filer)) simulation.broken.add(`${name} is corrected, and was told nothing`);
      continue;
    }
    const isSame = factsOf(await planOf(last.run)) === facts;
    if (!last.isCertain || isSame !== frozen.has(filer)) continue;
    const what = isSame ? 'is corrected, and knew it already' : 'was told otherwise, and isn’t corrected';
    simulation.broken.add(`${name} ${what}`);
  }
}

/**
 * A correction that a person released starts if any filer was last told otherwise. A retry may tell the old fact again
 * once they were counted.
 */
async function checkCorrected(simulation: Simulation, { runs, logs }: Checked): Promise<void> {
  const { plans, phaseMarks, planOf } = simulation.phaseServices();
  const current = await plans.current();
  if (!current || !simulation.corrected || simulation.retried) return;
  const { changeName, factsOf } = simulation.pipeline.runs;
  const name = changeName('correction', current);
  const own = runs.filter((run) => run.kind === 'correction' && run.scheduledFor === name.scheduledFor);
  const { release } = await phaseMarks.marks(name, own.length + 1);
  if (!release || own.some(({ cancelled }) => !cancelled)) return;
  const facts = factsOf(current.plan);
  for (const filer of new Set([...logs.values()].flatMap((log) => [...log.keys()]))) {
    const last = lastTold(simulation, { filer, others: runs, logs });
    if (last.run && last.isCertain && factsOf(await planOf(last.run)) !== facts)
      simulation.broken.add(
        `${filer.slice(0, 4)} was told otherwise, and a released correction never starts`,
      );
  }
}

/** What a person released starts once nothing keeps it. */
async function checkStarted(simulation: Simulation, runs: readonly Run[]): Promise<void> {
  const { oneOffs, phaseMarks } = simulation.phaseServices();
  for (const { id, createdAt, frozenAt } of await oneOffs.all()) {
    const own = runs.filter((run) => run.phaseId === id);
    const { release } = await phaseMarks.marks({ phaseId: id, scheduledFor: createdAt }, own.length + 1);
    if (frozenAt && release && own.every(({ cancelled }) => cancelled))
      simulation.broken.add('a one-off message was released, and never started');
  }
}
