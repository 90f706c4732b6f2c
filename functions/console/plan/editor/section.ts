import type { FieldSection } from '../../../../campaigns/campaign.ts';
import { partAt } from '../../../domain/plan/plan-path.ts';
import type { DraftChange, DraftConflict, SavedDraft } from '../../../domain/plan/saved-draft.ts';
import { datesToConfirm, withMeantDates } from '../../../domain/plan/wording-dates.ts';
import type { ConsoleApp, PageContext } from '../../http/context.ts';
import { type FormValues, formValues } from '../../http/form.ts';
import { keptFormOf, showProblems } from '../../http/kept-form.ts';
import { renderPage } from '../../http/show.ts';
import { requirePermission } from '../../people/guard.ts';
import type { ConsoleServices } from '../../services.ts';
import { datesOfPlan } from '../plan-dates.ts';
import { datedChanges } from './dated-values.ts';
import { openDraft, returnToNewDraft, saveForm } from './draft-form.ts';
import { byField, checkDraft, type DraftProblem, datedAt } from './draft-problems.ts';
import { changesOf, fieldAt, planWithChanges, valuesOf } from './form-values.ts';
import { fieldsIn, PLAN_FIELDS, type PlanField } from './plan-fields.ts';
import { sectionPage } from './section-page.tsx';
import { sectionAfter } from './sections.ts';

const FORMS = [
  'court',
  'contacts',
  'dates',
  'wording',
  'safeguards',
] as const satisfies readonly FieldSection[];

/** The pages of the plan editor that are one form each. */
export function registerSections(app: ConsoleApp, services: ConsoleServices): void {
  const edit = requirePermission('edit');
  for (const section of FORMS) {
    app.get(`/plan/draft/${section}`, edit, (c) => show(c, section, services));
    app.post(`/plan/draft/${section}`, edit, (c) => save(c, section, services));
  }
}

/** The court's id is part of every filer's id, so that it is asked for only once. */
function fieldsOf(section: FieldSection, c: PageContext): PlanField[] {
  return fieldsIn(section).filter(({ name }) => name !== 'court-id' || c.var.plan === null);
}

function valuesIn(plan: object, section: FieldSection, fields: readonly PlanField[]): FormValues {
  return { ...(section === 'dates' && datesOfPlan(plan)), ...valuesOf(plan, fields) };
}

async function show(c: PageContext, section: FieldSection, services: ConsoleServices): Promise<Response> {
  const draft = await openDraft(services);
  const { plan, revision } = draft;
  const action = `/plan/draft/${section}`;
  const fields = fieldsOf(section, c);
  const kept = keptFormOf(c, action);
  const values = kept?.values ?? valuesIn(plan, section, fields);
  const isChecked = c.req.query('problems') !== undefined;
  const { fields: found, others } = byField(isChecked ? problemsIn(section, draft, { c, services }) : []);
  if (!kept) showProblems(c, { action, values, problems: inOrder(found, values) });
  const page = sectionPage({
    section,
    person: c.var.person,
    revision: kept?.values.revision ?? String(revision),
    zone: (partAt(plan, ['court', 'zone']) as string | undefined) ?? null,
    fields,
    values,
    problems: kept?.problems ?? found,
    others,
    toConfirm: section === 'wording' ? datesToConfirm(plan, c.var.plan?.plan ?? null) : [],
  });
  return renderPage(c, page, services);
}

/** Problems in the order of the form's fields. */
function inOrder(problems: FormValues, values: FormValues): FormValues {
  const names = [...new Set([...Object.keys(values), ...Object.keys(problems)])];
  return Object.fromEntries(names.flatMap((name) => (problems[name] ? [[name, problems[name]]] : [])));
}

interface Checked {
  readonly c: PageContext;
  readonly services: ConsoleServices;
}

function problemsIn(section: FieldSection, { plan }: SavedDraft, { c, services }: Checked): DraftProblem[] {
  const { problems } = checkDraft(plan, { ...services.deployed, before: c.var.plan?.plan ?? null });
  return problems.filter((problem) => problem.section === section);
}

async function save(c: PageContext, section: FieldSection, services: ConsoleServices): Promise<Response> {
  const { csrf, ...values } = await formValues(c);
  const { draft } = await services.planDrafts.read();
  if (!draft) return returnToNewDraft(c, { values, page: `/plan/draft/${section}`, services });
  const { plan } = draft;
  const fields = fieldsOf(section, c);
  const changes = [...(section === 'dates' ? datedChanges(values) : []), ...changesOf(values, fields)];
  const meant = values.meant === 'yes' ? confirmedDates(plan, { changes, c }) : [];
  return saveForm(c, {
    values,
    changes: [...changes, ...meant],
    page: `/plan/draft/${section}`,
    fieldOf: fieldOfConflict,
    next: (draft) => {
      if (problemsIn(section, draft, { c, services }).length > 0)
        return `/plan/draft/${section}?problems=yes`;
      const after = sectionAfter(section);
      return after ? `/plan/draft/${after}` : '/plan/draft';
    },
    services,
  });
}

/** What the wording names once the form is saved, confirmed by the person who saves it. */
function confirmedDates(
  plan: object,
  { changes, c }: { changes: readonly DraftChange[]; c: PageContext },
): DraftChange[] {
  const next = planWithChanges(plan, changes);
  const { meantDates } = withMeantDates(next, c.var.plan?.plan ?? null) as { readonly meantDates: string[] };
  return [{ path: ['meantDates'], value: meantDates }];
}

function fieldOfConflict({ path }: DraftConflict): { name: string; label: string } {
  return fieldAt(path, PLAN_FIELDS) ?? datedAt(path) ?? { name: path.join('-'), label: path.join('.') };
}
