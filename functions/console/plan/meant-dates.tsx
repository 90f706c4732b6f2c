import { dateWords } from '../../lib/court-time.ts';

/** A date has digits alone; months and weekdays are words already. */
function wordsOf(date: string): string {
  return /^\d/.test(date) ? dateWords(date) : date;
}

/** Asks whether the dates that the wording names are meant: nothing goes out with one before a person says so. */
export function MeantDates({ dates }: { readonly dates: readonly string[] }) {
  return (
    <fieldset class="usa-fieldset crier-dates">
      <legend>Dates in the court’s wording</legend>
      <p>
        The wording names {new Intl.ListFormat('en-US').format(dates.map(wordsOf))}. The plan has no such
        date. If they are out of date, change the wording first.
      </p>
      <div class="usa-checkbox">
        <input class="usa-checkbox__input" type="checkbox" id="meant" name="meant" value="yes" />
        <label class="usa-checkbox__label" for="meant">
          I have checked these dates, and they are meant
        </label>
      </div>
    </fieldset>
  );
}
