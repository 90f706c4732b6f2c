import type { Plan } from '../../../domain/plan/plan.ts';
import { partAt } from '../../../domain/plan/plan-path.ts';
import { jsonPath } from '../../../domain/plan/problem.ts';
import type { DraftChange } from '../../../domain/plan/saved-draft.ts';
import { placeOf, type SectionPlace } from '../../../domain/plan/section-texts.ts';
import { datesToConfirm, withConfirming, withMeantDates } from '../../../domain/plan/wording-dates.ts';
import { builtInText } from '../../../email/built-in-sections.ts';
import { checkPlan } from '../../../email/check-plan.ts';
import { messagesOf, placeholdersFor } from '../../../email/check-sections.ts';
import { checkOwnText } from '../../../email/markdown/check-own-text.ts';
import { messagesWith, placeLabel, sectionOf } from '../../../email/sections.ts';
import type { ConsoleApp, PageContext } from '../../http/context.ts';
import { type FormValues, formValues } from '../../http/form.ts';
import { keptFormOf, returnForm } from '../../http/kept-form.ts';
import { notFound } from '../../http/refusal.ts';
import { renderPage } from '../../http/show.ts';
import { requirePermission } from '../../people/guard.ts';
import type { ConsoleServices } from '../../services.ts';
import { openDraft, returnToNewDraft, saveForm, zoneOf } from '../editor/draft-form.ts';
import { planWithChanges } from '../editor/form-values.ts';
import { textHistory } from './history.ts';
import { loadPreview, messageOf } from './preview.ts';
import { sectionTextPage } from './section-text-page.tsx';

const MAX_TEXT = 4000;

/** The text of one section of a message: read it, replace it, or go back to the built-in one. */
export function registerSectionText(app: ConsoleApp, services: ConsoleServices): void {
  const edit = requirePermission('edit');
  const path = '/plan/draft/messages/:message/:section';
  app.get(path, edit, (c) => show(c, services));
  app.post(path, edit, (c) => save(c, services));
  app.post(`${path}/remove`, edit, (c) => remove(c, services));
}

/** The section that the path names, in its message. @throws Refusal when there is none */
function sectionIn(
  c: PageContext,
): SectionPlace & { readonly message: NonNullable<SectionPlace['message']> } {
  const message = messageOf(c);
  const section = sectionOf(message, c.req.param('section') ?? '');
  if (!section) throw notFound('This section');
  return { message, section: section.id };
}

function pageOf({ message, section }: SectionPlace): string {
  return `/plan/draft/messages/${message}/${section}`;
}

/** Where the text that a message shows is from; `null`: it is the built-in one. */
function placeInEffect(plan: object, { message, section }: SectionPlace): SectionPlace | null {
  const places: SectionPlace[] = [
    { message, section },
    { message: null, section },
  ];
  return places.find((place) => partAt(plan, ['sectionTexts', placeOf(place)]) !== undefined) ?? null;
}

async function show(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { message, section } = sectionIn(c);
  const { plan, revision } = await openDraft(services);
  const action = pageOf({ message, section });
  const kept = keptFormOf(c, action);
  const preview = await loadPreview(c, { message, section, services });
  const standard = preview && builtInText(message, section, preview.model);
  const inEffect = placeInEffect(plan, { message, section });
  const own = inEffect && String(partAt(plan, ['sectionTexts', placeOf(inEffect), 'text']));
  const { title, isShared } = sectionOf(message, section)!;
  const typed = kept ? withTyped(plan, { message, section, values: kept.values }) : plan;
  const page = sectionTextPage({
    message,
    section,
    title,
    person: c.var.person,
    revision: kept?.values.revision ?? String(revision),
    inMessages: isShared ? messagesWith(section) : [],
    inEffect,
    text: own ?? standard ?? '',
    standard,
    placeholders: placeholdersFor([message]),
    toConfirm: kept ? datesToConfirm(typed, c.var.plan?.plan ?? null) : [],
    zone: zoneOf(plan),
    history: await textHistory({ message, section }, services),
    preview,
  });
  return renderPage(c, page, services);
}

type Typed = SectionPlace & { readonly values: FormValues };

/** Where the form says that the text is for. */
function chosenPlace({ message, section, values }: Typed): SectionPlace {
  return values.where === 'all' && messagesWith(section).length > 0
    ? { message: null, section }
    : { message, section };
}

function changesOf(typed: Typed): DraftChange[] {
  const place = chosenPlace(typed);
  const text = { path: ['sectionTexts', placeOf(place), 'text'], value: (typed.values.text ?? '').trim() };
  // A text for this message alone would hide the one for every message.
  const alone = { path: ['sectionTexts', placeOf(typed)], value: undefined };
  return place.message === null ? [text, alone] : [text];
}

function withTyped(plan: object, typed: Typed): object {
  return planWithChanges(plan, changesOf(typed));
}

async function save(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { message, section } = sectionIn(c);
  const { csrf, ...sent } = await formValues(c);
  const values: FormValues = { ...sent, text: (sent.text ?? '').replaceAll('\r\n', '\n') };
  const { draft } = await services.planDrafts.read();
  if (!draft) return returnToNewDraft(c, { values, page: pageOf({ message, section }), services });
  const { plan } = draft;
  const before = c.var.plan?.plan ?? null;
  const typed = { message, section, values };
  const next = withTyped(plan, typed);
  const meant =
    values.meant === 'yes'
      ? (withMeantDates(next, before) as { meantDates?: unknown }).meantDates
      : undefined;
  const changes = [...changesOf(typed), ...(meant ? [{ path: ['meantDates'], value: meant }] : [])];
  const problem = problemOf(planWithChanges(plan, changes), chosenPlace(typed), { services, before });
  const page = pageOf(typed);
  if (problem) return returnForm(c, { values, problems: { text: problem } }, { services, page });
  return saveForm(c, {
    values,
    changes,
    page,
    fieldOf: () => ({ name: 'text', label: placeLabel(placeOf(chosenPlace(typed))) }),
    next: () => page,
    services,
  });
}

async function remove(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { message, section } = sectionIn(c);
  const values = await formValues(c);
  const { plan } = await openDraft(services);
  const place = placeInEffect(plan, { message, section });
  const page = pageOf({ message, section });
  return saveForm(c, {
    values,
    changes: place ? [{ path: ['sectionTexts', placeOf(place)], value: undefined }] : [],
    page,
    fieldOf: () => ({ name: 'text', label: placeLabel(placeOf(place ?? { message, section })) }),
    next: () => page,
    services,
  });
}

interface CheckOptions {
  readonly services: Pick<ConsoleServices, 'deployed'>;
  readonly before: Plan | null;
}

/** Everything that is wrong with a text in a draft, which may have other problems, as sentences; `null`: nothing. */
function problemOf(plan: object, place: SectionPlace, { services, before }: CheckOptions): string | null {
  const name = placeOf(place);
  const text = String(partAt(plan, ['sectionTexts', name, 'text']) ?? '');
  if (text === '') return 'Enter the text, or go back to the built-in text below.';
  if (text.length > MAX_TEXT) return `Use at most ${MAX_TEXT} characters. This text has ${text.length}.`;
  const domains = partAt(plan, ['linkDomains']);
  const found = checkOwnText(text, {
    domains: Array.isArray(domains) ? domains.map(String) : ['uscourts.gov'],
    placeholders: placeholdersFor(messagesOf(place)),
  });
  if (found.length > 0) return found.map(({ line, message }) => `Line ${line} ${message}.`).join(' ');
  const checked = checkPlan(JSON.stringify(plan), { ...services.deployed, before });
  if (checked.ok) return null;
  const at = [jsonPath(['sectionTexts', name, 'text']), jsonPath(['sectionTexts'])];
  const own = checked.problems.filter(({ path }) => at.includes(path));
  const said = own.map(
    ({ found: what, message }) => `${what} ${withConfirming(message, 'confirm below that it is intended')}.`,
  );
  return said.length > 0 ? said.join(' ') : null;
}
