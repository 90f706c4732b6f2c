import { saveDraft, startDraft } from '../../../commands/plan-draft.ts';
import { actorLabel, personIds } from '../../../domain/actor.ts';
import { partAt } from '../../../domain/plan/plan-path.ts';
import type { DraftChange, DraftConflict, DraftState, SavedDraft } from '../../../domain/plan/saved-draft.ts';
import { courtTime } from '../../../lib/court-time.ts';
import { capitalized } from '../../../lib/letter-case.ts';
import type { PageContext } from '../../http/context.ts';
import { type FormValues, WHOLE_FORM } from '../../http/form.ts';
import { returnForm } from '../../http/kept-form.ts';
import { Refusal } from '../../http/refusal.ts';
import { redirectTo } from '../../http/show.ts';
import type { ConsoleServices } from '../../services.ts';
import { shownValue } from './shown-value.ts';
import { templatePlan } from './template-plan.ts';

type DraftServices = Pick<ConsoleServices, 'planDrafts' | 'sessions'>;

/** The draft that people work on. @throws Refusal when there is none */
export async function openDraft(services: DraftServices): Promise<SavedDraft> {
  const state = await services.planDrafts.read();
  if (!state.draft) throw noDraft(await endOf(state, services));
  return state.draft;
}

/** What happened to the draft, as a sentence without its period. An uploaded plan may still wait for approval. */
async function endOf({ ended }: DraftState, { sessions }: DraftServices): Promise<string> {
  if (!ended) return 'The draft was discarded, or uploaded as a launch plan';
  const who = capitalized(actorLabel(ended.by, await sessions.names(personIds([ended]))));
  return ended.how === 'discarded'
    ? `${who} discarded the draft`
    : `${who} uploaded the draft as a launch plan`;
}

/** Starts a draft from the active plan, or from the template where there is none. */
export function startFromPlan(c: PageContext, services: ConsoleServices): Promise<SavedDraft> {
  const { plan: current, person, requestId } = c.var;
  const plan = current?.plan ?? templatePlan(services.deployed.launch ?? '');
  const base = current?.version ?? null;
  return startDraft({ plan, base, by: person.id }, { services, requestId });
}

const ON_NEW_DRAFT =
  'A new draft has been started from the active plan. What you entered is below, not saved yet: check it, then save it again.';

/**
 * Shows a form again whose draft is gone, on a new draft: what was entered isn't lost.
 * @param form `page` must be there in any draft
 */
export async function returnToNewDraft(
  c: PageContext,
  { values, page, services }: Pick<SaveForm, 'values' | 'page' | 'services'>,
): Promise<Response> {
  const { draft, problem } = await startAgain(c, services);
  return returnOn(c, { draft, values, problem, page, services });
}

/** Starts a draft where a form came too late for the one before. @returns it, and what its form says about that */
export async function startAgain(
  c: PageContext,
  services: ConsoleServices,
): Promise<{ readonly draft: SavedDraft; readonly problem: string }> {
  const end = await endOf(await services.planDrafts.read(), services);
  const draft = await startFromPlan(c, services);
  return { draft, problem: `${end} after you opened this page. ${ON_NEW_DRAFT}` };
}

/** Shows a form again with what was entered, as one of this draft. */
export function returnOn(
  c: PageContext,
  {
    draft,
    values,
    problem,
    page,
    services,
  }: Pick<SaveForm, 'values' | 'page' | 'services'> & {
    readonly draft: SavedDraft;
    readonly problem: string;
  },
): Promise<Response> {
  const typed = { ...values, revision: String(draft.revision) };
  return returnForm(c, { values: typed, problems: { [WHOLE_FORM]: problem } }, { services, page });
}

interface SaveForm {
  readonly values: FormValues;
  readonly changes: readonly DraftChange[];
  /** The page of the form. */
  readonly page: string;
  /** The name of the field for a member, and what it is called. */
  readonly fieldOf: (conflict: DraftConflict) => { readonly name: string; readonly label: string };
  /** Where to go once it is saved. */
  readonly next: (draft: SavedDraft) => string;
  readonly services: ConsoleServices;
}

/**
 * Saves a form into the draft. Where another person changed the same field meanwhile, the form comes back with what
 * they did beside it; submitted again, it replaces that.
 */
export async function saveForm(
  c: PageContext,
  { values, changes, page, fieldOf, next, services }: SaveForm,
): Promise<Response> {
  const { person, requestId } = c.var;
  const seen = Number(values.revision);
  const saved = await saveDraft(
    { by: person.id, seen: Number.isInteger(seen) ? seen : 0, changes },
    { services, requestId },
  );
  if (saved.result === 'none') return returnToNewDraft(c, { values, page, services });
  if (saved.result === 'saved') return redirectTo(c, next(saved.draft), services);
  const names = await services.sessions.names(personIds(saved.conflicts.flatMap(({ edit }) => edit ?? [])));
  const zone = zoneOf(saved.draft.plan);
  const problems = saved.conflicts.map((conflict): [string, string] => {
    const { name, label } = fieldOf(conflict);
    return [name, conflictText(conflict, { label, names, zone })];
  });
  const typed = { ...values, revision: String(saved.draft.revision) };
  return returnForm(c, { values: typed, problems: Object.fromEntries(problems) }, { services, page });
}

function conflictText(
  { current, edit }: DraftConflict,
  { label, names, zone }: { label: string; names: ReadonlyMap<string, string>; zone: string },
): string {
  const who = edit
    ? `${actorLabel(edit.by, names)} changed it on ${courtTime(edit.at, zone)}`
    : 'Someone else changed it';
  return `“${label}”: ${who} to ${shownValue(current)}. To replace that with what you entered, save again.`;
}

/** The draft's time zone; UTC until it has one. */
export function zoneOf(plan: object): string {
  const zone = partAt(plan, ['court', 'zone']);
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: String(zone) });
    return String(zone);
  } catch {
    return 'UTC';
  }
}

/** The refusal where the draft was discarded or uploaded. @param end `Clara Clerk discarded the draft` */
function noDraft(end: string): Refusal {
  return new Refusal(409, 'changed-meanwhile', {
    title: 'There is no draft',
    why: `${end}. Nothing was saved.`,
    action: 'Open the launch plan to see what is active, and start a new draft there.',
  });
}
