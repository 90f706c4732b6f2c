import * as z from 'zod';

/** The record of an erasure, as stored: ids and counts, no personal data. */
export const erasureSchema = z.object({
  filerId: z.string().regex(/^[0-9a-f]{16}$/),
  /** Instants, ISO 8601 in UTC; `finishedAt` is `null` while it is under way. */
  requestedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** A sign-in id, or `OUTSIDE`. */
  by: z.string(),
  /** Whether the person's addresses were put on the suppression list, as keyed hashes. */
  neverMail: z.boolean(),
  /** Used to derive the tombstones' ids; deleted once the erasure is done. */
  salt: z.string().exactOptional(),
  /** How many roster versions and runs had the person, and how many uploads, reports and exports were deleted. */
  counts: z.object({ versions: z.number(), runs: z.number(), files: z.number() }),
});
/** What is kept permanently about an erasure, so that it can be repeated after a restore. */
export type Erasure = Readonly<z.infer<typeof erasureSchema>>;

/**
 * Whether an erased person's data came back with a restore, that is, predates the erasure. A later roster that names the
 * person is new data, not a restore.
 * @param since Instants at which what holds the person was made: uploads of roster versions, decisions of runs.
 */
export function isRestored({ finishedAt }: Pick<Erasure, 'finishedAt'>, since: readonly string[]): boolean {
  return finishedAt !== null && since.some((at) => Date.parse(at) < Date.parse(finishedAt));
}
