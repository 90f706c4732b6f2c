import * as z from 'zod';
import type { Services } from '../aws/pick.ts';
import type { Run } from '../domain/run/run.ts';
import { filerIdSchema, readCursor } from '../lib/cursor.ts';
import type { FilerSend } from './filer-send.ts';
import type { Page, PageOptions } from './page.ts';
import { type LineServices, linesOf, type SendFilter, type SendLine } from './send-line.ts';
import { type StepServices, sendSteps } from './send-steps.ts';

/** Which sends of a run. */
interface SendsFilter extends SendFilter {
  readonly runId: string;
}

/** A page of a run's sends. */
type SendsPage = Page<{ readonly run: Run; readonly lines: readonly SendLine[] }>;

/** What a page of sends needs. */
export type SendsServices = StepServices & LineServices & Pick<Services, 'runs'>;

const positionSchema = z.strictObject({ after: filerIdSchema });

/**
 * A page of a run's sends in the order of filers' ids. Every send of the run comes once over all pages, whatever their
 * size; one whose status changes meanwhile shows as it is when its page is read. Without a status, filers who have no
 * fact yet are among them.
 */
export async function sendsPage(
  filter: SendsFilter,
  { cursor, limit = 50, maxRead = 5_000, services }: PageOptions & { services: SendsServices },
): Promise<SendsPage> {
  const { runId, status, state } = filter;
  const list = `sends ${runId} ${status ?? ''} ${state ?? ''}`;
  const read = readCursor(cursor, { list, position: positionSchema });
  if (!read.ok) return read;
  const run = await services.runs.run(runId);
  if (!run) return { ok: false, refused: `There is no run ${runId.slice(0, 100)}` };
  const found: FilerSend[] = [];
  const { previous } = read;
  let after = read.at?.after ?? '';
  let work = 0;
  const pageSize = pageSizeFor(filter, limit);
  for await (const { filerId, send, cost } of sendSteps(run, { status, after, pageSize, services })) {
    if (found.length >= limit || work >= maxRead) {
      const lines = await linesOf(found, { run, services });
      const lookFurther = found.length < limit;
      return { ok: true, run, lines, previous, next: read.next({ after }), lookFurther };
    }
    work += cost;
    after = filerId;
    if (send && (await fits(send, filter, { run, services }))) found.push(send);
  }
  const lines = await linesOf(found, { run, services });
  return { ok: true, run, lines, previous, next: null, lookFurther: false };
}

/** In facts: a send has about three, and with a filter many are read for few. */
function pageSizeFor({ status, state }: SendsFilter, limit: number): number {
  const isFiltered = (status !== undefined && status !== 'delivered') || state !== undefined;
  return Math.min(1_000, (isFiltered ? 10 : 4) * limit);
}

async function fits(
  found: FilerSend,
  { status, state }: SendsFilter,
  join: { run: Run; services: LineServices },
): Promise<boolean> {
  if (status !== undefined && found.send.status !== status) return false;
  if (state === undefined) return true;
  if (found.state !== null) return found.state === state;
  const [line] = await linesOf([found], join);
  return line?.state === state;
}
