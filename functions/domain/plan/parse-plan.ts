import type { AllowedDomains } from './allowed-domains.ts';
import { checkDomains } from './check-domains.ts';
import { checkNames } from './check-names.ts';
import { checkTimes } from './check-times.ts';
import { type Plan, planSchema } from './plan.ts';
import { readPlan } from './plan-draft.ts';
import { type Finding, jsonPath, type Problem } from './problem.ts';
import { readJson } from './read-json.ts';
import { schemaProblems } from './schema-problems.ts';
import { checkWordingDates } from './wording-dates.ts';

/** A plan that can be used, or everything that is wrong with it. */
export type PlanResult =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly problems: Problem[] };

/** What is deployed, as far as a plan must fit it. */
export interface Deployed extends Partial<AllowedDomains> {
  /** The launch's name. */
  readonly launch?: string | undefined;
}

/** What else a plan is compared with. */
export interface ParseOptions extends Deployed {
  /** The plan that it replaces. @default none */
  readonly before?: Plan | null | undefined;
  /** Further checks of a plan without other problems. @default none */
  readonly further?: (plan: Plan) => readonly Finding[];
}

/**
 * Reads a launch plan. A plan that can't be used answers with everything that is wrong with it, in the order
 * of the file; what the parts say about each other is checked for whatever parts could be read.
 * @param options What the plan must fit. If left out, anything is accepted.
 */
export function parsePlan(text: string, options: ParseOptions = {}): PlanResult {
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_BYTES) return { ok: false, problems: [tooLarge(bytes)] };
  const json = readJson(text);
  if (!json.ok) return { ok: false, problems: [json.problem] };
  const reading = readPlan(json.value);
  const findings = [
    ...json.repeated,
    ...schemaProblems(reading.issues, { schema: planSchema, value: reading.raw }),
    ...checkNames(reading, options.launch),
    ...checkTimes(reading.draft),
    ...checkDomains(reading, options),
    ...checkWordingDates(reading, options.before ?? null),
  ];
  if (findings.length === 0 && reading.plan) {
    findings.push(...(options.further?.(reading.plan) ?? []));
    if (findings.length === 0) return { ok: true, plan: reading.plan };
  }
  return { ok: false, problems: problemsOf(findings, json.lineOf) };
}

/**
 * A plan with every phase and all the wording allowed is far smaller; anything larger is another file in the wrong place.
 * In bytes, because the plan with its defaults must fit into one DynamoDB item, 400 KB.
 */
const MAX_BYTES = 256 * 1024;

function tooLarge(bytes: number): Problem {
  const found = `${bytes} bytes`;
  return {
    path: '$',
    line: 1,
    found,
    message: `must be a launch plan of at most ${MAX_BYTES} bytes`,
  };
}

const MAX_PATH = 120;

/** Shortens a long path to its beginning and end. */
function cutInside(path: string): string {
  return path.length > MAX_PATH ? `${path.slice(0, 80)}…${path.slice(-39)}` : path;
}

/** A report with more findings than this helps no one. */
const MAX_FINDINGS = 100;

function problemsOf(findings: readonly Finding[], lineOf: (path: Finding['at']) => number): Problem[] {
  const problems = findings.map(({ at, found, message }) => ({
    path: cutInside(jsonPath(at)),
    line: lineOf(at),
    found,
    message,
  }));
  const firsts = new Map(
    problems.toReversed().map((problem) => [`${problem.path}\n${problem.message}`, problem]),
  );
  const sorted = [...firsts.values()].toReversed().sort((one, other) => one.line - other.line);
  const more = sorted.length - MAX_FINDINGS;
  if (more <= 0) return sorted;
  const message = `must be fixed too: only the first ${MAX_FINDINGS} problems are listed`;
  return [...sorted.slice(0, MAX_FINDINGS), { path: '$', line: 1, found: `${more} more`, message }];
}
