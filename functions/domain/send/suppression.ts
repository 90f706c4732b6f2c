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
/** Why an address is never mailed again. */
export type Suppression = Readonly<z.infer<typeof suppressionSchema>>;
