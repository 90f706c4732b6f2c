import type { OpsServices } from '../aws/ops-services.ts';
import type { CancelCommand, CommandResult } from '../domain/audit.ts';
import type { Asked } from './hold.ts';

type CancelServices = Pick<OpsServices, 'runs' | 'acts' | 'clock' | 'log'>;

/** Ends a run for good. Unlike a hold it can't be taken back, so it is recorded before it takes effect. */
export async function cancel(
  act: CancelCommand,
  { services, requestId }: Asked & { services: CancelServices },
): Promise<CommandResult> {
  const { runs, acts, clock, log } = services;
  const run = await runs.run(act.runId);
  if (!run) return refused('no-such-run', `There is no run ${act.runId}.`);
  if (run.completedAt)
    return refused('complete', 'Every email of it has gone out: nothing is left to cancel.');
  if (run.cancelled !== undefined) return refused('cancelled', 'It is cancelled already.');
  await acts.put({ at: clock.now().toString(), requestId, act, before: ['running'], after: ['cancelled'] });
  await runs.cancel(act.runId, 'person');
  log.info('run-cancelled', { run: act.runId });
  return {
    done: true,
    message:
      'The run is cancelled: no further email of it goes out. The phase waits until somebody releases it again.',
  };
}

function refused(reason: string, message: string): CommandResult {
  return { done: false, reason, message };
}
