import * as z from 'zod';
import { STATES } from '../filer/state.ts';
import { SEND_STATUSES } from './status.ts';

const exportFilterSchema = z.strictObject({
  /** One run; left out, all of them, newest first. */
  runId: z
    .string()
    .regex(/^[\w-]{1,150}$/)
    .optional(),
  status: z.enum(SEND_STATUSES).optional(),
  state: z.enum(STATES).optional(),
  /**
   * Filers whom a saved search finds in a roster version. Its words are nowhere in an export. Exports of before had
   * them (`typed`): they are left out when read, and such a search has no id.
   */
  search: z
    .object({ version: z.string().min(1).max(100), searchId: z.string().max(100).default('') })
    .optional(),
});
/** What is exported: exactly the sends that a page of the log with the same filter shows. */
export type ExportFilter = z.infer<typeof exportFilterSchema>;

/** A message of the queue of exports. */
export const exportRequestSchema = z.strictObject({
  exportId: z.uuid(),
  filter: exportFilterSchema,
  /** Instant, ISO 8601 in UTC. */
  askedAt: z.iso.datetime({ offset: true }),
  /** A sign-in id. */
  by: z.string().min(1),
});
/** An export that a person asked for. */
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** An export's status as it is stored beside its table. */
export const exportStatusSchema = z.object({
  ...exportRequestSchema.shape,
  /**
   * `too-long`: it would not end in the time that a function has; narrow the filter. `search-gone`: the saved search
   * isn't there any more.
   */
  state: z.enum(['waiting', 'running', 'done', 'failed', 'too-long', 'search-gone']),
  /** Rows written so far. */
  rows: z.number().int().nonnegative(),
  /** Instant, ISO 8601 in UTC; `null` until then. */
  finishedAt: z.string().nullable(),
});
/** How far an export is. */
export type ExportStatus = z.infer<typeof exportStatusSchema>;

/** Where an export lies in the inbox bucket: the table, and how far it is. */
export function exportKeys(exportId: string): { readonly table: string; readonly status: string } {
  return { table: `exports/${exportId}.csv`, status: `exports/${exportId}.json` };
}
