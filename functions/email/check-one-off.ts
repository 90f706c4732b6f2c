import { ONE_OFF } from '../domain/plan/kinds.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { line } from '../lib/plan-values.ts';
import { oneOffFindings } from './check-one-off-emails.ts';
import { placeholdersFor, textProblems } from './check-sections.ts';
import { type MadeText, makeText } from './markdown/own-text.ts';
import { ONE_OFF_BODY } from './sections.ts';

/** What a clerk wrote. */
interface Written {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
}

/** What came of checking a message: what its text becomes, or problems by field, each a clause that starts with "must". */
export type CheckedOneOff =
  | { readonly ok: true; readonly made: MadeText }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<'subject' | 'text', string>>> };

/** The most that a message may say. */
export const MAX_ONE_OFF = 4000;
/** Mail programs show no more of a subject. */
export const MAX_SUBJECT = 120;

/** Checks what a court wrote, as its own texts of sections are checked, and makes its text into HTML and text. */
export function checkOneOff({ id, subject, text }: Written, plan: Plan): CheckedOneOff {
  const problems = {
    ...fieldProblem('subject', subjectProblem(subject)),
    ...fieldProblem('text', textProblem(text, plan)),
  };
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const made = makeText(text);
  const [finding] = oneOffFindings(plan, { id, subject, made });
  if (!finding) return { ok: true, made };
  return { ok: false, problems: { text: `${finding.message} (${finding.found})` } };
}

/** The placeholders that a message can have. */
export function oneOffPlaceholders() {
  return placeholdersFor([ONE_OFF]);
}

function fieldProblem(field: 'subject' | 'text', problem: string | null) {
  return problem === null ? {} : { [field]: problem };
}

function subjectProblem(subject: string): string | null {
  if (subject.trim() === '') return 'must not be empty';
  if (subject.length > MAX_SUBJECT) return `must be at most ${MAX_SUBJECT} characters`;
  if (/\{\{|\}\}/.test(subject)) return 'must have no placeholders';
  return line.safeParse(subject).success ? null : 'must be one line';
}

function textProblem(text: string, plan: Plan): string | null {
  if (text.trim() === '') return 'must not be empty';
  if (text.length > MAX_ONE_OFF) return `must be at most ${MAX_ONE_OFF} characters`;
  const found = textProblems(text, { place: { section: ONE_OFF_BODY, message: ONE_OFF }, plan });
  return found.length === 0
    ? null
    : found.map(({ found: what, message }) => `${message} (${what})`).join('; ');
}
