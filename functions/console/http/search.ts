import * as z from 'zod';
import { linkTo } from '../../lib/link-to.ts';
import type { ConsoleServices } from '../services.ts';
import type { Guard, PageContext } from './context.ts';
import { readForm } from './form.ts';
import { notFound } from './refusal.ts';
import { redirectTo } from './show.ts';

type SearchServices = Pick<ConsoleServices, 'savedSearches' | 'settings'>;

/** The saved search that a page's URL asks for. */
export interface AskedSearch {
  /** The search's id, for links; `undefined` if none. */
  readonly searchId: string | undefined;
  /** What was typed; '' if no search. */
  readonly typed: string;
  /** The search in the URL belongs to someone else or has expired. */
  readonly isGone: boolean;
}

/** Shown instead of a search's results; a sentence without its period. */
export const SEARCH_GONE = 'This search has expired or belongs to someone else. Please search again';

/** Longer texts are truncated: no one types them. */
const MAX_TYPED = 200;

/** The fields of a search form: the search terms, and the filters beside them. */
function searchForm(choices: z.ZodRawShape) {
  const typed = z.string().trim().default('');
  return z.strictObject({ ...choices, q: typed.transform((text) => text.slice(0, MAX_TYPED)) });
}

/**
 * Answers a search form: saves the search terms and redirects to a URL with the search's id instead, so that names and
 * addresses stay out of browser history, bookmarks and logs, while Back and paging still work.
 * @param asked `choices`: the form's other fields, which stay in the URL; values that they don't have are dropped.
 */
export async function saveSearch(
  c: PageContext,
  { savedSearches, settings }: SearchServices,
  { path, choices }: { path: string; choices: Readonly<Record<string, z.ZodType<string | undefined>>> },
): Promise<Response> {
  const form = await readForm(c, searchForm(choices));
  if (!form.ok) throw notFound('This search');
  const { q: typed, ...chosen } = form.value as Record<string, string | undefined> & { readonly q: string };
  const { person, requestedAt: at } = c.var;
  const owner = { personId: person.id, at, hours: settings.searchHours };
  const search = typed === '' ? undefined : await savedSearches.save(typed, owner);
  return redirectTo(c, linkTo(path, { search, ...chosen }), { settings });
}

/** Loads the search named in a page's URL. */
export async function openSearch(c: PageContext, { savedSearches }: SearchServices): Promise<AskedSearch> {
  const searchId = c.req.query('search');
  if (!searchId) return { searchId: undefined, typed: '', isGone: false };
  const { person, requestedAt: at } = c.var;
  const typed = await savedSearches.open(searchId, { personId: person.id, at });
  if (typed === null) return { searchId: undefined, typed: '', isGone: true };
  return { searchId, typed, isGone: false };
}

/** URLs once held the search terms, as `q`. An old one redirects to the page itself, without the terms. */
export function refuseWords({ settings }: Pick<SearchServices, 'settings'>): Guard {
  return async (c, next) => {
    if (c.req.method === 'POST' || c.req.query('q') === undefined) return next();
    const notice = {
      kind: 'info',
      title: 'Please search again',
      text: 'Links no longer include search terms, so an old link or bookmark can’t repeat a search.',
    } as const;
    return redirectTo(c, c.req.path, { settings, notice });
  };
}
