import type { BreakerLimits } from '../launch/plan.ts';
import type { Clock } from '../shared/clock.ts';
import type { Run } from './run.ts';
import type { ReadRunPlan } from './run-plan.client.ts';
import type { Mailer, SendQuota } from './ses.client.ts';

/** The account's limits and the part of them that this launch may use, 0 to 1; and when a run is held by itself. */
export interface SendingLimits extends SendQuota {
  readonly accountShare: number;
  readonly breaker: BreakerLimits;
}

/** How long an answer of SES about the account's limits is good for. */
const FRESH_MILLISECONDS = 60_000;

/** Asks SES for the account's limits at most once a minute. */
export function sendingLimits(services: {
  clock: Clock;
  planOf: ReadRunPlan;
  mailer: Pick<Mailer, 'quota'>;
}): (run: Pick<Run, 'planVersion'>) => Promise<SendingLimits> {
  let quota: SendQuota | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  return async (run) => {
    const now = services.clock.now().epochMilliseconds;
    if (!quota || now - readAt > FRESH_MILLISECONDS) {
      quota = await services.mailer.quota();
      readAt = now;
    }
    const { sending } = await services.planOf(run);
    return { ...quota, accountShare: sending.accountShare, breaker: sending.breaker };
  };
}
