import type { Child } from 'hono/jsx';
import type { DateRow, WindowRow } from '../../../campaigns/campaign.ts';
import type { Person } from '../../domain/person.ts';
import { DATES, PIVOT, WINDOWS } from '../../domain/plan/dated.ts';
import { zoneWords } from '../../lib/court-time.ts';
import { CERTAINTIES } from '../../lib/plan-values.ts';
import type { FormValues } from '../http/form.ts';
import { ActionForm, Hidden, SubmitButton } from '../ui/action-form.tsx';
import { Field, FieldProblem } from '../ui/field.tsx';
import { problemId } from '../ui/form-context.tsx';
import type { Page } from '../ui/layout.tsx';
import { MeantDates } from './meant-dates.tsx';
import { fieldName, isRequired } from './plan-dates.ts';

/** Dates and windows as a form has them. */
export interface FilledDates {
  readonly values: FormValues;
  readonly problems: FormValues;
}

/** The form for the plan's dates. */
export interface PlanDatesView extends FilledDates {
  readonly zone: string;
  readonly person: Person;
  /** Version of the plan whose dates are changed. */
  readonly base: string;
  /** Problems that are about no field, as sentences: a phase that the dates push out of its place, for example. */
  readonly others: readonly string[];
  /** Dates that the court's wording names outside the plan's own, `2018-10-23`. */
  readonly toConfirm: readonly string[];
}

/** The campaign's dates and windows as a form; the next page shows what follows from them. */
export function planDatesPage(view: PlanDatesView): Page {
  return {
    title: 'Change the dates',
    back: { href: '/plan', label: 'Launch plan' },
    current: '/plan',
    body: <Dates {...view} />,
  };
}

function Dates(view: PlanDatesView) {
  const { person, base, zone, others, toConfirm } = view;
  return (
    <>
      <p>
        The phases count from these dates and move with them. You’ll review the changes before anything
        happens. All times are in the court’s time zone, {zoneWords(zone)}.
      </p>
      {others.length > 0 ? (
        <>
          <h2 id="elsewhere">Elsewhere in the plan</h2>
          <ul>
            {others.map((problem) => (
              <li>{problem}</li>
            ))}
          </ul>
        </>
      ) : null}
      <ActionForm action="/plan/dates" person={person} label="Dates">
        <Hidden name="base" value={base} />
        <DatedFields view={view} />
        {toConfirm.length > 0 ? <DatesInWording dates={toConfirm} /> : null}
        <SubmitButton>Review changes</SubmitButton>
      </ActionForm>
    </>
  );
}

/** The wording can't be changed before the dates, which it must match: the plan editor changes both at once. */
function DatesInWording({ dates }: { readonly dates: readonly string[] }) {
  return (
    <MeantDates dates={dates}>
      If one is out of date, <a href="/plan">edit the plan</a> instead: there you can change the dates and the
      wording together.
    </MeantDates>
  );
}

const MAY_BE_EMPTY = 'Leave both empty if that hasn’t been announced.';

/** The fields of the plan's dates and windows: on the form for dates, and in the plan editor. */
export function DatedFields({ view }: { readonly view: FilledDates }) {
  return (
    <>
      {DATES.map(([, row]) => (
        <DateFields view={view} row={row} />
      ))}
      {WINDOWS.map(([, row]) => (
        <WindowFields view={view} row={row} />
      ))}
    </>
  );
}

function DateFields({ view, row }: { view: FilledDates; row: DateRow }) {
  return (
    <>
      <Certainty view={view} row={row} />
      <DatePair legend={row.label}>
        <DateInput view={view} name={fieldName(row, 'date')} label="Date" type="date" />
        <DateInput view={view} name={fieldName(row, 'time')} label={row.timeLabel} type="time" />
      </DatePair>
    </>
  );
}

function WindowFields({ view, row }: { view: FilledDates; row: WindowRow }) {
  return (
    <DatePair legend={row.label} {...(!isRequired(row) && { hint: MAY_BE_EMPTY })}>
      <DateInput view={view} name={fieldName(row, 'from')} label="From" type="datetime-local" />
      {row.endsAtPivot ? (
        <p class="crier-quiet">It ends at {PIVOT.words}.</p>
      ) : (
        <DateInput view={view} name={fieldName(row, 'to')} label="To" type="datetime-local" />
      )}
    </DatePair>
  );
}

const CERTAINTY_LABELS = {
  exact: 'It is fixed',
  estimated: 'It is an estimate',
  'to-be-announced': 'To be announced',
} as const;

/** What choosing it does. */
function certaintyText(certainty: keyof typeof CERTAINTY_LABELS, row: DateRow): string {
  if (certainty === 'exact') return '';
  if (certainty === 'estimated') return row === PIVOT ? 'Emails say so.' : '';
  return row === PIVOT
    ? 'No phase has a time then, and nothing is sent. Its date, and when anything is closed, are left out.'
    : 'Phases that count from it have no time then.';
}

function Certainty({ view: { values, problems }, row }: { view: FilledDates; row: DateRow }) {
  const name = fieldName(row, 'certainty');
  return (
    <fieldset
      class="usa-fieldset crier-dates"
      id={problems[name] ? problemId(name) : undefined}
      tabindex={-1}
    >
      <legend>How certain is {row.words}?</legend>
      {problems[name] ? <FieldProblem>{problems[name]}</FieldProblem> : null}
      {CERTAINTIES.map((certainty) => {
        const text = certaintyText(certainty, row);
        const id = `${name}-${certainty}`;
        return (
          <div class="usa-radio">
            <input
              class="usa-radio__input"
              type="radio"
              id={id}
              name={name}
              value={certainty}
              checked={values[name] === certainty}
            />
            <label class="usa-radio__label" for={id}>
              {CERTAINTY_LABELS[certainty]}
              {text ? <span class="usa-radio__label-description">{text}</span> : null}
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}

interface DatePairProps {
  readonly legend: string;
  /** @default none */
  readonly hint?: string;
  /** Two inputs. */
  readonly children: Child;
}

function DatePair({ legend, hint, children }: DatePairProps) {
  return (
    <fieldset class="crier-dates">
      <legend>{legend}</legend>
      {hint ? <span class="usa-hint">{hint}</span> : null}
      <div class="crier-dates__pair">{children}</div>
    </fieldset>
  );
}

interface DateInputProps {
  readonly view: FilledDates;
  readonly name: string;
  readonly label: string;
  readonly type: 'date' | 'time' | 'datetime-local';
}

function DateInput({ view: { values, problems }, name, label, type }: DateInputProps) {
  return (
    <Field
      name={name}
      label={label}
      type={type}
      value={values[name] ?? ''}
      problem={problems[name]}
      isRequired={false}
    />
  );
}
