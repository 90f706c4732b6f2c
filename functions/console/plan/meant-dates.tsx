import type { Child } from 'hono/jsx';
import { dateWords } from '../../lib/court-time.ts';
import { Checkbox } from '../ui/checkbox.tsx';

/** A date has digits alone; months and weekdays are words already. */
function wordsOf(date: string): string {
  return /^\d/.test(date) ? dateWords(date) : date;
}

interface MeantDatesProps {
  readonly dates: readonly string[];
  /** What to do if they aren't intended. @default to change the wording first */
  readonly children?: Child;
}

/** Asks whether the dates in the wording are intended: no email is sent with one until a person confirms it. */
export function MeantDates({ dates, children }: MeantDatesProps) {
  return (
    <fieldset class="usa-fieldset crier-dates">
      <legend>Dates in the court’s wording</legend>
      <p>
        The wording mentions {new Intl.ListFormat('en-US').format(dates.map(wordsOf))}, which the plan doesn’t
        have. {children ?? 'If that is out of date, change the wording first.'}
      </p>
      <Checkbox name="meant">I have checked these dates, and they are intended</Checkbox>
    </fieldset>
  );
}
