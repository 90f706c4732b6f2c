import * as z from 'zod';

/** The record of an erasure, as stored: ids and counts, no personal data. */
export const erasureSchema = z.object({
  filerId: z.string().regex(/^[0-9a-f]{16}$/),
  /** Instants, ISO 8601 in UTC; `finishedAt` is `null` while it is under way. */
  requestedAt: z.string(),
  finishedAt: z.string().nullable(),
  /**
   * When it was first finished. Only data from before then is erased again: a later roster that names the person is new
   * data. Absent until then, and in older records, where `finishedAt` says it.
   */
  until: z.string().exactOptional(),
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
/** An erasure that is under way. */
export type OpenErasure = Erasure & { readonly finishedAt: null; readonly salt: string };

/** The record of an erasure that begins, continues, or is repeated after a restore. @returns itself if it is under way. */
export function opened(erasure: Erasure, newSalt: () => string): OpenErasure {
  const { finishedAt, salt, until = finishedAt } = erasure;
  if (finishedAt === null && salt !== undefined) return erasure as OpenErasure;
  return { ...erasure, finishedAt: null, salt: salt ?? newSalt(), ...(until !== null && { until }) };
}

/**
 * Whether an erased person's data came back with a restore, that is, predates the erasure.
 * @param since Instants at which what holds the person was made: uploads of roster versions, decisions of runs.
 */
export function isRestored(
  erasure: Pick<Erasure, 'finishedAt' | 'until'>,
  since: readonly string[],
): boolean {
  return erasure.finishedAt !== null && since.some((at) => isErasable(erasure, at));
}

/** Whether an erasure covers what was made at an instant: everything at first, later only what a restore brings back. */
export function isErasable(
  { finishedAt, until }: Pick<Erasure, 'finishedAt' | 'until'>,
  at: string,
): boolean {
  const end = until ?? finishedAt;
  return end === null || Date.parse(at) <= Date.parse(end);
}
