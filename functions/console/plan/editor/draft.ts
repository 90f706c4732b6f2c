import { discardDraft, saveDraft } from '../../../commands/plan-draft.ts';
import { actorLabel, personIds } from '../../../domain/actor.ts';
import { launchSchema } from '../../../domain/plan/launch-schema.ts';
import { changesSince } from '../../../domain/plan/rebase-draft.ts';
import type { DraftEdit, SavedDraft } from '../../../domain/plan/saved-draft.ts';
import type { ConsoleApp, PageContext } from '../../http/context.ts';
import { formValues } from '../../http/form.ts';
import { redirectTo, renderPage, sendFile } from '../../http/show.ts';
import { requirePermission } from '../../people/guard.ts';
import type { ConsoleServices } from '../../services.ts';
import { showChanges } from '../plan-check.ts';
import { draftProblemsPage } from './draft-check-page.tsx';
import { openDraft, startFromPlan, zoneOf } from './draft-form.ts';
import { type DraftStep, draftPage } from './draft-page.tsx';
import { checkDraft, type DraftCheck } from './draft-problems.ts';
import { registerDraftPhases } from './phases.ts';
import { registerSections } from './section.ts';
import { SECTION_NAMES, SECTIONS, type SectionName, sectionOf } from './sections.ts';

/** The plan editor: a draft on the server, its pages, and the way to activate it. */
export function registerDraft(app: ConsoleApp, services: ConsoleServices): void {
  const edit = requirePermission('edit');
  app.get('/plan/draft', edit, (c) => show(c, services));
  app.post('/plan/draft', edit, async (c) => {
    await startFromPlan(c, services);
    return redirectTo(c, '/plan/draft', services);
  });
  app.get('/plan/draft/check', edit, (c) => check(c, services));
  app.get('/plan/draft/file', edit, async (c) => {
    const { plan } = await openDraft(services);
    return sendFile(c, 'launch.json', {
      type: 'application/json',
      text: `${JSON.stringify(plan, null, 2)}\n`,
    });
  });
  app.get('/plan/schema', edit, (c) =>
    sendFile(c, 'launch.schema.json', { type: 'application/json', text: launchSchema() }),
  );
  app.post('/plan/draft/update', edit, (c) => update(c, services));
  app.post('/plan/draft/discard', edit, (c) => discard(c, services));
  registerSections(app, services);
  registerDraftPhases(app, services);
}

/** Checks the draft as if it replaced the active plan now. */
function checked({ plan }: SavedDraft, c: PageContext, services: ConsoleServices): DraftCheck {
  return checkDraft(plan, { ...services.deployed, before: c.var.plan?.plan ?? null });
}

async function show(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { plan: current, person } = c.var;
  const draft = await openDraft(services);
  const { problems } = checked(draft, c, services);
  const bySection = Map.groupBy(problems, ({ section }) => section);
  const counts = Object.keys(SECTIONS).map((name): [SectionName, number] => [
    name as SectionName,
    bySection.get(name as SectionName)?.length ?? 0,
  ]);
  const page = draftPage({
    person,
    revision: String(draft.revision),
    zone: zoneOf(draft.plan),
    isFirst: current === null,
    isOutdated: draft.base !== (current?.version ?? null),
    problems: new Map(counts),
    begun: new Set(current ? SECTION_NAMES : draft.edits.flatMap(({ path }) => sectionOf(path) ?? [])),
    others: (bySection.get(null) ?? []).map(({ message }) => message),
    steps: await stepsOf(draft, services),
  });
  return renderPage(c, page, services);
}

/** More would hide what comes after them. */
const STEPS_SHOWN = 5;

async function stepsOf({ edits }: SavedDraft, { sessions }: ConsoleServices): Promise<DraftStep[]> {
  const byRevision = [...Map.groupBy(edits, ({ revision }) => revision).values()]
    .slice(-STEPS_SHOWN)
    .reverse();
  const names = await sessions.names(personIds(byRevision.flat()));
  return byRevision.map((saved) => {
    const [{ by, at }] = saved as [DraftEdit];
    const titles = saved.map(({ path }) => {
      const section = sectionOf(path);
      return section ? SECTIONS[section].title.toLowerCase() : path.join('.');
    });
    return { who: actorLabel(by, names), at, where: [...new Set(titles)] };
  });
}

async function check(c: PageContext, services: ConsoleServices): Promise<Response> {
  const draft = await openDraft(services);
  const { result, problems } = checked(draft, c, services);
  if (!result.ok) return renderPage(c, draftProblemsPage(problems), services);
  return showChanges(c, { plan: result.plan, source: { draft: String(draft.revision) }, services });
}

/** Brings into the draft what has become active since it was started. */
async function update(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { plan: current, person, requestId } = c.var;
  const { plan, base, revision } = await openDraft(services);
  const from = base === null ? null : await services.plans.version(base);
  const changes = current && from ? changesSince(plan, { from: from.plan, to: current.plan }) : [];
  const save = { by: person.id, seen: revision, base: current?.version ?? null, changes };
  const saved = await saveDraft(save, { services, requestId });
  const notice =
    saved.result === 'saved'
      ? ({
          kind: 'success',
          title: 'The draft now includes the current plan’s changes',
          text: 'Where the draft itself had changed the same thing, it stays as the draft has it.',
        } as const)
      : ({
          kind: 'error',
          title: 'The draft was not updated',
          text: 'Someone else changed it. Try again.',
        } as const);
  return redirectTo(c, '/plan/draft', { ...services, notice });
}

async function discard(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { revision } = await formValues(c);
  const { person, requestId } = c.var;
  const isDone = await discardDraft({ by: person.id, seen: Number(revision) }, { services, requestId });
  if (!isDone) {
    const text =
      'Someone changed it after you opened this page. Review the latest changes, then discard it again.';
    const notice = { kind: 'error', title: 'The draft was not discarded', text } as const;
    return redirectTo(c, '/plan/draft', { ...services, notice });
  }
  const notice = {
    kind: 'success',
    title: 'The draft was discarded',
    text: 'Recorded with your name.',
  } as const;
  return redirectTo(c, '/plan', { ...services, notice });
}
