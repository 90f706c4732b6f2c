import { Temporal } from 'temporal-polyfill';

/** Whether the date of `2018-02-30T08:30` is in the calendar. */
export function isCalendarDate(text: string): boolean {
  try {
    Temporal.PlainDateTime.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
