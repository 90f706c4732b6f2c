import type { Filer } from '../domain/filer/filer.ts';
import { sendsOfAll } from './filer-timeline.ts';
import { type LiftServices, withLifts } from './lifted-suppressions.ts';
import { type RosterSearch, type SearchPage, type SearchServices, searchRoster } from './search-roster.ts';
import { fitsFilter, type SendFilter, type SendLine } from './send-line.ts';
import type { SendsServices } from './sends-page.ts';
import { type SentEmailServices, withSubjects } from './sent-email.ts';

/** A page of filers who were found, with their sends, newest run first; or why the search can't be made. */
export type LogSearchPage = SearchPage<{ readonly filer: Filer; readonly sends: readonly SendLine[] }>;

/** Filers a page: the log is asked for each of them in every run. */
const LIMIT = 10;

/**
 * Searches the log by filer: filers of a roster version who are found by the beginnings of words, with their sends in
 * all runs. With a filter, only filers who have sends that fit it, with those sends.
 */
export async function searchLog(
  { version, typed, searchId, ...filter }: RosterSearch & SendFilter,
  options: {
    cursor?: string | undefined;
    /** Filers a page. @default 10 */
    limit?: number | undefined;
    services: Omit<SendsServices, 'roster'> & SearchServices & LiftServices & SentEmailServices;
  },
): Promise<LogSearchPage> {
  const { services, limit = LIMIT } = options;
  const isFiltered = Object.values(filter).some((one) => one !== undefined);
  const runs = await services.runs.runs();
  const join = async (filers: readonly Filer[]) => {
    const ids = filers.map(({ filerId }) => filerId);
    const asked = runs.filter(({ runId }) => filter.runId === undefined || runId === filter.runId);
    const sends = await sendsOfAll(ids, { runs: asked, services });
    const fitting = [...sends.values()].flat().filter((line) => fitsFilter(line, filter));
    const lines = await withSubjects(await withLifts(fitting, services), { runs, services });
    const byFiler = Map.groupBy(lines, ({ filerId }) => filerId);
    const all = filers.map((filer) => ({ filer, sends: byFiler.get(filer.filerId) ?? [] }));
    return isFiltered ? all.filter(({ sends }) => sends.length > 0) : all;
  };
  const search = { version, typed, ...(searchId !== undefined && { searchId }) };
  return searchRoster(search, { ...options, limit, join, ...(isFiltered && { maxMatches: limit }) });
}
