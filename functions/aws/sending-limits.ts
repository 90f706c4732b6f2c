import type { SendingLimits, SendQuota } from '../domain/run/rate.ts';
import type { Run } from '../domain/run/run.ts';
import type { Clock } from '../lib/clock.ts';
import type { ReadRunPlan } from './plan-cache.ts';
import type { Mailer } from './ses.ts';

/** How long an answer of SES about the account's limits is used. */
const FRESH_MILLISECONDS = 60_000;

/** Asks SES for the account's limits at most once a minute. */
export function accountQuota(services: {
  clock: Clock;
  mailer: Pick<Mailer, 'quota'>;
}): () => Promise<SendQuota> {
  let asked: Promise<SendQuota> | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  return () => {
    const now = services.clock.now().epochMilliseconds;
    if (asked && now - askedAt <= FRESH_MILLISECONDS) return asked;
    askedAt = now;
    asked = services.mailer.quota();
    // After a failure the next caller asks again.
    asked.catch(() => {
      asked = undefined;
    });
    return asked;
  };
}

/** Reads the account's limits, with what the run's plan says about them. */
export function sendingLimits(services: {
  quota: () => Promise<SendQuota>;
  planOf: ReadRunPlan;
}): (run: Pick<Run, 'planVersion'>) => Promise<SendingLimits> {
  return async (run) => {
    const { sending } = await services.planOf(run);
    return { ...(await services.quota()), accountShare: sending.accountShare, breaker: sending.breaker };
  };
}
