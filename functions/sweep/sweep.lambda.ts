import { sweepDateChange } from '../date-change/sweep-date-change.client.ts';
import { phaseSchedules } from '../launch/schedules.client.ts';
import { syncLaunch } from '../launch/sync-launch.client.ts';
import { phaseServices } from '../phases/services.client.ts';
import { expireRosters } from '../roster/expire-rosters.client.ts';
import { rosterWriter } from '../roster/roster-writer.client.ts';
import { searchRemover } from '../roster/search-store.client.ts';
import { logReader } from '../send-log/log-reader.client.ts';
import { lambda } from '../shared/entry.client.ts';
import type { Create } from '../shared/runtime.ts';
import { resendUnknown } from './resend-unknown.client.ts';
import { sweepPhases } from './sweep-phases.client.ts';
import { sweepRuns } from './sweep-runs.client.ts';
import { tellHolds } from './tell-holds.client.ts';

/**
 * The tick, every five minutes: heals what was missed. Each part stands alone, so that one that fails doesn't
 * keep the others from their work.
 */
export const create: Create<unknown, void> = (runtime) => {
  const services = phaseServices(runtime);
  const schedules = phaseSchedules(runtime);
  const writer = rosterWriter(runtime);
  const removeSearch = searchRemover(runtime.env);
  const reader = logReader(runtime.env);
  const parts = {
    holds: () => tellHolds(services),
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
