import type { Run } from '../../functions/domain/run/run.ts';
import type { Fact } from '../../functions/domain/send/fact.ts';
import type { Game } from './game.ts';

/** Statuses of a send that has told its filer the run's dates, as far as anybody can know. */
const TELLS = ['sent', 'delayed', 'delivered', 'unknown'];

type Facts = ReadonlyMap<string, readonly Fact[]>;

/** Facts of each run, by filer. */
export type Logs = ReadonlyMap<string, Facts>;

/** Whoever was told other dates hears of the new ones, and nobody else; each email names the dates of its run. */
export async function judgeDateChanges(
  game: Game,
  { runs, logs }: { runs: readonly Run[]; logs: Logs },
): Promise<void> {
  for (const run of runs) {
    const others = runs.filter((one) => Date.parse(one.decidedAt) < Date.parse(run.decidedAt));
    if (run.kind === 'date-change') judgeAudience(game, { run, others, logs });
    judgeWords(game, { run, others, logs });
  }
  await judgeRelease(game, runs);
}

interface Judged {
  readonly run: Run;
  /** The runs before it. */
  readonly others: readonly Run[];
  readonly logs: Logs;
}

function judgeAudience(game: Game, { run, others, logs }: Judged): void {
  const everybody = new Set([...logs.values()].flatMap((log) => [...log.keys()]));
  for (const filer of everybody) {
    const name = filer.slice(0, 4);
    const last = lastTold(game, { filer, others, logs });
    const isIn = logs.get(run.runId)?.has(filer);
    if (!last.run) {
      if (isIn) game.broken.add(`${name} hears of a change, and had never been told a date`);
    } else if (last.isCertain && last.run.dates === run.dates) {
      if (isIn) game.broken.add(`${name} hears of a change, and had been told these dates`);
    } else if (last.isCertain && run.completedAt && !run.cancelled && !isIn)
      game.broken.add(`${name} was told other dates, and doesn't hear of the change`);
  }
}

/** The newest run that told a filer its dates. Not certain: a bounce that came later may have been in the log or not. */
function lastTold(
  game: Game,
  { filer, others, logs }: { filer: string; others: readonly Run[]; logs: Logs },
): { run: Run | null; isCertain: boolean } {
  const newestFirst = others.toSorted(
    (one, other) => Date.parse(other.decidedAt) - Date.parse(one.decidedAt),
  );
  let isCertain = true;
  for (const run of newestFirst) {
    const facts = logs.get(run.runId)?.get(filer) ?? [];
    const isTaken = game.outside.accepted.some((mail) => mail.filer === filer && mail.run === run.runId);
    if (!isTaken && !facts.some(({ kind }) => kind === 'unknown')) continue;
    if (TELLS.includes(game.pipeline.sendLog.foldStatus(facts).status)) return { run, isCertain };
    isCertain = false;
  }
  return { run: isCertain ? null : (newestFirst[0] ?? null), isCertain };
}

/** An email names the day of its run; that of a change names the day before as well. */
function judgeWords(game: Game, { run, others, logs }: Judged): void {
  for (const { days, filer } of game.outside.accepted.filter((mail) => mail.run === run.runId)) {
    const name = filer.slice(0, 4);
    const wanted = [dayOf(run)];
    if (run.kind === 'date-change') {
      const last = lastTold(game, { filer, others, logs });
      if (!last.run || !last.isCertain) continue;
      wanted.push(dayOf(last.run));
    }
    if (wanted.some((day) => !days.includes(day)))
      game.broken.add(`the email to ${name} names ${days}, and should name ${wanted}`);
    if (days.some((day) => !wanted.includes(day)))
      game.broken.add(`the email to ${name} names ${days}, and should name only ${wanted}`);
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
async function judgeRelease(game: Game, runs: readonly Run[]): Promise<void> {
  const { launch, phases } = game.phaseServices();
  const current = await launch.currentPlan();
  if (!current || !game.theme.tells) return;
  const name = game.pipeline.dateChange.dateChangeName(current);
  const isThere = runs.some((run) => run.kind === 'date-change' && run.scheduledFor === name.scheduledFor);
  const { release, prepared } = await phases.marks(name);
  if (release && prepared?.settled && prepared.filers > 0 && !isThere)
    game.broken.add('a change of dates was released, and never started');
}
