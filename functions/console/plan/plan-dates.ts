import * as z from 'zod';
import type { DateRow, WindowRow } from '../../../campaigns/campaign.ts';
import { DATES, datedOf, PIVOT, WINDOWS, windowOf } from '../../domain/plan/dated.ts';
import type { Deployed, PlanResult } from '../../domain/plan/parse-plan.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { withPart } from '../../domain/plan/plan-path.ts';
import { jsonPath, type Problem } from '../../domain/plan/problem.ts';
import type { DraftChange } from '../../domain/plan/saved-draft.ts';
import { withMeantDates } from '../../domain/plan/wording-dates.ts';
import { checkPlan } from '../../email/check-plan.ts';
import { CERTAINTIES } from '../../lib/plan-values.ts';
import type { FormValues } from '../http/form.ts';

type Placed = Pick<DateRow | WindowRow, 'at'>;

const DATE_ROWS = DATES.map(([, row]) => row);
const WINDOW_ROWS = WINDOWS.map(([, row]) => row);

const text = z.string().trim().max(40).default('');
const DATE_MEMBERS = {
  certainty: z.enum(CERTAINTIES, 'Choose how certain the date is.'),
  date: text,
  time: text,
} as const;
const WINDOW_MEMBERS = { from: text, to: text } as const;

/** A field of the form for each member of the campaign's dates and windows. */
const FIELDS = [
  ...DATE_ROWS.flatMap((row) => fieldsOf(row, DATE_MEMBERS)),
  ...WINDOW_ROWS.flatMap((row) => fieldsOf(row, WINDOW_MEMBERS)),
];

function fieldsOf(row: Placed, members: Readonly<Record<string, z.ZodType>>) {
  return Object.entries(members).map(([member, schema]) => {
    return { name: fieldName(row, member), path: jsonPath([...row.at, member]), schema };
  });
}

/** The field that holds a member of a date or window: its path in the plan, `deadline-date`. */
export function fieldName({ at }: Placed, member: string): string {
  return [...at, member].join('-');
}

/** The form for dates, as it was filled in. */
type PlanDates = FormValues & { readonly base: string };

/** Fields of the form for dates: a browser's own inputs give dates as `2018-10-22`, times as `08:30`. */
export const datesSchema = z.strictObject({
  base: z.string(),
  /** The clerk has checked the dates that the wording names. */
  meant: z.enum(['', 'yes']).default(''),
  ...Object.fromEntries(FIELDS.map(({ name, schema }) => [name, schema])),
}) as unknown as z.ZodType<PlanDates>;

/** The active plan with other dates: the text to upload, and what checking it finds. */
export function planWithDates(
  plan: Plan,
  { dates, deployed }: { dates: PlanDates; deployed: Deployed },
): { text: string; result: PlanResult } {
  const moved = datesIn(dates).reduce<object>(
    (whole, { path, value }) => withPart(whole, { at: path, part: value }) as object,
    plan,
  );
  const text = JSON.stringify(dates.meant === 'yes' ? withMeantDates(moved, plan) : moved, null, 2);
  return { text, result: checkPlan(text, { ...deployed, before: plan }) };
}

/** The plan's dates and windows as a form has them. */
export function datesIn(dates: FormValues): DraftChange[] {
  // Windows are announced together with the pivot.
  const isAnnounced = dates[fieldName(PIVOT, 'certainty')] !== 'to-be-announced';
  return [
    ...DATE_ROWS.map((row) => ({ path: row.at, value: dateIn(dates, row) })),
    ...WINDOW_ROWS.map((row) => ({ path: row.at, value: isAnnounced ? windowIn(dates, row) : undefined })),
  ];
}

function dateIn(dates: FormValues, row: DateRow): object {
  const [certainty, date, time] = ['certainty', 'date', 'time'].map(
    (member) => dates[fieldName(row, member)],
  );
  return certainty === 'to-be-announced' ? { certainty } : { certainty, date, time };
}

/** Left out when both ends are empty. With one end alone it stays in, so that checking finds the mistake. */
function windowIn(dates: FormValues, row: WindowRow): object | undefined {
  const [from, typedEnd] = ['from', 'to'].map((member) => dates[fieldName(row, member)]);
  const to = row.endsAtPivot ? pivotTime(dates) : typedEnd;
  return !isRequired(row) && from === '' && to === '' ? undefined : { from, to };
}

function pivotTime(dates: FormValues): string {
  return `${dates[fieldName(PIVOT, 'date')]}T${dates[fieldName(PIVOT, 'time')]}`;
}

/** Whether a plan always has the window, once the pivot is announced. */
export function isRequired({ anchors }: WindowRow): boolean {
  return anchors !== undefined;
}

/** The form filled in as the active plan has it. */
export function datesOfPlan(plan: object): FormValues {
  const filledIn = (row: Placed, members: object = {}) =>
    Object.entries(members).map(([member, value]): [string, string] => [fieldName(row, member), value]);
  return Object.fromEntries([
    ...DATE_ROWS.flatMap((row) => filledIn(row, datedOf(plan, row))),
    ...WINDOW_ROWS.flatMap((row) => filledIn(row, windowOf(plan, row))),
  ]);
}

/** Problems of the plan by the fields that they are about, and those that are about no field. */
export function problemsByField(problems: readonly Problem[]): {
  readonly byField: FormValues;
  readonly others: readonly Problem[];
} {
  const byField: Record<string, string> = {};
  const others: Problem[] = [];
  for (const problem of problems) {
    const field = fieldAt(problem.path);
    if (field) byField[field] ??= `This ${problem.message}.`;
    else others.push(problem);
  }
  return { byField, others };
}

/** A window that is missing is the problem of its start; an end that the pivot sets is the pivot's. */
function fieldAt(path: string): string | undefined {
  const isSetByPivot = WINDOW_ROWS.some(
    ({ at, endsAtPivot }) => endsAtPivot && jsonPath([...at, 'to']) === path,
  );
  if (isSetByPivot) return fieldName(PIVOT, 'date');
  const window = WINDOW_ROWS.find(({ at }) => jsonPath(at) === path);
  return window ? fieldName(window, 'from') : FIELDS.find((field) => field.path === path)?.name;
}
