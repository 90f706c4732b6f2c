import type { Picked } from '../aws/pick.ts';
import {
  auditLog,
  calls,
  chunks,
  endSessions,
  eraseAddress,
  eraseCalls,
  eraseLocks,
  eraseRow,
  eraseSends,
  erasures,
  events,
  plans,
  removeFiles,
  removeSearch,
  removeSearches,
  retention,
  roster,
  runs,
  sendLog,
  suppressionUpkeep,
} from '../aws/services.ts';

/** What erasing needs, and what the same function keeps up every hour. */
export const ERASE_SERVICES = {
  auditLog,
  calls,
  chunks,
  endSessions,
  eraseAddress,
  eraseCalls,
  eraseLocks,
  eraseRow,
  eraseSends,
  erasures,
  events,
  plans,
  removeFiles,
  removeSearch,
  removeSearches,
  retention,
  roster,
  runs,
  sendLog,
  suppressionUpkeep,
};
/** The services of {@link ERASE_SERVICES}. */
export type EraseServices = Picked<keyof typeof ERASE_SERVICES>;
