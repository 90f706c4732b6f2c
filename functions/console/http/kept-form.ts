import type { KeptForm } from '../../aws/kept-forms.ts';
import type { ConsoleServices } from '../services.ts';
import type { PageContext } from './context.ts';
import type { FormValues } from './form.ts';
import { ownPath } from './paths.ts';
import { redirectTo } from './show.ts';

type KeepServices = Pick<ConsoleServices, 'keptForms' | 'settings'>;

/** The member of a page's query that names a kept form. */
const FORM = 'form';

interface ReturnOptions {
  readonly services: KeepServices;
  /** The path of the form's page, used when the browser doesn't say which page the form was on. */
  readonly page: string;
}

/**
 * Answers a form with problems: redirects to its page, which shows the problems on top and at the fields, and what was
 * typed. Reloading that page repeats nothing, and Back works.
 */
export async function returnForm(
  c: PageContext,
  form: { readonly problems: FormValues; readonly values: FormValues },
  { services, page }: ReturnOptions,
): Promise<Response> {
  const kept = { values: form.values, problems: form.problems };
  const path = await keepForm(c, kept, {
    services,
    page: formPage(c, services) ?? page,
    owner: c.var.person,
  });
  return redirectTo(c, path, services);
}

interface KeepOptions extends ReturnOptions {
  readonly owner: { readonly id: string };
}

/** Keeps a form on the server. @returns the path of its page, with the form's id */
export async function keepForm(
  c: PageContext,
  { values: { csrf: _secret, keep: _asked, ...values }, problems }: Pick<KeptForm, 'values' | 'problems'>,
  { services: { keptForms, settings }, page, owner }: KeepOptions,
): Promise<string> {
  const form = { action: c.req.path, values, problems };
  const how = { personId: owner.id, at: c.var.requestedAt, hours: settings.searchHours };
  const [path = '', query] = page.split('?');
  const kept = new URLSearchParams(query);
  kept.set(FORM, await keptForms.keep(form, how));
  return `${path}?${kept}`;
}

/** The page that a posted form was on, with its query; `null` if the browser doesn't say, or it is no page of ours. */
export function formPage(
  c: PageContext,
  { settings: { origin } }: Pick<ConsoleServices, 'settings'>,
): string | null {
  const from = URL.parse(c.req.header('referer') ?? '');
  return from?.origin === origin ? ownPath(`${from.pathname}${from.search}`) : null;
}

/** Loads the kept form that a page's URL names: `gone` if it has expired or is someone else's. */
export async function openForm(
  c: PageContext,
  { keptForms }: Pick<ConsoleServices, 'keptForms'>,
): Promise<KeptForm | 'gone' | null> {
  const formId = c.req.method === 'GET' ? c.req.query(FORM) : undefined;
  if (!formId) return null;
  const { person, requestedAt: at } = c.var;
  return (await keptForms.open(formId, { personId: person.id, at })) ?? 'gone';
}

/** The form that this page must show again; `null`: none. */
export function keptFormOf(c: PageContext, action: string): KeptForm | null {
  const { form } = c.var;
  return form && form !== 'gone' && form.action === action ? form : null;
}

/** Shows what is wrong as if a form had been sent with it: the summary on top and the messages at the fields. */
export function showProblems(c: PageContext, { action, values, problems }: KeptForm): void {
  if (Object.keys(problems).length > 0)
    c.set('form', { action, values: { ...values }, problems: { ...problems }, isSaved: true });
}
