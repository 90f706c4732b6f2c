import * as z from 'zod';

/** Fewest days for which suppressed addresses can be kept: a year, in which a launch may be postponed or repeated. */
export const MIN_SUPPRESSION_DAYS = 365;

/** How long data about people is kept, as the functions get it. */
export const retentionSchema = z.strictObject({
  /** Days that a suppressed address is kept after its last bounce or complaint; `null`: as long as the launch. */
  suppressionDays: z.number().min(MIN_SUPPRESSION_DAYS).nullable(),
  /** Days that a user's name is kept after their last sign-in. */
  userNameDays: z.number().positive(),
});
/** How long data about people is kept. */
export type Retention = Readonly<z.output<typeof retentionSchema>>;
