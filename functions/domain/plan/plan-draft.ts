import type * as z from 'zod';
import type { campaign } from '#campaign';
import { wallDate, wallTime } from '../../lib/plan-values.ts';
import { DATES } from './dated.ts';
import { withNewNames } from './old-names.ts';
import { MAX_PHASES, type Plan, planSchema } from './plan.ts';
import { jsonPath, valueAt } from './problem.ts';

type Issue = z.core.$ZodIssue;
type Parts<Value> = Value extends readonly (infer Item)[]
  ? readonly (Parts<Item> | undefined)[]
  : Value extends object
    ? { readonly [Name in keyof Value]?: Parts<Value[Name]> | undefined }
    : Value;

/** What a file says about a plan, without what is wrong in it. Members of the campaign are read by their path. */
export type PlanDraft = Parts<Omit<z.input<typeof planSchema>, keyof typeof campaign.plan.members>>;

/** An uploaded plan, read once. */
export interface PlanReading {
  /** The value that the file holds. */
  readonly raw: unknown;
  /** The whole plan with its defaults; `null` when anything in it is wrong. */
  readonly plan: Plan | null;
  readonly draft: PlanDraft;
  /** What is wrong with the structure. */
  readonly issues: readonly Issue[];
}

/**
 * Reads a plan's value by its schema. One wrong part doesn't hide what the others say: they stay in the draft, so that
 * they can be compared with each other.
 */
export function readPlan(value: unknown): PlanReading {
  const raw = withNewNames(value);
  const { data = null, error } = planSchema.safeParse(raw);
  const issues = error?.issues ?? [];
  const tooMany = issues.find(({ code, path }) => code === 'too_big' && jsonPath(path) === '$.phases');
  if (tooMany) return readFirstPhases(raw as { phases: unknown[] }, tooMany);
  return { raw, plan: data, draft: draftOf(raw, issues), issues };
}

/** Of a list that is too long, zod reports only that. The entries that may stay are read as if they were alone. */
function readFirstPhases(raw: { readonly phases: readonly unknown[] }, tooMany: Issue): PlanReading {
  const reading = readPlan({ ...raw, phases: raw.phases.slice(0, MAX_PHASES) });
  return { ...reading, raw, plan: null, issues: [tooMany, ...reading.issues] };
}

function draftOf(raw: unknown, issues: readonly Issue[]): PlanDraft {
  const wrong = new Set(issues.filter(isAboutValue).map(({ path }) => jsonPath(path)));
  const draft = (rightParts(raw, { at: [], wrong }) ?? {}) as PlanDraft;
  // Where the certainty of a date is unknown, the schema has checked nothing else in it.
  const unsure = DATES.filter(([, { at }]) => wrong.has(jsonPath([...at, 'certainty'])));
  return unsure.reduce((sure, [, { at }]) => withPart(sure, { at, part: dayOf(valueAt(raw, at)) }), draft);
}

function dayOf(value: unknown): object {
  const date = wallDate.safeParse(valueAt(value, ['date']));
  const time = wallTime.safeParse(valueAt(value, ['time']));
  return date.success && time.success ? { date: date.data, time: time.data } : {};
}

/** The same with another part at a path. */
function withPart<Whole extends object>(
  whole: Whole,
  { at: [key, ...rest], part }: { at: readonly string[]; part: object },
): Whole {
  if (key === undefined) return part as Whole;
  const inner = (valueAt(whole, [key]) ?? {}) as object;
  return { ...whole, [key]: withPart(inner, { at: rest, part }) };
}

/** An unknown member doesn't spoil the object that has it. */
function isAboutValue({ code }: Issue): boolean {
  return code !== 'unrecognized_keys';
}

function rightParts(
  value: unknown,
  { at, wrong }: { at: readonly PropertyKey[]; wrong: ReadonlySet<string> },
): unknown {
  if (wrong.has(jsonPath(at))) return undefined;
  if (typeof value !== 'object' || value === null) return value;
  const part = (key: PropertyKey, inner: unknown) => rightParts(inner, { at: [...at, key], wrong });
  if (Array.isArray(value)) return value.map((item, index) => part(index, item));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, part(key, inner)]));
}
