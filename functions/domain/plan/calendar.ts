import { Temporal } from 'temporal-polyfill';
import { DATES, WINDOWS } from './dated.ts';
import { holidayOn } from './holidays.ts';
import { readPlan } from './plan-draft.ts';
import { type Timeline, timelineOf } from './timeline.ts';

/** A day of the calendar. */
export interface CalendarDay {
  readonly date: Temporal.PlainDate;
  readonly isWeekend: boolean;
  /** The federal holiday that is observed; `null`: none. */
  readonly holiday: string | null;
  /** What is closed at any time of the day: `Filing is closed`. */
  readonly closed: readonly string[];
  /** Dates of the plan: `Go-live`. */
  readonly dates: readonly string[];
  /** Ids of the phases that start. */
  readonly phaseIds: readonly string[];
}

/** A month with all its days. */
export interface CalendarMonth {
  readonly month: Temporal.PlainYearMonth;
  readonly days: readonly CalendarDay[];
}

/** When each phase of a plan starts on the court's clock, by its id, as far as the plan says. */
export function phaseStarts(plan: object): Map<string, Temporal.PlainDateTime> {
  const { phases } = timelineOf(readPlan(plan).draft);
  return new Map(phases.flatMap(({ id, starts }) => (id !== undefined && starts ? [[id, starts.wall]] : [])));
}

/** The months of a plan in which anything happens, even of one that isn't complete. */
export function calendarOf(plan: object): CalendarMonth[] {
  const timeline = timelineOf(readPlan(plan).draft);
  const months = new Map(
    busyDays(timeline).map((day) => [day.toPlainYearMonth().toString(), day.toPlainYearMonth()]),
  );
  return [...months.values()].sort(Temporal.PlainYearMonth.compare).map((month) => ({
    month,
    days: Array.from({ length: month.daysInMonth }, (_, day) =>
      dayOf(month.toPlainDate({ day: day + 1 }), timeline),
    ),
  }));
}

function busyDays({ phases, dates, windows }: Timeline): Temporal.PlainDate[] {
  const times = [
    ...phases.map(({ starts }) => starts),
    ...Object.values(dates),
    ...windows.flatMap(({ from, to }) => [from, to]),
  ];
  return times.flatMap((time) => (time ? [time.wall.toPlainDate()] : []));
}

function dayOf(date: Temporal.PlainDate, { phases, dates, windows }: Timeline): CalendarDay {
  const isOn = (wall: Temporal.PlainDateTime | undefined) => wall?.toPlainDate().equals(date) ?? false;
  const isOpen = (from: Temporal.PlainDateTime, to: Temporal.PlainDateTime) =>
    Temporal.PlainDate.compare(date, from.toPlainDate()) < 0 ||
    Temporal.PlainDate.compare(date, to.toPlainDate()) > 0;
  return {
    date,
    isWeekend: date.dayOfWeek > 5,
    holiday: holidayOn(date),
    closed: windows.flatMap(({ from, to }, index) => {
      const label = WINDOWS[index]?.[1].label;
      return from && to && label && !isOpen(from.wall, to.wall) ? [label] : [];
    }),
    dates: DATES.flatMap(([anchor, { label }]) => (isOn(dates[anchor]?.wall) ? [label] : [])),
    phaseIds: phases.flatMap(({ id, starts }) => (id !== undefined && isOn(starts?.wall) ? [id] : [])),
  };
}
