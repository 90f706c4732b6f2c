/**
 * What happened to a send, one item each, appended and never changed. Their ranks and meanings stand in
 * `status.ts`.
 */
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
export type FactKind = (typeof FACT_KINDS)[number];

/** A fact of a send. Holds codes and ids only: no address, no name. */
export interface Fact {
  readonly runId: string;
  readonly filerId: string;
  /** 1 for the first; a retry by a person has the next. */
  readonly attempt: number;
  readonly kind: FactKind;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  /** The filer's state when the audience was decided. */
  readonly state?: string;
  /** A code: why skipped, failed, bounced … */
  readonly reason?: string;
  /** SES's message id. */
  readonly messageId?: string;
}
