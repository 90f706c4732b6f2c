import { saveDraft } from '../../../commands/plan-draft.ts';
import { PHASE_KINDS, type PhaseKind } from '../../../domain/plan/kinds.ts';
import { partAt } from '../../../domain/plan/plan-path.ts';
import type { DraftConflict, SavedDraft } from '../../../domain/plan/saved-draft.ts';
import type { ConsoleApp, PageContext } from '../../http/context.ts';
import { type FormValues, formValues } from '../../http/form.ts';
import { keptFormOf, showProblems } from '../../http/kept-form.ts';
import { notFound } from '../../http/refusal.ts';
import { redirectTo, renderPage } from '../../http/show.ts';
import { requirePermission } from '../../people/guard.ts';
import type { ConsoleServices } from '../../services.ts';
import { openDraft, returnOn, saveForm, startAgain } from './draft-form.ts';
import { draftPhases, kindLabel, newPhaseMoment, phasesIn } from './draft-phases.ts';
import { byField, checkDraft, type DraftProblem, PHASE_LABELS } from './draft-problems.ts';
import { freePhaseId, phaseChanges, valuesOfPhase } from './phase-form.ts';
import { phasePage } from './phase-page.tsx';
import { phasesPage } from './phases-page.tsx';

const LIST = '/plan/draft/phases';

/** The phases of the draft: the list with the calendar, and a form for each. */
export function registerDraftPhases(app: ConsoleApp, services: ConsoleServices): void {
  const edit = requirePermission('edit');
  app.get(LIST, edit, (c) => showList(c, services));
  app.post(LIST, edit, (c) => add(c, services));
  app.get(`${LIST}/:id`, edit, (c) => showOne(c, services));
  app.post(`${LIST}/:id`, edit, (c) => save(c, services));
  app.post(`${LIST}/:id/remove`, edit, (c) => remove(c, services));
}

function problemsOf({ plan }: SavedDraft, c: PageContext, services: ConsoleServices): DraftProblem[] {
  const { problems } = checkDraft(plan, { ...services.deployed, before: c.var.plan?.plan ?? null });
  return problems.filter(({ section }) => section === 'phases');
}

async function showList(c: PageContext, services: ConsoleServices): Promise<Response> {
  const draft = await openDraft(services);
  const problems = problemsOf(draft, c, services);
  const ofPhases = problems.filter(({ phaseId }) => phaseId !== undefined);
  const byPhase = Map.groupBy(ofPhases, ({ phaseId }) => phaseId!);
  const page = phasesPage({
    person: c.var.person,
    revision: String(draft.revision),
    plan: draft.plan,
    phases: draftPhases(draft.plan),
    problems: new Map([...byPhase].map(([id, found]) => [id, found.map(({ message }) => message)])),
    others: problems.filter(({ phaseId }) => phaseId === undefined).map(({ message }) => message),
  });
  return renderPage(c, page, services);
}

async function showOne(c: PageContext, services: ConsoleServices): Promise<Response> {
  const draft = await openDraft(services);
  const id = c.req.param('id')!;
  const phase = draftPhases(draft.plan).find((one) => one.id === id);
  if (!phase) throw notFound('This phase of the draft');
  const action = `${LIST}/${id}`;
  const kept = keptFormOf(c, action);
  const values = kept?.values ?? valuesOfPhase(partAt(draft.plan, ['phases', id]) as object);
  const { fields, others } = byField(problemsOf(draft, c, services).filter(({ phaseId }) => phaseId === id));
  if (!kept && c.req.query('problems') !== undefined) showProblems(c, { action, values, problems: fields });
  const revision = kept?.values.revision ?? String(draft.revision);
  return renderPage(c, phasePage({ person: c.var.person, revision, phase, values, others }), services);
}

async function add(c: PageContext, services: ConsoleServices): Promise<Response> {
  const values = await formValues(c);
  const { plan } = await openDraft(services);
  const kind = kindIn(values);
  const id = freePhaseId(
    kind,
    phasesIn(plan).map((one) => one.id),
  );
  return saveForm(c, {
    values,
    changes: [{ path: ['phases', id], value: newPhase(plan, { id, kind }) }],
    page: LIST,
    fieldOf: () => ({ name: 'kind', label: kindLabel(kind) }),
    next: () => `${LIST}/${id}`,
    services,
  });
}

function kindIn({ kind }: FormValues): PhaseKind {
  return PHASE_KINDS.find((one) => one === kind) ?? (PHASE_KINDS[0] as PhaseKind);
}

function newPhase(plan: object, { id, kind }: { id: string; kind: PhaseKind }): object {
  return { id, kind, when: newPhaseMoment(plan, kind), approval: 'automatic', hold: false };
}

async function save(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { csrf, ...values } = await formValues(c);
  const id = c.req.param('id')!;
  const { draft } = await services.planDrafts.read();
  if (!draft || !hasPhase(draft, id)) return saveWithPhase(c, { values, id, services });
  return saveForm(c, {
    values,
    changes: phaseChanges(values, id),
    page: `${LIST}/${id}`,
    fieldOf: fieldOfConflict,
    next: (draft) => {
      const problems = problemsOf(draft, c, services);
      return problems.some(({ phaseId }) => phaseId === id) ? `${LIST}/${id}?problems=yes` : LIST;
    },
    services,
  });
}

const PHASE_GONE =
  'Someone removed this phase after you opened this page, or started a new draft without it. The draft has it again. What you entered is below, not saved yet: check it, then save it again, or remove the phase.';

/** The draft is gone, or has no such phase any more: the form comes back on one that has it. */
async function saveWithPhase(
  c: PageContext,
  { values, id, services }: { values: FormValues; id: string; services: ConsoleServices },
): Promise<Response> {
  const { draft: there } = await services.planDrafts.read();
  const { draft, problem } = there ? { draft: there, problem: PHASE_GONE } : await startAgain(c, services);
  const page = `${LIST}/${id}`;
  if (hasPhase(draft, id)) return returnOn(c, { draft, values, problem, page, services });
  const changes = [{ path: ['phases', id], value: newPhase(draft.plan, { id, kind: kindIn(values) }) }];
  const { person, requestId } = c.var;
  // A draft that was started has the entry of this request in the audit log.
  const second = { services, requestId: `${requestId}-phase` };
  const saved = await saveDraft({ by: person.id, seen: draft.revision, changes }, second);
  if (saved.result !== 'saved') return redirectTo(c, LIST, services);
  return returnOn(c, { draft: saved.draft, values, problem, page, services });
}

function hasPhase({ plan }: SavedDraft, id: string): boolean {
  return phasesIn(plan).some((phase) => phase.id === id);
}

function fieldOfConflict({ path }: DraftConflict): { name: string; label: string } {
  const member = path[2] ?? 'kind';
  const name = member === 'when' || member === 'expires' ? `${member}-days` : member;
  const labels: Readonly<Record<string, string>> = { when: 'When it starts', expires: 'When it expires' };
  return { name, label: labels[member] ?? PHASE_LABELS[name] ?? 'This phase' };
}

async function remove(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { csrf, ...values } = await formValues(c);
  const id = c.req.param('id')!;
  await openDraft(services);
  return saveForm(c, {
    values,
    changes: [{ path: ['phases', id], value: undefined }],
    page: `${LIST}/${id}`,
    fieldOf: () => ({ name: 'kind', label: 'This phase' }),
    next: () => LIST,
    services,
  });
}
