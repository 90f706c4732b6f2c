import { phaseSchedules } from '../aws/phase-schedules.ts';
import { rosterWriter } from '../aws/roster-writer.ts';
import { searchRemover } from '../aws/search-index.ts';
import { logReader } from '../aws/send-log-reader.ts';
import { phaseServices } from '../aws/services.ts';
import { lambda } from '../lib/lambda.ts';
import type { Create } from '../lib/runtime.ts';
import { syncLaunch } from '../plan-launch/sync-launch.ts';
import { expireRosters } from './expire-rosters.ts';
import { notifyHolds } from './notify-holds.ts';
import { resendUnknown } from './resend-unknown.ts';
import { sweepDateChange } from './sweep-date-change.ts';
import { sweepPhases } from './sweep-phases.ts';
import { sweepRuns } from './sweep-runs.ts';

/**
 * The tick, every five minutes: heals what was missed. The parts are independent, so that one that fails doesn't keep the
 * others from their work.
 */
export const create: Create<unknown, void> = (runtime) => {
  const services = phaseServices(runtime);
  const schedules = phaseSchedules(runtime);
  const writer = rosterWriter(runtime);
  const removeSearch = searchRemover(runtime.env);
  const reader = logReader(runtime.env);
  const parts = {
    holds: () => notifyHolds(services),
    launch: () => syncLaunch({ ...services, schedules }),
    phases: () => sweepPhases(services),
    dateChange: () => sweepDateChange(services),
    runs: () => sweepRuns(services),
    unknown: () => resendUnknown({ ...services, logReader: reader }),
    rosters: () => expireRosters({ ...services, removeSearch, writer }),
  };
  return async () => {
    const failed: string[] = [];
    for (const [part, sweep] of Object.entries(parts)) {
      try {
        await sweep();
      } catch (error) {
        runtime.log.error('sweep-failed', { part, error: (error as Error).name });
        failed.push(part);
      }
    }
    if (failed.length > 0) throw new Error(`Cannot finish the sweep because these parts failed: ${failed}`);
  };
};

export const handler = lambda(create);
