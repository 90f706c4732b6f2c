import { Temporal } from 'temporal-polyfill';
import { courtDay } from '../../lib/court-time.ts';
import { CourtTime } from '../ui/court-time.tsx';

/** As of when progress is: the time of an upload, or the day that its rows name, which begins with the instant. */
export function AsOf({ at, zone }: { readonly at: string; readonly zone: string }) {
  const time = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const isDay = time.equals(time.startOfDay());
  const day = time.toPlainDate().toString();
  return (
    <>as of {isDay ? <time datetime={day}>{courtDay(at, zone)}</time> : <CourtTime at={at} zone={zone} />}</>
  );
}
