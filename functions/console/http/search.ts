import * as z from 'zod';
import type { ConsoleServices } from '../services.ts';
import { linkTo } from '../ui/link-to.ts';
import type { Guard, PageContext } from './context.ts';
import { readForm } from './form.ts';
import { notFound } from './refusal.ts';
import { redirectTo } from './show.ts';

type SearchServices = Pick<ConsoleServices, 'savedSearches' | 'settings'>;

/** What a page's address asks for by a saved search. */
export interface AskedSearch {
  /** The search's id, for links; `undefined` without one. */
  readonly searchId: string | undefined;
  /** What was typed; '' without a search. */
  readonly typed: string;
  /** The address has a search that isn't this person's, or has expired. */
  readonly isGone: boolean;
}

/** What a page says in the place of what a search would have found; a sentence without its full stop. */
export const SEARCH_GONE = 'This search has expired or is another person’s. Please search again';

/** Longer texts are cut: no one types them. */
const MAX_TYPED = 200;

/** The fields of a search form: the words, and the choices beside them. */
function searchForm(choices: z.ZodRawShape) {
  const typed = z.string().trim().default('');
  return z.strictObject({ ...choices, q: typed.transform((text) => text.slice(0, MAX_TYPED)) });
}

/**
 * Answers a search form: keeps the words and redirects to an address that holds the search's id in their place, so that
 * names and addresses get into no history, bookmark or log, while Back and paging work.
 * @param asked `choices`: the form's other fields, which stay in the address; what isn't one of their values is left out.
 */
export async function saveSearch(
  c: PageContext,
  { savedSearches, settings }: SearchServices,
  { path, choices }: { path: string; choices: Readonly<Record<string, z.ZodType<string | undefined>>> },
): Promise<Response> {
  const form = await readForm(c, searchForm(choices));
  if (!form.ok) throw notFound('What was searched for');
  const { q: typed, ...chosen } = form.value as Record<string, string | undefined> & { readonly q: string };
  const { person, requestedAt: at } = c.var;
  const owner = { personId: person.id, at, hours: settings.searchHours };
  const search = typed === '' ? undefined : await savedSearches.save(typed, owner);
  return redirectTo(c, linkTo(path, { search, ...chosen }), { settings });
}

/** Reads the search of a page's address. */
export async function openSearch(c: PageContext, { savedSearches }: SearchServices): Promise<AskedSearch> {
  const searchId = c.req.query('search');
  if (!searchId) return { searchId: undefined, typed: '', isGone: false };
  const { person, requestedAt: at } = c.var;
  const typed = await savedSearches.open(searchId, { personId: person.id, at });
  if (typed === null) return { searchId: undefined, typed: '', isGone: true };
  return { searchId, typed, isGone: false };
}

/** Addresses had the words once, as `q`. One that still does leads to the page itself, and the words end there. */
export function refuseWords({ settings }: Pick<SearchServices, 'settings'>): Guard {
  return async (c, next) => {
    if (c.req.method === 'POST' || c.req.query('q') === undefined) return next();
    const notice = {
      kind: 'info',
      title: 'Please search again',
      text: 'Addresses of Crier no longer hold what was searched for, so an old link or bookmark doesn’t search.',
    } as const;
    return redirectTo(c, c.req.path, { settings, notice });
  };
}
