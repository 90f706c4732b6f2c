import {
  arrivals,
  chunks,
  consoleOrigin,
  countDeadLetters,
  counts,
  gate,
  launchName,
  mailer,
  type Picked,
  phaseMarks,
  plans,
  readiness,
  recipients,
  roster,
  runs,
  staffNotices,
} from '../aws/services.ts';

/** What the function picks. */
export const NOTIFY_SERVICES = {
  arrivals,
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
  roster,
  runs,
  staffNotices,
};

/** What notices to staff need. */
export type NotifyServices = Picked<keyof typeof NOTIFY_SERVICES>;
