/** Why an address is never mailed again. */
export interface Suppression {
  readonly reason: 'hard-bounce' | 'complaint';
  /** SES's reason in codes, such as `Permanent/General`. */
  readonly detail: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly runId: string;
  readonly filerId: string;
}
