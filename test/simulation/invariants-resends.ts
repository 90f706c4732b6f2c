import type { Run } from '../../functions/domain/run/run.ts';
import type { Fact } from '../../functions/domain/send/fact.ts';
import type { Game } from './game.ts';

/** Some ticks more than the hour that the sweep waits. */
const DUE_MILLISECONDS = 100 * 60_000;

/** How many emails to one address a filer may get where nobody retried: two where the plan resends. */
export function mostWithoutPeople({ theme, retried }: Game): number {
  if (retried) return Number.POSITIVE_INFINITY;
  return theme.sending?.unknown === 'resend' ? 2 : 1;
}

/** Whether a filer of a run in force is still unknown after one attempt, though the plan resends. */
export async function isResendDue(game: Game): Promise<boolean> {
  if (game.theme.sending?.unknown !== 'resend') return false;
  const { runs, sendLog } = game.phaseServices();
  for (const run of await runs.runs()) {
    const ended = run.cancelled !== undefined || Date.parse(run.expiresAt) <= game.stage.now;
    if (ended) continue;
    const byFiler = Map.groupBy(await Array.fromAsync(sendLog.facts(run.runId)), ({ filerId }) => filerId);
    for (const facts of byFiler.values()) if (isUnknownOnce(game, facts)) return true;
  }
  return false;
}

/** What is unknown long before its run expires is sent once more. @param endsAt When faults ended. */
export function judgeResend(
  game: Game,
  { run, facts, endsAt, name }: { run: Run; facts: readonly Fact[]; endsAt: number; name: string },
): void {
  if (game.theme.sending?.unknown !== 'resend' || run.cancelled || !isUnknownOnce(game, facts)) return;
  const since = Math.max(endsAt, ...facts.map(({ at }) => Date.parse(at)));
  if (since + DUE_MILLISECONDS < Date.parse(run.expiresAt))
    game.broken.add(`${name} stays unknown, and is not sent once more`);
}

function isUnknownOnce(game: Game, facts: readonly Fact[]): boolean {
  const { status } = game.pipeline.sendLog.foldStatus(facts);
  return status === 'unknown' && facts.every(({ attempt }) => attempt === 1);
}
