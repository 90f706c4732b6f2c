import type { Child } from 'hono/jsx';
import type { Person } from '../../domain/person.ts';
import type { Problem } from '../../domain/plan/problem.ts';
import { CERTAINTIES } from '../../lib/plan-values.ts';
import type { FormValues } from '../http/form.ts';
import { ActionForm, Hidden, SubmitButton } from '../ui/action-form.tsx';
import { Alert } from '../ui/alert.tsx';
import { Field, FieldProblem } from '../ui/field.tsx';
import type { Page } from '../ui/layout.tsx';
import type { DateField } from './plan-dates.ts';
import { ProblemTable } from './plan-problems.tsx';

/** The form for the plan's dates. */
export interface PlanDatesView {
  readonly zone: string;
  readonly person: Person;
  /** Version of the plan whose dates are changed. */
  readonly base: string;
  readonly values: FormValues;
  readonly problems: FormValues;
  /** Problems that are about no field: a phase that the dates push out of its place, for example. */
  readonly others: readonly Problem[];
}

/** Go-live and the outages as a form; the next page shows what follows from them. */
export function planDatesPage(view: PlanDatesView): Page {
  return {
    title: 'Change the dates',
    back: { href: '/plan', label: 'Launch plan' },
    current: '/plan',
    body: <Dates {...view} />,
  };
}

function Dates(view: PlanDatesView) {
  const { person, base, zone, problems, others } = view;
  const hasProblems = others.length > 0 || Object.keys(problems).length > 0;
  return (
    <>
      <p>
        The phases count from these dates and move with them. First you see what would change; nothing happens
        before you confirm that. All times are of the court’s clock, {zone}.
      </p>
      {hasProblems ? (
        <Alert
          kind="error"
          title="These dates can’t be used"
          text="Nothing has changed. Correct what is marked."
        />
      ) : null}
      {others.length > 0 ? (
        <>
          <p>These follow from the dates. Mostly go-live and the outages must move together.</p>
          <ProblemTable problems={others} />
        </>
      ) : null}
      <ActionForm action="/plan/dates" person={person} label="Dates">
        <Hidden name="base" value={base} />
        <Certainty {...view} />
        <DatePair legend="Go-live">
          <DateInput view={view} name="date" label="Date" type="date" />
          <DateInput view={view} name="time" label="Time at which filing opens" type="time" />
        </DatePair>
        <Outage view={view} name="filing" legend="Filing is closed" />
        <Outage view={view} name="viewing" legend="Viewing is closed" hint={MAY_BE_EMPTY} />
        <Outage view={view} name="registration" legend="Registration is closed" hint={MAY_BE_EMPTY} />
        <SubmitButton>Look at what changes</SubmitButton>
      </ActionForm>
    </>
  );
}

const MAY_BE_EMPTY = 'Leave both empty if that is not announced.';

const CERTAINTY_LABELS = {
  exact: ['It is fixed', ''],
  estimated: ['It is an estimate', 'Emails say so.'],
  'to-be-announced': [
    'To be announced',
    'No phase has a time then, and nothing is sent. The dates below are left out.',
  ],
} as const;

function Certainty({ values, problems }: PlanDatesView) {
  return (
    <fieldset class="usa-fieldset crier-dates">
      <legend>How sure is the date?</legend>
      {problems.certainty ? <FieldProblem>{problems.certainty}</FieldProblem> : null}
      {CERTAINTIES.map((certainty) => {
        const [label, text] = CERTAINTY_LABELS[certainty];
        const id = `certainty-${certainty}`;
        return (
          <div class="usa-radio">
            <input
              class="usa-radio__input"
              type="radio"
              id={id}
              name="certainty"
              value={certainty}
              checked={values.certainty === certainty}
            />
            <label class="usa-radio__label" for={id}>
              {label}
              {text ? <span class="usa-radio__label-description">{text}</span> : null}
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}

interface OutageProps {
  readonly view: PlanDatesView;
  readonly name: 'filing' | 'viewing' | 'registration';
  readonly legend: string;
  readonly hint?: string;
}

function Outage({ view, name, ...pair }: OutageProps) {
  return (
    <DatePair {...pair}>
      <DateInput view={view} name={`${name}From`} label="From" type="datetime-local" />
      <DateInput view={view} name={`${name}To`} label="To" type="datetime-local" />
    </DatePair>
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
  readonly view: PlanDatesView;
  readonly name: DateField;
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
