import {
  auditLog,
  chunks,
  eraseAddress,
  eraseLocks,
  eraseRow,
  eraseSends,
  erasures,
  events,
  type Picked,
  removeFiles,
  removeSearch,
  removeSearches,
  roster,
  runs,
  sendLog,
} from '../aws/services.ts';

/** What erasing needs. */
export const ERASE_SERVICES = {
  auditLog,
  chunks,
  eraseAddress,
  eraseLocks,
  eraseRow,
  eraseSends,
  erasures,
  events,
  removeFiles,
  removeSearch,
  removeSearches,
  roster,
  runs,
  sendLog,
};
/** The services of {@link ERASE_SERVICES}. */
export type EraseServices = Picked<keyof typeof ERASE_SERVICES>;
