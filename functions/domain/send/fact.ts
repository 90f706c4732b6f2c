import * as z from 'zod';

/** What can happen to a send; `status.ts` has ranks and meanings. Facts are appended and never changed. */
export const FACT_KINDS = [
  'sent',
  'failed',
  'unknown',
  'skipped',
  'send',
  'delivered',
  'delayed',
  'soft-bounced',
  'bounced',
  'complained',
  'rejected',
] as const;
/** A kind of fact. */
export type FactKind = (typeof FACT_KINDS)[number];

/** A fact as it is stored. */
export const factSchema = z.object({
  runId: z.string(),
  filerId: z.string(),
  /** 1 for the first; a further attempt has the next. */
  attempt: z.number(),
  kind: z.enum(FACT_KINDS),
  /** Instant, ISO 8601 in UTC. */
  at: z.string(),
  /** The filer's state when the audience was decided. */
  state: z.string().exactOptional(),
  /** What the attempt's email refers to, so that it can be made again: see `Attempt`. */
  earlier: z.object({ runId: z.string(), state: z.string() }).exactOptional(),
  /** A code: why skipped, failed, bounced … */
  reason: z.string().exactOptional(),
  /** SES's message id. */
  messageId: z.string().exactOptional(),
  /** A tombstone: the one fact that is left of an erased filer's send, under a random id. See `tombstoneOf`. */
  erased: z.literal(true).exactOptional(),
});
/** A fact of a send. Holds codes and ids only: no address, no name. */
export type Fact = Readonly<z.infer<typeof factSchema>>;
