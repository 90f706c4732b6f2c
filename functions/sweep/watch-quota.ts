import type { SendQuota } from '../domain/run/rate.ts';
import type { Log } from '../lib/runtime.ts';

/** What it needs from outside. */
export interface QuotaServices {
  readonly quota: () => Promise<SendQuota>;
  readonly log: Log;
}

/**
 * Notes how much of the account's 24-hour quota is used. An alarm and the dashboard read the line, since SES has no
 * metric of it. Nothing is noted while no emails are sent, nor where there is no limit.
 */
export async function watchQuota({ quota, log }: QuotaServices): Promise<void> {
  const { max24Hours, left } = await quota();
  if (left === max24Hours) return;
  log.info('quota-used', { percent: Math.round((100 * (max24Hours - left)) / max24Hours), max24Hours });
}
