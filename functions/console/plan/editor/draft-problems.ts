import type { DateRow } from '../../../../campaigns/campaign.ts';
import { DATES, PIVOT, WINDOWS } from '../../../domain/plan/dated.ts';
import type { ParseOptions, PlanResult } from '../../../domain/plan/parse-plan.ts';
import { type PlanPath, partAt } from '../../../domain/plan/plan-path.ts';
import type { Problem } from '../../../domain/plan/problem.ts';
import { isConfirmable, withConfirming } from '../../../domain/plan/wording-dates.ts';
import { checkPlan } from '../../../email/check-plan.ts';
import { placeLabel } from '../../../email/sections.ts';
import { fieldName } from '../plan-dates.ts';
import { wallTimeLabel } from '../plan-labels.ts';
import { fieldAt } from './form-values.ts';
import { LEAVES, PLAN_FIELDS } from './plan-fields.ts';
import { type SectionName, sectionOf } from './sections.ts';

/** Something that must be fixed before a draft can take effect, and where. */
export interface DraftProblem {
  /** The page that asks for it; `null`: none does. */
  readonly section: SectionName | null;
  /** The phase whose form asks for it. @default none */
  readonly phaseId?: string;
  /** The form's field; `null`: none asks for it. */
  readonly field: string | null;
  /** A sentence. */
  readonly message: string;
}

/** A draft that was checked like an uploaded plan. */
export interface DraftCheck {
  readonly result: PlanResult;
  readonly problems: readonly DraftProblem[];
}

const REQUIRED = LEAVES.filter(({ path, isOptional }) => path.length > 1 && !isOptional).map(
  ({ path }) => path,
);

/** An object that is missing would be one problem, instead of one for each member that a form asks for. */
function withParent(plan: object, path: PlanPath): object {
  const parent = path.slice(0, -1);
  const members = partAt(plan, parent);
  return members === undefined ? (setPart(plan, parent) as object) : plan;
}

function setPart(whole: unknown, [key, ...rest]: PlanPath): unknown {
  if (key === undefined) return whole ?? {};
  return { ...(whole as object | undefined), [key]: setPart(partAt(whole, [key]), rest) };
}

/** Checks a draft as the plan that it would be. */
export function checkDraft(plan: object, options: Omit<ParseOptions, 'further'>): DraftCheck {
  const result = checkPlan(JSON.stringify(REQUIRED.reduce(withParent, plan)), options);
  return { result, problems: result.ok ? [] : result.problems.map((problem) => placed(problem, plan)) };
}

/** Where a problem of a plan is fixed, and what to say about it. */
export function placed(problem: Problem, plan: object): DraftProblem {
  const path = pathOf(problem.path);
  const section = sectionOf(path);
  if (section === 'phases') return inPhase(problem, { path, plan });
  const dated = section === 'dates' ? datedAt(path) : null;
  const { name, label } = dated ?? fieldAt(path, PLAN_FIELDS) ?? { name: null, label: labelOf(path) };
  return { section, field: name, message: sentence(problem, label) };
}

/** What pages call what is at a JSON path of a plan, `$.wording.deadlines`. */
export function placeLabelAt(jsonPath: string): string {
  const path = pathOf(jsonPath);
  return fieldAt(path, PLAN_FIELDS)?.label ?? labelOf(path);
}

/** What pages call a member that no field of a form is about. */
function labelOf(path: PlanPath): string {
  const [member, place] = path;
  return member === 'sectionTexts' && place !== undefined ? placeLabel(place) : path.join('.');
}

function inPhase(problem: Problem, { path, plan }: { path: PlanPath; plan: object }): DraftProblem {
  const [, index = '', member, part] = path;
  const phases = partAt(plan, ['phases']);
  const id = Array.isArray(phases) ? partAt(phases[Number(index)], ['id']) : undefined;
  if (typeof id !== 'string')
    return { section: 'phases', field: null, message: sentence(problem, 'The list of phases') };
  const field = member === undefined || member === 'id' ? null : [member, part].filter(Boolean).join('-');
  const label = `${PHASE_LABELS[field ?? ''] ?? 'This phase'}`;
  return { section: 'phases', phaseId: id, field, message: sentence(problem, label) };
}

/** What the fields of a phase are called. */
export const PHASE_LABELS: Readonly<Record<string, string>> = {
  kind: 'Message',
  'when-days': 'Days',
  'when-anchor': 'Counted from',
  'when-at': 'Time of day',
  'expires-days': 'Days until it expires',
  'expires-anchor': 'Expiration counted from',
  'expires-at': 'Time of day at which it expires',
  approval: 'Start',
  hold: 'Hold',
  unsubscribe: 'Unsubscribe address',
};

const PARTS: Readonly<Record<string, string>> = {
  certainty: 'how certain it is',
  date: 'date',
  from: 'start',
  to: 'end',
};

/** The field for a member of a date or window. An end that the pivot sets has no field of its own. */
export function datedAt(path: PlanPath): { readonly name: string; readonly label: string } | null {
  const rows = [...DATES, ...WINDOWS].map(([, row]) => row);
  const row =
    rows.find(({ at }) => at.every((key, index) => path[index] === key)) ??
    rows.find(({ at }) => at[0] === path[0]);
  if (!row) return null;
  const isWindow = WINDOWS.some(([, window]) => window === row);
  const member = path[row.at.length] ?? (isWindow ? 'from' : 'certainty');
  const isSetByPivot = isWindow && member === 'to' && 'endsAtPivot' in row && row.endsAtPivot;
  if (isSetByPivot) return { name: fieldName(PIVOT, 'date'), label: `${row.label}: end` };
  const part = member === 'time' ? (row as DateRow).timeLabel : `${row.label}: ${PARTS[member] ?? member}`;
  return { name: fieldName(row, member), label: part };
}

/** `['phases', '2', 'when', 'at']` of `$.phases[2].when.at`. */
function pathOf(path: string): PlanPath {
  return [...path.matchAll(/\.([A-Za-z_$][\w$]*)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/g)].map(
    ([, name, index, quoted]) => name ?? index ?? quoted ?? '',
  );
}

/** A text may name several dates: the sentence says which one is meant. */
function dateWithin(problem: Problem): string {
  const { found, message } = problem;
  const isDate = isConfirmable(problem) || message.startsWith('must name the right weekday');
  return isDate ? `“${found.replaceAll(/^"|"$/g, '')}” in ` : '';
}

/** What a check says about a member, for someone who doesn't see the file. */
function sentence(problem: Problem, label: string): string {
  const { found, message } = problem;
  const what = `${dateWithin(problem)}“${label.replaceAll("'", '’')}”`;
  if (found === 'nothing' && message.startsWith('must be given')) return `${what} is missing.`;
  const said = withConfirming(message, 'confirm that it is intended')
    .replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/g, (wall) => wallTimeLabel(wall))
    .replace(', sending.maxEmailsPerDay', '')
    .replaceAll("'", '’');
  return `${what} ${said.replace(/\.$/, '')}.`;
}

/** Problems of one form by field, in their order; the first of each. Others are about none of its fields. */
export function byField(problems: readonly DraftProblem[]): {
  readonly fields: Readonly<Record<string, string>>;
  readonly others: readonly string[];
} {
  const fields: Record<string, string> = {};
  for (const { field, message } of problems) if (field) fields[field] ??= message;
  return { fields, others: problems.filter(({ field }) => !field).map(({ message }) => message) };
}
