import { pick } from '../aws/pick.ts';
import { UnreadableRun } from '../aws/runs.ts';
import {
  arrivals,
  auditIndex,
  inboxFiles,
  logReader,
  quota,
  removeSearch,
  rosterWriter,
  schedules,
  startLater,
  suppressionKey,
} from '../aws/services.ts';
import { CORRECTION, DATE_CHANGE } from '../domain/plan/kinds.ts';
import { errorFields } from '../lib/error-fields.ts';
import { lambda } from '../lib/lambda.ts';
import type { Create } from '../lib/runtime.ts';
import { syncLaunch } from '../plan-launch/sync-launch.ts';
import { PHASE_SERVICES } from '../start-phase/services.ts';
import { expireRosters } from './expire-rosters.ts';
import { findUnreportedUploads } from './find-unreported-uploads.ts';
import { indexAudit } from './index-audit.ts';
import { notifyHolds } from './notify-holds.ts';
import { recountNews } from './recount-complete.ts';
import { resendUnknown } from './resend-unknown.ts';
import { type Seen, seenOnce } from './seen.ts';
import { sweepChange, sweepOneOffs } from './sweep-announcements.ts';
import { sweepPhases } from './sweep-phases.ts';
import { sweepRuns } from './sweep-runs.ts';
import { watchQuota } from './watch-quota.ts';

const PICKED = {
  ...PHASE_SERVICES,
  arrivals,
  auditIndex,
  inboxFiles,
  logReader,
  quota,
  removeSearch,
  rosterWriter,
  schedules,
  startLater,
  suppressionKey,
};

/**
 * The tick, every five minutes: heals what was missed. The parts are independent, so that one that fails doesn't keep
 * the others from their work.
 */
export const create: Create<unknown, void> = (runtime) => {
  const services = pick(runtime, PICKED);
  const partsOf = (seen: Seen) => ({
    // Before anything is sent or suppressed.
    suppressionKey: () => services.suppressionKey.ensure(),
    uploads: () => findUnreportedUploads(services),
    holds: () => notifyHolds(services),
    launch: () => syncLaunch(services),
    phases: () => sweepPhases(seen, services),
    dateChange: () => sweepChange(DATE_CHANGE, { seen, services }),
    correction: () => sweepChange(CORRECTION, { seen, services }),
    oneOffs: () => sweepOneOffs(seen, services),
    runs: () => sweepRuns(seen, services),
    unknown: () => resendUnknown(seen, services),
    counts: () => recountNews(services),
    rosters: () => expireRosters(seen, services),
    audit: () => indexAudit(services),
    quota: () => watchQuota(services),
  });
  return async () => {
    const failed: string[] = [];
    for (const [part, sweep] of Object.entries(partsOf(seenOnce(services)))) {
      try {
        await sweep();
      } catch (error) {
        const run = error instanceof UnreadableRun ? error.runId : undefined;
        runtime.log.error('sweep-failed', { part, ...errorFields(error), run });
        failed.push(part);
      }
    }
    if (failed.length > 0) throw new Error(`Cannot finish the sweep because these parts failed: ${failed}`);
  };
};

/** The Lambda's entry. */
export const handler = lambda(create);
