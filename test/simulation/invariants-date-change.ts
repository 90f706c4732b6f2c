import type { Run } from '../../functions/domain/run/run.ts';
import type { Fact } from '../../functions/domain/send/fact.ts';
import type { Simulation } from './simulation.ts';

/** Statuses of a send that has announced the run's dates to its filer, as far as can be known. */
const TELLS = ['sent', 'delayed', 'delivered', 'unknown'];

type Facts = ReadonlyMap<string, readonly Fact[]>;

/** Facts of each run, by filer. */
export type Logs = ReadonlyMap<string, Facts>;

/**
 * Filers to whom other dates were announced hear of the new ones, and no others; each email names the dates of its run.
 */
export async function checkDateChanges(
  simulation: Simulation,
  { runs, logs }: { runs: readonly Run[]; logs: Logs },
): Promise<void> {
  for (const run of runs) {
    const others = runs.filter((one) => !one.silent && Date.parse(one.decidedAt) < Date.parse(run.decidedAt));
    if (run.kind === 'date-change') checkAudience(simulation, { run, others, logs });
    checkWords(simulation, { run, others, logs });
  }
  await checkRelease(simulation, runs);
}

interface Checked {
  readonly run: Run;
  /** The runs before it. */
  readonly others: readonly Run[];
  readonly logs: Logs;
}

function checkAudience(simulation: Simulation, { run, others, logs }: Checked): void {
  const filers = new Set([...logs.values()].flatMap((log) => [...log.keys()]));
  for (const filer of filers) {
    const name = filer.slice(0, 4);
    const last = lastTold(simulation, { filer, others, logs });
    const isIn = logs.get(run.runId)?.has(filer);
    if (!last.run) {
      if (isIn) simulation.broken.add(`${name} hears of a change, and no date had been announced to them`);
    } else if (last.isCertain && last.run.dates === run.dates) {
      if (isIn) simulation.broken.add(`${name} hears of a change, and knew these dates already`);
    } else if (last.isCertain && run.completedAt && !run.cancelled && !isIn)
      simulation.broken.add(`${name} knows other dates, and doesn't hear of the change`);
  }
}

/**
 * The newest run that announced its dates to a filer. Not certain: a bounce that came later may have been in the log or
 * not, and an email that was sent once the filers were being found may have been, too.
 * @param given `until`: when filers were found, in epoch milliseconds. @default once all had been sent
 */
export function lastTold(
  simulation: Simulation,
  {
    filer,
    others,
    logs,
    until = Number.POSITIVE_INFINITY,
  }: { filer: string; others: readonly Run[]; logs: Logs; until?: number },
): { run: Run | null; isCertain: boolean } {
  const newestFirst = others.toSorted(
    (one, other) => Date.parse(other.decidedAt) - Date.parse(one.decidedAt),
  );
  let isCertain = true;
  for (const run of newestFirst) {
    const facts = logs.get(run.runId)?.get(filer) ?? [];
    const taken = simulation.outside.accepted.filter(
      (mail) => mail.filer === filer && mail.run === run.runId,
    );
    if (taken.length === 0 && !facts.some(({ kind }) => kind === 'unknown')) continue;
    const isInTime = taken.every(({ at }) => at < until);
    if (isInTime && TELLS.includes(simulation.pipeline.sendLog.foldStatus(facts).status))
      return { run, isCertain };
    isCertain = false;
  }
  return { run: isCertain ? null : (newestFirst[0] ?? null), isCertain };
}

/** An email names the day of its run; that of a change names the day before as well. */
function checkWords(simulation: Simulation, { run, others, logs }: Checked): void {
  for (const { days, filer } of simulation.outside.accepted.filter((mail) => mail.run === run.runId)) {
    const name = filer.slice(0, 4);
    const wanted = run.silent ? [] : [dayOf(run)];
    if (run.kind === 'date-change') {
      const last = lastTold(simulation, { filer, others, logs });
      if (!last.run || !last.isCertain) continue;
      wanted.push(dayOf(last.run));
    }
    if (wanted.some((day) => !days.includes(day)))
      simulation.broken.add(`the email to ${name} names ${days}, and should name ${wanted}`);
    if (days.some((day) => !wanted.includes(day)))
      simulation.broken.add(`the email to ${name} names ${days}, and should name only ${wanted}`);
  }
}

/** `October 22, 2018`. */
function dayOf({ dates }: Run): string {
  const [{ date }] = JSON.parse(dates) as [{ date: string }];
  return new Date(`${date}T12:00:00Z`).toLocaleDateString('en-US', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
}

/** What a person released starts once nothing older is on its way. */
async function checkRelease(simulation: Simulation, runs: readonly Run[]): Promise<void> {
  const { plans, phaseMarks } = simulation.phaseServices();
  const current = await plans.current();
  if (!current || !simulation.workload.announces) return;
  const name = simulation.pipeline.runs.changeName('date-change', current);
  const isThere = runs.some((run) => run.kind === 'date-change' && run.scheduledFor === name.scheduledFor);
  const { release, prepared } = await phaseMarks.marks(name);
  if (release && prepared?.settled && prepared.filers > 0 && !isThere)
    simulation.broken.add('a change of dates was released, and never started');
}
