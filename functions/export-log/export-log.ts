import type { Services } from '../aws/pick.ts';
import type { Filer } from '../domain/filer/filer.ts';
import type { Run } from '../domain/run/run.ts';
import type { ExportFilter, ExportRequest, ExportStatus } from '../domain/send/export-request.ts';
import { sendsOf } from '../queries/filer-timeline.ts';
import { type RosterSearch, searchRoster } from '../queries/search-roster.ts';
import { fitsFilter, type SendLine } from '../queries/send-line.ts';
import { sendsPage } from '../queries/sends-page.ts';
import { exportHeader, exportRows } from './export-table.ts';

type ExportServices = Pick<
  Services,
  | 'chunkRange'
  | 'clock'
  | 'exportWriter'
  | 'plans'
  | 'log'
  | 'logReader'
  | 'planOf'
  | 'queuedRetries'
  | 'roster'
  | 'runs'
  | 'savedSearches'
  | 'search'
  | 'sendLog'
>;

/** Some sends of one run. */
interface Part {
  readonly run: Run;
  readonly lines: readonly SendLine[];
}

/** Sends read at once: bounds the memory, however many are exported. */
const PAGE = 500;
/** Rows written before the status says so again. */
const ROWS_PER_STATUS = 5_000;

/**
 * Writes the sends that fit a filter as a table for spreadsheets. A repeat writes the same again.
 * @param options `isTimeLeft`: whether there is time for another page.
 * @throws Error when something outside fails; the status is then `failed` until a repeat ends well.
 */
export async function exportLog(
  request: ExportRequest,
  { isTimeLeft, services }: { isTimeLeft: () => boolean; services: ExportServices },
): Promise<void> {
  const { clock, exportWriter, plans, log } = services;
  const file = exportWriter.open(request.exportId);
  let rows = 0;
  const putStatus = (state: ExportStatus['state']) => {
    const finishedAt = state === 'running' ? null : clock.now().toString();
    return exportWriter.putStatus({ ...request, state, rows, finishedAt });
  };
  try {
    await putStatus('running');
    const search = await searchOf(request, services);
    if (search === 'gone') {
      await file.abandon();
      log.info('export-search-gone', { export: request.exportId });
      return await putStatus('search-gone');
    }
    const zone = (await plans.current())?.plan.court.zone ?? 'UTC';
    await file.write(exportHeader());
    let reported = 0;
    for await (const { run, lines } of partsOf({ ...request.filter, search }, services)) {
      if (!isTimeLeft()) {
        await file.abandon();
        log.error('export-too-long', { export: request.exportId, rows });
        return await putStatus('too-long');
      }
      await file.write(exportRows(lines, { run, zone }));
      rows += lines.length;
      if (rows - reported < ROWS_PER_STATUS) continue;
      reported = rows;
      await putStatus('running');
    }
    await file.close();
    await putStatus('done');
    log.info('export-done', { export: request.exportId, rows });
  } catch (error) {
    await file.abandon();
    await putStatus('failed');
    throw error;
  }
}

/** What is exported, with the words of its search, which are kept nowhere but in the saved search. */
type Wanted = Omit<ExportFilter, 'search'> & { readonly search: RosterSearch | undefined };

async function searchOf(
  { filter: { search }, by }: ExportRequest,
  { savedSearches }: ExportServices,
): Promise<RosterSearch | undefined | 'gone'> {
  if (!search) return undefined;
  const typed = await savedSearches.forExport(search.searchId, { personId: by });
  return typed === null ? 'gone' : { version: search.version, typed };
}

/** The sends that fit a filter: newest run first, or, in a search, filer by filer. */
async function* partsOf(filter: Wanted, services: ExportServices): AsyncIterable<Part> {
  const all = (await services.runs.runs()).toSorted((a, b) => (a.scheduledFor < b.scheduledFor ? 1 : -1));
  const runs = all.filter(({ runId }) => filter.runId === undefined || runId === filter.runId);
  if (filter.search) yield* searched({ ...filter, search: filter.search }, { runs, services });
  else for (const run of runs) yield* ofRun(run, { filter, services });
}

async function* ofRun(
  run: Run,
  { filter: { status, state }, services }: { filter: Wanted; services: ExportServices },
): AsyncIterable<Part> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await sendsPage({ runId: run.runId, status, state }, { cursor, limit: PAGE, services });
    if (!page.ok) throw new Error(`Cannot export the run ${run.runId}: its page was refused`);
    yield { run, lines: page.lines };
    cursor = page.next;
  }
}

async function* searched(
  { search, ...filter }: Wanted & { search: RosterSearch },
  { runs, services }: { runs: readonly Run[]; services: ExportServices },
): AsyncIterable<Part> {
  const byId = new Map(runs.map((run) => [run.runId, run]));
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const join = async (filers: readonly Filer[]) => filers.map((filer) => ({ filer }));
    const page = await searchRoster(search, { cursor, join, services });
    if (!page.ok && cursor === undefined) return;
    if (!page.ok) throw new Error('Cannot export the search because a page of it was refused');
    for (const { filer } of page.lines) {
      for (const line of await sendsOf(filer.filerId, services)) {
        const run = byId.get(line.runId);
        if (run && fitsFilter(line, filter)) yield { run, lines: [line] };
      }
    }
    cursor = page.next;
  }
}
