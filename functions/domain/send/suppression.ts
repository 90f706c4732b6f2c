import * as z from 'zod';

/** A suppression as it is stored. */
export const suppressionSchema = z.object({
  /** `asked`: a person who was erased wants no further emails. */
  reason: z.enum(['hard-bounce', 'complaint', 'asked']),
  /** SES's reason in codes, such as `Permanent/General`. */
  detail: z.string(),
  /** Instant, ISO 8601 in UTC. */
  at: z.string(),
  runId: z.string(),
  filerId: z.string(),
});
/** Why an address is never emailed again. */
export type Suppression = Readonly<z.infer<typeof suppressionSchema>>;

/** A suppression that a person has lifted, so that emails go to the address again. */
export interface LiftedSuppression extends Suppression {
  /** Instant, ISO 8601 in UTC. */
  readonly liftedAt: string;
}

/**
 * What an item of the suppression list says about time; a record of a lifted suppression has no reason of its own.
 * Epoch milliseconds.
 */
export const storedSuppressionSchema = z.object({
  reason: suppressionSchema.shape.reason.exactOptional(),
  /** Instant, ISO 8601 in UTC. */
  at: z.string(),
  /** The latest bounce or complaint after the first. */
  lastMilliseconds: z.number().exactOptional(),
  liftedMilliseconds: z.number().exactOptional(),
  /** A person who was erased asked for it, whatever the first reason was. */
  asked: z.boolean().exactOptional(),
  /** When it was copied from an entry that held the address. */
  copiedMilliseconds: z.number().exactOptional(),
});
/** The times of an item of the suppression list. */
export type StoredSuppression = Readonly<z.infer<typeof storedSuppressionSchema>>;

/**
 * The last event that an item is about, from which its days count. Epoch milliseconds; `null`: it has no end, because
 * the person asked never to be emailed.
 */
export function lastEventOf({
  reason,
  asked = reason === 'asked',
  at,
  lastMilliseconds = 0,
  liftedMilliseconds,
}: StoredSuppression): number | null {
  if (asked && liftedMilliseconds === undefined) return null;
  return Math.max(Date.parse(at), lastMilliseconds, liftedMilliseconds ?? 0);
}
