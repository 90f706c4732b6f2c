import { Temporal } from 'temporal-polyfill';
import type { Moment, Plan } from '../../domain/plan/plan.ts';
import { timeOfDay } from '../../lib/court-time.ts';
import { counted } from '../ui/count.ts';

/** `Mon, October 22, 2018, 8:30 a.m.` of `2018-10-22T08:30`, a time on the court's clock. */
export function wallTimeLabel(wall: string): string {
  const at = Temporal.PlainDateTime.from(wall);
  const date = at.toLocaleString('en-US', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
  });
  return `${date}, ${timeOfDay(at.toPlainTime())}`;
}

const ANCHORS: Readonly<Record<Moment['anchor'], string>> = {
  'go-live': 'go-live',
  'outage-start': 'the outage starts',
  'outage-end': 'the outage ends',
};

/** `90 days before go-live, 9:00 a.m.`. */
export function momentLabel({ days, anchor, at }: Moment): string {
  const time = timeOfDay(Temporal.PlainTime.from(at));
  const on = anchor === 'go-live' ? 'On the day of' : 'On the day';
  if (days === 0) return `${on} ${ANCHORS[anchor]}, ${time}`;
  return `${counted(Math.abs(days), 'day')} ${days < 0 ? 'before' : 'after'} ${ANCHORS[anchor]}, ${time}`;
}

/** `Mon, October 22, 2018, 8:30 a.m., an estimate`. */
export function goLiveLabel(goLive: Plan['goLive']): string {
  if (goLive.certainty === 'to-be-announced') return 'To be announced';
  const label = wallTimeLabel(`${goLive.date}T${goLive.time}`);
  return goLive.certainty === 'estimated' ? `${label}, an estimate` : label;
}
