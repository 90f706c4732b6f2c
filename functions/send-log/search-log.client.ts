import type { Filer } from '../filers/filer.ts';
import { sendsOf } from '../filers/filer-timeline.client.ts';
import { type SearchPage, type SearchServices, searchRoster } from '../roster/search-roster.client.ts';
import type { SendPageServices } from './send-services.ts';
import type { SendLine } from './sends-page.client.ts';

export type LogSearchPage =
  | (Omit<Extract<SearchPage, { ok: true }>, 'filers'> & {
      /** In the order of ids; each with its sends, newest run first. */
      readonly found: readonly { readonly filer: Filer; readonly sends: readonly SendLine[] }[];
    })
  | Extract<SearchPage, { ok: false }>;

/** Searches the log by filer: who is found in a roster version by the beginnings of words, with their sends in all runs. */
export async function searchLog(
  asked: { version: string; typed: string },
  options: {
    cursor?: string | undefined;
    /** Filers a page. @default 20 */
    limit?: number | undefined;
    services: Omit<SendPageServices, 'roster'> & SearchServices;
  },
): Promise<LogSearchPage> {
  const page = await searchRoster(asked, { limit: 20, ...options });
  if (!page.ok) return page;
  const { filers, ...rest } = page;
  const found = filers.map(async (filer) => ({
    filer,
    sends: await sendsOf(filer.filerId, options.services),
  }));
  return { ...rest, found: await Promise.all(found) };
}
