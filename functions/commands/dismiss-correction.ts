import type { Services } from '../aws/pick.ts';
import type { CommandResult } from '../domain/command.ts';
import { CORRECTION } from '../domain/plan/kinds.ts';
import type { DismissCommand } from '../domain/recorded-command.ts';
import { changeName } from '../domain/run/announcement.ts';
import { currentRun } from '../start-phase/current-run.ts';
import { type CommandContext, refused } from './command-context.ts';

type DismissServices = Pick<Services, 'auditLog' | 'clock' | 'log' | 'phaseMarks' | 'plans' | 'runs'>;

/**
 * Decides that filers needn't hear of a correction. It asks for no one's attention then; it can still be released, and
 * the next change of a fact makes another one.
 */
export async function dismissCorrection(
  command: DismissCommand,
  { services, requestId }: CommandContext<DismissServices>,
): Promise<CommandResult> {
  const { auditLog, clock, log, phaseMarks, plans, runs } = services;
  const current = await plans.current();
  if (!current) return refused('no-plan', 'There is no launch plan.');
  const name = changeName(CORRECTION, current);
  const { run, runNumber } = await currentRun(name, runs);
  const { release } = await phaseMarks.marks(name, runNumber);
  if (run || release) return refused('released', 'Someone has already released it.');
  const at = clock.now().toString();
  const { by, why } = command;
  await auditLog.put({ at, requestId, act: command, before: ['needs-release'], after: ['dismissed'] });
  await phaseMarks.markDismissed(name, { by, why, at });
  log.info('correction-dismissed', {});
  return { done: true, message: 'Filers won’t be told. You can still release the correction on its page.' };
}
