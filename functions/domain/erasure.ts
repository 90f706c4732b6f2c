import * as z from 'zod';

/** The record of an erasure, as it is stored: ids and counts, nothing of the person. */
export const erasureSchema = z.object({
  filerId: z.string().regex(/^[0-9a-f]{16}$/),
  /** Instants, ISO 8601 in UTC; `finishedAt` is `null` while it is under way. */
  requestedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** A sign-in id, or `OUTSIDE`. */
  by: z.string(),
  /** The person's addresses are on the suppression list from then on, by keyed hashes. */
  neverMail: z.boolean(),
  /** Makes the tombstones' ids; forgotten once it is done. */
  salt: z.string().exactOptional(),
  /** In how many roster versions and runs the person was, and how many uploads, reports and exports were deleted. */
  counts: z.object({ versions: z.number(), runs: z.number(), files: z.number() }),
});
/** What is kept of an erasure for good, so that it can be applied again after a restore. */
export type Erasure = Readonly<z.infer<typeof erasureSchema>>;

/**
 * Whether data of an erased person came back with a restore: they are from before the erasure. A roster that names the
 * person again is new, and no restore.
 * @param since Instants at which what holds the person was made: uploads of roster versions, decisions of runs.
 */
export function isRestored({ finishedAt }: Pick<Erasure, 'finishedAt'>, since: readonly string[]): boolean {
  return finishedAt !== null && since.some((at) => Date.parse(at) < Date.parse(finishedAt));
}
