import * as z from 'zod';
import { type PlanResult, parsePlan } from '../../domain/plan/parse-plan.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/plan/problem.ts';
import { CERTAINTIES } from '../../lib/plan-values.ts';
import type { FormValues } from '../http/form.ts';

const text = z.string().trim().max(40).default('');

/** Fields of the form for dates: a browser's own inputs give dates as `2018-10-22`, times as `08:30`. */
export const datesSchema = z.strictObject({
  base: z.string(),
  certainty: z.enum(CERTAINTIES, 'Choose how sure the date is.'),
  date: text,
  time: text,
  filingFrom: text,
  filingTo: text,
  viewingFrom: text,
  viewingTo: text,
  registrationFrom: text,
  registrationTo: text,
});
/** The form for dates, as it was filled in. */
type PlanDates = z.output<typeof datesSchema>;
/** A field of the form for dates. */
export type DateField = Exclude<keyof PlanDates, 'base'>;

/** The field for each path of the plan. */
const PATHS: Readonly<Record<string, DateField>> = {
  '$.goLive.certainty': 'certainty',
  '$.goLive.date': 'date',
  '$.goLive.time': 'time',
  '$.outages.filing': 'filingFrom',
  '$.outages.filing.from': 'filingFrom',
  '$.outages.filing.to': 'filingTo',
  '$.outages.viewing': 'viewingFrom',
  '$.outages.viewing.from': 'viewingFrom',
  '$.outages.viewing.to': 'viewingTo',
  '$.outages.registration': 'registrationFrom',
  '$.outages.registration.from': 'registrationFrom',
  '$.outages.registration.to': 'registrationTo',
};

/** The active plan with other dates: the text to upload, and what checking it finds. */
export function planWithDates(plan: Plan, dates: PlanDates): { text: string; result: PlanResult } {
  const { goLive: _, outages: __, ...rest } = plan;
  const next = { ...rest, ...goLiveOf(dates) };
  const text = JSON.stringify(next, null, 2);
  return { text, result: parsePlan(text, plan.name) };
}

function goLiveOf(dates: PlanDates): object {
  const { certainty, date, time } = dates;
  if (certainty === 'to-be-announced') return { goLive: { certainty } };
  return {
    goLive: { certainty, date, time },
    outages: {
      filing: { from: dates.filingFrom, to: dates.filingTo },
      ...windowOf('viewing', dates.viewingFrom, dates.viewingTo),
      ...windowOf('registration', dates.registrationFrom, dates.registrationTo),
    },
  };
}

/** Left out when both ends are empty. With one end alone it stays in, so that checking finds the mistake. */
function windowOf(name: string, ...[from, to]: [from: string, to: string]): object {
  return from === '' && to === '' ? {} : { [name]: { from, to } };
}

/** The form filled in as the active plan has it. */
export function datesOfPlan({ goLive, outages }: Plan): FormValues {
  const { filing, viewing, registration } = outages ?? {};
  return {
    certainty: goLive.certainty,
    ...(goLive.certainty !== 'to-be-announced' && { date: goLive.date, time: goLive.time }),
    filingFrom: filing?.from ?? '',
    filingTo: filing?.to ?? '',
    viewingFrom: viewing?.from ?? '',
    viewingTo: viewing?.to ?? '',
    registrationFrom: registration?.from ?? '',
    registrationTo: registration?.to ?? '',
  };
}

/** Problems of the plan by the fields that they are about, and those that are about no field. */
export function problemsByField(problems: readonly Problem[]): {
  readonly byField: FormValues;
  readonly others: readonly Problem[];
} {
  const byField: Record<string, string> = {};
  const others: Problem[] = [];
  for (const problem of problems) {
    const field = PATHS[problem.path];
    if (field) byField[field] ??= `This ${problem.message}.`;
    else others.push(problem);
  }
  return { byField, others };
}
