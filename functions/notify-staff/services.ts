import type { Picked } from '../aws/pick.ts';
import {
  arrivals,
  calls,
  chunks,
  consoleOrigin,
  countDeadLetters,
  counts,
  gate,
  launchName,
  logReader,
  mailer,
  phaseMarks,
  plans,
  progress,
  readiness,
  recipients,
  roleGrants,
  roster,
  runs,
  search,
  sendLog,
  staffNotices,
  suppression,
} from '../aws/services.ts';

/** What the function picks. */
export const NOTIFY_SERVICES = {
  arrivals,
  suppression,
  sendLog,
  search,
  progress,
  logReader,
  calls,
  chunks,
  consoleOrigin,
  countDeadLetters,
  counts,
  gate,
  launchName,
  mailer,
  phaseMarks,
  plans,
  readiness,
  recipients,
  roleGrants,
  roster,
  runs,
  staffNotices,
};

/** What notices to staff need. */
export type NotifyServices = Picked<keyof typeof NOTIFY_SERVICES>;
