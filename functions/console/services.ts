import { type Picked, pick } from '../aws/pick.ts';
import {
  announcedDates,
  arrivals,
  auditLog,
  auditReader,
  calls,
  chunkRange,
  chunks,
  countDeadLetters,
  counts,
  deadLetters,
  deployed,
  eraseLater,
  erasures,
  events,
  exports,
  gate,
  keptForms,
  logReader,
  mailer,
  managePeople,
  phaseMarks,
  planDrafts,
  planOf,
  plans,
  progress,
  putPlan,
  putUpdate,
  queue,
  quota,
  readiness,
  recordAccess,
  reports,
  roleGrants,
  roster,
  rosterInbox,
  runs,
  savedSearches,
  search,
  sendLog,
  sessions,
  signUpload,
  startLater,
  suppression,
  uploadOrigin,
} from '../aws/services.ts';
import type { Runtime } from '../lib/runtime.ts';
import { type OpenId, openId } from './people/open-id.ts';
import { type ConsoleSettings, consoleSettings } from './settings.ts';

const CONSOLE = {
  arrivals,
  auditLog,
  auditReader,
  calls,
  chunkRange,
  chunks,
  countDeadLetters,
  counts,
  deadLetters,
  deployed,
  eraseLater,
  erasures,
  events,
  exports,
  gate,
  keptForms,
  plans,
  logReader,
  mailer,
  managePeople,
  phaseMarks,
  planDrafts,
  planOf,
  progress,
  putPlan,
  putUpdate,
  queue,
  quota,
  readiness,
  recordAccess,
  reports,
  roleGrants,
  roster,
  rosterInbox,
  runs,
  savedSearches,
  search,
  sendLog,
  sessions,
  signUpload,
  startLater,
  suppression,
  announcedDates,
  uploadOrigin,
};

/** What the console's pages need. */
export interface ConsoleServices extends Picked<keyof typeof CONSOLE> {
  readonly settings: ConsoleSettings;
  readonly openId: OpenId;
}

/** Builds what the console needs. @throws Error when a setting is missing or wrong. */
export function consoleServices(runtime: Runtime): ConsoleServices {
  const settings = consoleSettings(runtime.env);
  return { ...pick(runtime, CONSOLE), settings, openId: openId(settings) };
}
