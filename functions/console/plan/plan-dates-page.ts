import { html } from 'hono/html';
import type { Person } from '../../domain/person.ts';
import { CERTAINTIES } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/plan/problem.ts';
import type { FormValues } from '../http/form.ts';
import { actForm, submitButton } from '../ui/action-form.tsx';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { problemTable } from './plan-check-page.ts';
import type { DateField } from './plan-dates.ts';

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

const CERTAINTY_NAMES = {
  exact: ['It is fixed', ''],
  estimated: ['It is an estimate', 'Emails say so.'],
  'to-be-announced': [
    'To be announced',
    'No phase has a time then, and nothing is sent. The dates below are left out.',
  ],
} as const;

/** Go-live and the outages as a form; the next page shows what follows from them. */
export function planDatesPage(view: PlanDatesView): Page {
  const { person, base, zone, problems, others } = view;
  const hasProblems = others.length > 0 || Object.keys(problems).length > 0;
  return {
    title: 'Change the dates',
    back: { href: '/plan', label: 'Launch plan' },
    current: '/plan',
    body: html`<p>The phases count from these dates and move with them. First you see what would change; nothing happens before you confirm that. All
times are of the court’s clock, ${zone}.</p>
${hasProblems ? html`<div class="usa-alert usa-alert--error" role="alert"><div class="usa-alert__body"><h2 class="usa-alert__heading">These dates can’t be used</h2><p class="usa-alert__text">Nothing has changed. Correct what is marked.</p></div></div>` : ''}
${others.length > 0 ? html`<p>These follow from the dates. Mostly go-live and the outages must move together.</p>${problemTable(others)}` : ''}
${actForm('/plan/dates', {
  person,
  label: 'Dates',
  body: html`<input type="hidden" name="base" value="${base}">
${certainty(view)}
<fieldset class="crier-dates"><legend>Go-live</legend><div class="crier-dates__pair">
${input(view, { name: 'date', label: 'Date', type: 'date' })}
${input(view, { name: 'time', label: 'Time at which filing opens', type: 'time' })}
</div></fieldset>
${window(view, 'filing', 'Filing is closed')}
${window(view, 'viewing', 'Viewing is closed', 'Leave both empty if that is not announced.')}
${window(view, 'registration', 'Registration is closed', 'Leave both empty if that is not announced.')}
${submitButton('Look at what changes')}`,
})}`,
  };
}

function certainty({ values, problems }: PlanDatesView): Html {
  return html`<fieldset class="usa-fieldset crier-dates"><legend>How sure is the date?</legend>
${problems.certainty ? html`<span class="usa-error-message" role="alert">${problems.certainty}</span>` : ''}
${CERTAINTIES.map((one) => {
  const [label, text] = CERTAINTY_NAMES[one];
  return html`<div class="usa-radio"><input class="usa-radio__input" type="radio" id="certainty-${one}" name="certainty" value="${one}"${values.certainty === one ? html` checked` : ''}><label class="usa-radio__label" for="certainty-${one}">${label}${text ? html`<span class="usa-radio__label-description">${text}</span>` : ''}</label></div>`;
})}
</fieldset>`;
}

function window(
  view: PlanDatesView,
  ...[name, legend, hint]: [name: 'filing' | 'viewing' | 'registration', legend: string, hint?: string]
): Html {
  return html`<fieldset class="crier-dates"><legend>${legend}</legend>
${hint ? html`<span class="usa-hint">${hint}</span>` : ''}
<div class="crier-dates__pair">
${input(view, { name: `${name}From`, label: 'From', type: 'datetime-local' })}
${input(view, { name: `${name}To`, label: 'To', type: 'datetime-local' })}
</div></fieldset>`;
}

interface DateInput {
  readonly name: DateField;
  readonly label: string;
  readonly type: 'date' | 'time' | 'datetime-local';
}

function input({ values, problems }: PlanDatesView, { name, label, type }: DateInput): Html {
  const problem = problems[name];
  return html`<div class="usa-form-group${problem ? ' usa-form-group--error' : ''}">
  <label class="usa-label" for="${name}">${label}</label>
  ${problem ? html`<span class="usa-error-message" id="${name}-problem" role="alert">${problem}</span>` : ''}
  <input class="usa-input${problem ? ' usa-input--error' : ''}" id="${name}" name="${name}" type="${type}" value="${values[name] ?? ''}"${problem ? html` aria-invalid="true" aria-describedby="${name}-problem"` : ''}>
</div>`;
}
