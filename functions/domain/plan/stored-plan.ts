import type { Actor } from '../actor.ts';
import type { Plan } from './plan.ts';

/** An uploaded plan, which never changes. */
export interface StoredPlan {
  readonly version: string;
  readonly plan: Plan;
  /** Instant, ISO 8601 in UTC. */
  readonly uploadedAt: string;
  /** Key of the upload in the inbox bucket. */
  readonly key: string;
  /** Who uploaded it. */
  readonly by: Actor;
  /** Sign-in ids of everyone who changed the draft that it comes from. @default from no draft */
  readonly editors?: readonly string[];
}

/** The active plan. */
export interface CurrentPlan extends StoredPlan {
  /** Instant of the upload since which its dates have been active without a break: it names the change of dates. */
  readonly datesSince: string;
  /** The same of the facts that its emails state: it names the correction. */
  readonly factsSince: string;
}
