import { Temporal } from 'temporal-polyfill';
import { anchorWords } from '../../domain/plan/dated.ts';
import type { Moment } from '../../domain/plan/plan.ts';
import { counted } from '../../lib/count.ts';
import { courtDate, timeOfDay } from '../../lib/court-time.ts';
import type { Dated } from '../../lib/plan-values.ts';

/** `Mon, Oct 22, 2018, 8:30 a.m.` of `2018-10-22T08:30`, a time on the court's clock. */
export function wallTimeLabel(wall: string): string {
  const at = Temporal.PlainDateTime.from(wall);
  return `${courtDate(at.toPlainDate().toString())}, ${timeOfDay(at.toPlainTime())}`;
}

/** `90 days before the deadline, 9:00 a.m.`. */
export function momentLabel({ days, anchor, at }: Moment): string {
  const time = timeOfDay(Temporal.PlainTime.from(at));
  const date = anchorWords(anchor).replace("'", '’');
  if (days === 0) return `On the day of ${date}, ${time}`;
  return `${counted(Math.abs(days), 'day')} ${days < 0 ? 'before' : 'after'} ${date}, ${time}`;
}

/** `Mon, Oct 22, 2018, 8:30 a.m., an estimate`. */
export function datedLabel(dated: Dated): string {
  if (dated.certainty === 'to-be-announced') return 'To be announced';
  const label = wallTimeLabel(`${dated.date}T${dated.time}`);
  return dated.certainty === 'estimated' ? `${label}, an estimate` : label;
}
