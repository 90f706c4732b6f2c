import type { ExportWriter } from '../aws/export-writer.ts';
import type { LaunchStore } from '../aws/plans.ts';
import type { Run } from '../domain/run/run.ts';
import type { ExportFilter, ExportRequest, ExportStatus } from '../domain/send/export-request.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import { sendsOf } from '../queries/filer-timeline.ts';
import { type SearchServices, searchRoster } from '../queries/search-roster.ts';
import { fitsFilter, type SendLine } from '../queries/send-line.ts';
import type { SendsServices } from '../queries/sends-page.ts';
import { sendsPage } from '../queries/sends-page.ts';
import { exportHeader, exportRows } from './export-table.ts';

export interface ExportServices extends Omit<SendsServices, 'roster'>, SearchServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly launch: Pick<LaunchStore, 'currentPlan'>;
  readonly exportWriter: ExportWriter;
}

interface Part {
  readonly run: Run;
  readonly lines: readonly SendLine[];
}

/** Sends read at once: bounds the memory, however many are exported. */
const PAGE = 500;
const ROWS_A_STATUS = 5_000;

/**
 * Writes what a filter means as a table for spreadsheets. A repeat writes the same anew.
 * @param isTimeLeft whether there is time for another page.
 * @throws Error when something outside fails; the status says `failed` until a repeat ends well.
 */
export async function exportLog(
  request: ExportRequest,
  { isTimeLeft, services }: { isTimeLeft: () => boolean; services: ExportServices },
): Promise<void> {
  const { clock, exportWriter, log } = services;
  const file = exportWriter.open(request.exportId);
  let rows = 0;
  const say = (state: ExportStatus['state']) => {
    const finishedAt = state === 'running' ? null : clock.now().toString();
    return exportWriter.putStatus({ ...request, state, rows, finishedAt });
  };
  try {
    await say('running');
    const plan = await services.launch.currentPlan();
    const zone = plan?.plan.court.zone ?? 'UTC';
    await file.write(exportHeader());
    let told = 0;
    for await (const { run, lines } of partsOf(request.filter, services)) {
      if (!isTimeLeft()) {
        await file.abandon();
        log.error('export-too-long', { export: request.exportId, rows });
        return await say('too-long');
      }
      await file.write(exportRows(lines, { run, zone }));
      rows += lines.length;
      if (rows - told < ROWS_A_STATUS) continue;
      told = rows;
      await say('running');
    }
    await file.close();
    await say('done');
    log.info('export-done', { export: request.exportId, rows });
  } catch (error) {
    await file.abandon();
    await say('failed');
    throw error;
  }
}

async function* partsOf(filter: ExportFilter, services: ExportServices): AsyncIterable<Part> {
  const all = (await services.runs.runs()).toSorted((a, b) => (a.scheduledFor < b.scheduledFor ? 1 : -1));
  const runs = all.filter(({ runId }) => filter.runId === undefined || runId === filter.runId);
  if (filter.search) yield* found({ ...filter, search: filter.search }, { runs, services });
  else for (const run of runs) yield* whole(run, { filter, services });
}

async function* whole(
  run: Run,
  { filter: { status, state }, services }: { filter: ExportFilter; services: ExportServices },
): AsyncIterable<Part> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await sendsPage({ runId: run.runId, status, state }, { cursor, limit: PAGE, services });
    if (!page.ok) throw new Error(`Cannot export the run ${run.runId}: its page was refused`);
    yield { run, lines: page.lines };
    cursor = page.next;
  }
}

/** Filer by filer, each with the sends of the runs that are meant. */
async function* found(
  { search, ...filter }: ExportFilter & { search: NonNullable<ExportFilter['search']> },
  { runs, services }: { runs: readonly Run[]; services: ExportServices },
): AsyncIterable<Part> {
  const known = new Map(runs.map((run) => [run.runId, run]));
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await searchRoster(search, { cursor, services });
    if (!page.ok) return;
    for (const { filerId } of page.filers) {
      for (const line of await sendsOf(filerId, services)) {
        const run = known.get(line.runId);
        if (run && fitsFilter(line, filter)) yield { run, lines: [line] };
      }
    }
    cursor = page.next;
  }
}
