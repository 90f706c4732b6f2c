import type { CalendarDay, CalendarMonth } from '../../../domain/plan/calendar.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

interface CalendarProps {
  readonly months: readonly CalendarMonth[];
  /** What phases are called, by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

/** The months in which anything happens, as tables of weeks. */
export function Calendar({ months, names }: CalendarProps) {
  if (months.length === 0) return <p>The calendar appears once the plan has dates.</p>;
  return (
    <>
      <ul class="crier-legend">
        <li>
          <span class="crier-day__key crier-day--off" aria-hidden="true" /> Weekend or federal holiday
        </li>
        <li>
          <span class="crier-day__key crier-day--closed" aria-hidden="true" /> Something is closed
        </li>
      </ul>
      <div class="crier-months">
        {months.map((month) => (
          <Month {...month} names={names} />
        ))}
      </div>
    </>
  );
}

function Month({ month, days, names }: CalendarMonth & Pick<CalendarProps, 'names'>) {
  // Temporal counts Monday as 1 and Sunday as 7.
  const blank = (days[0]?.date.dayOfWeek ?? 7) % 7;
  const cells = [...Array.from({ length: blank }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    cells.slice(week * 7, week * 7 + 7),
  );
  const first = days[0]!.date;
  return (
    <table class="crier-month">
      <caption>{first.toLocaleString('en-US', { month: 'long', year: 'numeric' })}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th scope="col">
              <abbr title={name}>{name.slice(0, 3)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody id={`month-${month.toString()}`}>
        {weeks.map((week) => (
          <tr>{week.map((day) => (day ? <Day day={day} names={names} /> : <td />))}</tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, names }: { readonly day: CalendarDay } & Pick<CalendarProps, 'names'>) {
  const { date, isWeekend, holiday, closed, dates, phaseIds } = day;
  const looks = [
    'crier-day',
    (isWeekend || holiday) && 'crier-day--off',
    closed.length > 0 && 'crier-day--closed',
  ];
  return (
    <td class={looks.filter(Boolean).join(' ')}>
      <span class="crier-day__number">{date.day}</span>
      {holiday ? <span class="crier-day__note">{holiday}</span> : null}
      {closed.map((label) => (
        <span class="crier-day__note">{label}</span>
      ))}
      {dates.map((label) => (
        <strong class="crier-day__note">{label}</strong>
      ))}
      {phaseIds.map((id) => (
        <a class="crier-day__phase" href={`/plan/draft/phases/${id}`}>
          {names.get(id) ?? id}
        </a>
      ))}
    </td>
  );
}
