import type { FieldSection } from '../../../../campaigns/campaign.ts';
import { DATES, PIVOT, WINDOWS } from '../../../domain/plan/dated.ts';
import type { PlanPath } from '../../../domain/plan/plan-path.ts';
import { fieldAt } from './form-values.ts';
import { PLAN_FIELDS } from './plan-fields.ts';

/** A page of the plan editor. */
export type SectionName = FieldSection | 'phases';

/** The pages of the plan editor, in the order in which a new plan is filled in. */
export const SECTIONS = {
  court: { title: 'Court', text: 'Its name, its time zone, and who the emails are from.' },
  contacts: {
    title: 'Contacts and pages',
    text: 'Phone numbers, email addresses, and the pages that emails link to.',
  },
  dates: { title: 'Dates', text: `When ${PIVOT.words} is, and what is closed.` },
  phases: { title: 'Phases', text: 'Which emails are sent, and when.' },
  wording: { title: 'Wording', text: 'What the court tells filers in its own words.' },
  safeguards: {
    title: 'Safeguards',
    text: 'What must be confirmed or approved first, and when sending pauses.',
  },
} as const satisfies Readonly<Record<SectionName, { title: string; text: string }>>;

/** Names of the pages, in their order. */
export const SECTION_NAMES = Object.keys(SECTIONS) as [SectionName, ...SectionName[]];

/** The page after a page; `null`: it is the last. */
export function sectionAfter(name: SectionName): SectionName | null {
  return SECTION_NAMES[SECTION_NAMES.indexOf(name) + 1] ?? null;
}

const DATED = [...DATES, ...WINDOWS].map(([, { at }]) => at[0]);

/** The page that asks for a member of the plan; `null`: none does. */
export function sectionOf(path: PlanPath): SectionName | null {
  if (path[0] === 'phases') return 'phases';
  if (path[0] === 'sectionTexts') return 'wording';
  if (DATED.includes(path[0])) return 'dates';
  return fieldAt(path, PLAN_FIELDS)?.section ?? null;
}
