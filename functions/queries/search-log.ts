import type { Filer } from '../domain/filer/filer.ts';
import { sendsOf } from './filer-timeline.ts';
import { type LiftServices, withLifts } from './lifted-suppressions.ts';
import { type RosterSearch, type SearchPage, type SearchServices, searchRoster } from './search-roster.ts';
import { fitsFilter, type SendFilter, type SendLine } from './send-line.ts';
import type { SendsServices } from './sends-page.ts';

/** A page of filers who were found, with their sends; or why the search can't be made. */
export type LogSearchPage =
  | (Omit<Extract<SearchPage, { ok: true }>, 'filers'> & {
      /** In the order of ids; each with its sends, newest run first. */
      readonly found: readonly { readonly filer: Filer; readonly sends: readonly SendLine[] }[];
    })
  | Extract<SearchPage, { ok: false }>;

/**
 * Searches the log by filer: filers of a roster version who are found by the beginnings of words, with their sends in
 * all runs. With a filter, only filers who have sends that fit it, with those sends.
 */
export async function searchLog(
  { version, typed, searchId, ...filter }: RosterSearch & SendFilter,
  options: {
    cursor?: string | undefined;
    /** Filers a page. @default 20 */
    limit?: number | undefined;
    services: Omit<SendsServices, 'roster'> & SearchServices & LiftServices;
  },
): Promise<LogSearchPage> {
  const search = { version, typed, ...(searchId !== undefined && { searchId }) };
  const page = await searchRoster(search, { limit: 20, ...options });
  if (!page.ok) return page;
  const { filers, ...rest } = page;
  const found = filers.map(async (filer) => {
    const sends = await sendsOf(filer.filerId, options.services);
    const fitting = sends.filter((line) => fitsFilter(line, filter));
    return { filer, sends: await withLifts(fitting, options.services) };
  });
  const isFiltered = Object.values(filter).some((one) => one !== undefined);
  const all = await Promise.all(found);
  const shown = isFiltered ? all.filter(({ sends }) => sends.length > 0) : all;
  // A page that a filter has thinned out isn't the end.
  const isThin = rest.next !== null && shown.length < all.length;
  return { ...rest, found: shown, lookFurther: rest.lookFurther || isThin };
}
