import type { PageContext } from './context.ts';

/** Before the first plan the court's zone is unknown. */
const NO_ZONE = 'UTC';

/** The court's time zone: `America/New_York`. */
export function zoneOf(c: PageContext): string {
  return c.var.plan?.plan.court.zone ?? NO_ZONE;
}
