import type { Filer } from '../domain/filer/filer.ts';
import { sendsOf } from './filer-timeline.ts';
import { type SearchPage, type SearchServices, searchRoster } from './search-roster.ts';
import type { SendPageServices } from './send-services.ts';
import { isMeant, type SendFilter } from './sends-filter.ts';
import type { SendLine } from './sends-page.ts';

export type LogSearchPage =
  | (Omit<Extract<SearchPage, { ok: true }>, 'filers'> & {
      /** In the order of ids; each with its sends, newest run first. */
      readonly found: readonly { readonly filer: Filer; readonly sends: readonly SendLine[] }[];
    })
  | Extract<SearchPage, { ok: false }>;

/**
 * Searches the log by filer: who is found in a roster version by the beginnings of words, with their sends in all runs. With a
 * filter only who has sends that it means, with those.
 */
export async function searchLog(
  { version, typed, ...filter }: { version: string; typed: string } & SendFilter,
  options: {
    cursor?: string | undefined;
    /** Filers a page. @default 20 */
    limit?: number | undefined;
    services: Omit<SendPageServices, 'roster'> & SearchServices;
  },
): Promise<LogSearchPage> {
  const page = await searchRoster({ version, typed }, { limit: 20, ...options });
  if (!page.ok) return page;
  const { filers, ...rest } = page;
  const found = filers.map(async (filer) => {
    const sends = await sendsOf(filer.filerId, options.services);
    return { filer, sends: sends.filter((line) => isMeant(line, filter)) };
  });
  const isFiltered = Object.values(filter).some((one) => one !== undefined);
  const all = await Promise.all(found);
  const shown = isFiltered ? all.filter(({ sends }) => sends.length > 0) : all;
  // A page of people of whom few have such a send isn't the end.
  const isThin = rest.next !== null && shown.length < all.length;
  return { ...rest, found: shown, lookFurther: rest.lookFurther || isThin };
}
