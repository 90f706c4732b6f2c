import type { PageContext } from './context.ts';

/** Before the first plan nobody knows the court's clock. */
const NO_ZONE = 'UTC';

/** The court's time zone: `America/New_York`. */
export function zoneOf(c: PageContext): string {
  return c.var.plan?.plan.court.zone ?? NO_ZONE;
}
