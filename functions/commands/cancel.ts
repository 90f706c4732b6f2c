import type { Services } from '../aws/pick.ts';
import type { CommandResult } from '../domain/command.ts';
import type { CancelCommand } from '../domain/recorded-command.ts';
import { type CommandContext, noSuchRun, refused } from './command-context.ts';

type CancelServices = Pick<Services, 'runs' | 'auditLog' | 'clock' | 'log'>;

/** Ends a run permanently. Unlike a hold it can't be taken back, so it is recorded before it takes effect. */
export async function cancel(
  command: CancelCommand,
  { services, requestId }: CommandContext<CancelServices>,
): Promise<CommandResult> {
  const { runs, auditLog, clock, log } = services;
  const { runId } = command;
  const run = await runs.run(runId);
  if (!run) return noSuchRun(runId);
  if (run.completedAt)
    return refused('complete', 'All of its emails have been sent: nothing is left to cancel.');
  if (run.cancelled !== undefined) return refused('cancelled', 'It has already been canceled.');
  const at = clock.now().toString();
  await auditLog.put({ at, requestId, act: command, before: ['running'], after: ['cancelled'] });
  await runs.cancel(runId, 'person');
  log.info('run-cancelled', { run: runId });
  return {
    done: true,
    message:
      'The run is canceled: none of its remaining emails will be sent. The phase won’t start again automatically.',
  };
}
