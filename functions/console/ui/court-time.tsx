import { Temporal } from 'temporal-polyfill';
import { courtTime } from '../../lib/court-time.ts';

/** A moment: an instant, or its ISO 8601 text in UTC. */
type Moment = string | Temporal.Instant;

/** A moment on the court's clock, for people and for machines. @param zone IANA name of the court's zone */
export function CourtTime({ at, zone }: { readonly at: Moment; readonly zone: string }) {
  const instant = Temporal.Instant.from(at).toString({ smallestUnit: 'second' });
  return <time datetime={instant}>{courtTime(at, zone)}</time>;
}
