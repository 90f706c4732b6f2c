import * as z from 'zod';
import { STATES } from '../../domain/filer/state.ts';
import type { Run } from '../../domain/run/run.ts';
import { ATTENTION_STATUSES, SEND_STATUSES } from '../../domain/send/status.ts';
import { attentionPage as readAttention } from '../../queries/attention-page.ts';
import { currentCounts } from '../../queries/current-counts.ts';
import { listSends } from '../../queries/list-sends.ts';
import { runsList } from '../../queries/runs-list.ts';
import { type LogSearchPage, searchLog } from '../../queries/search-log.ts';
import type { SendFilter } from '../../queries/send-line.ts';
import { sendsPage } from '../../queries/sends-page.ts';
import { type FilersOrder, orderSchema } from '../filers/filers-order.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { badCursor, notFound } from '../http/refusal.ts';
import { type AskedSearch, openSearch, SEARCH_GONE, saveSearch } from '../http/search.ts';
import { renderPage } from '../http/show.ts';
import { zoneOf } from '../http/zone.ts';
import type { ConsoleServices } from '../services.ts';
import { attentionPage } from './attention-page.tsx';
import { registerDeadLetters } from './dead-letters.ts';
import { registerLogExports } from './log-export.ts';
import { logPage } from './log-page.tsx';
import { logSearchPage } from './log-search-page.tsx';
import { runSendsPage } from './run-sends-page.tsx';
import { existingRun, phasesByRun } from './runs.ts';
import { registerSends, whyNoRetry } from './send.ts';
import { settledLines, shownLines } from './shown-lines.ts';

const filterSchema = z.object({
  run: z.string().regex(/^[\w-]{1,150}$/),
  status: z.enum(SEND_STATUSES).optional().catch(undefined),
  state: z.enum(STATES).optional().catch(undefined),
  cursor: z.string().optional(),
});
/** A search's filters, in its form and in its URL. */
const CHOICES = {
  run: filterSchema.shape.run.optional().catch(undefined),
  status: filterSchema.shape.status,
  state: filterSchema.shape.state,
};
const searchSchema = z.object(CHOICES);
const attentionSchema = z.enum(ATTENTION_STATUSES).optional().catch(undefined);
/** How many that need attention the first page shows. */
const FIRST_FEW = 10;

/** The send log: what happened to every email, what needs a person, and retries. */
export function registerLog(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/log', (c) => (c.req.query('run') ? showRun(c, services) : showLog(c, services)));
  app.get('/log/attention', (c) => showAttention(c, services));
  app.get('/log/search', (c) => showSearch(c, services));
  app.post('/log/search', (c) => saveSearch(c, services, { path: '/log/search', choices: CHOICES }));
  registerDeadLetters(app, services);
  registerLogExports(app, services);
  registerSends(app, services);
}

async function showLog(c: PageContext, services: ConsoleServices): Promise<Response> {
  const [runs, attention] = await Promise.all([
    runsList(services),
    readAttention({ limit: FIRST_FEW, services }),
  ]);
  const lines = attention.ok
    ? await shownLines(c, attention.lines, { runs: runs.map(({ run }) => run), services })
    : [];
  const hasMore = attention.ok && attention.next !== null;
  const view = { zone: zoneOf(c), person: c.var.person, runs, attention: lines, hasMore };
  return renderPage(c, logPage(view), services);
}

async function showAttention(c: PageContext, services: ConsoleServices): Promise<Response> {
  const cursor = c.req.query('cursor');
  const status = attentionSchema.parse(c.req.query('status'));
  const [runs, page] = await Promise.all([services.runs.runs(), readAttention({ status, cursor, services })]);
  if (!page.ok) throw badCursor();
  const { next } = page;
  const shown = await shownLines(c, page.lines, { runs, services });
  const lines = shown.filter(({ isSettled }) => !isSettled);
  const view = { zone: zoneOf(c), runs, status, lines, previous: page.previous, next };
  return renderPage(c, attentionPage(view), services);
}

async function showSearch(c: PageContext, services: ConsoleServices): Promise<Response> {
  const cursor = c.req.query('cursor');
  const [runs, roster, search] = await Promise.all([
    services.runs.runs(),
    services.roster.activeVersion(),
    openSearch(c, services),
  ]);
  const { run: runId, status, state } = searchSchema.parse(c.req.query());
  const filter = { runId, status, state };
  const found =
    roster && (await answerOf({ version: roster.version, ...filter }, { search, cursor, services }));
  const answer = found && (await settledAnswer(c, found, services));
  if (cursor && !search.isGone && answer && !answer.ok) throw badCursor();
  const { person } = c.var;
  const phases = phasesByRun(runs);
  const view = { zone: zoneOf(c), person, search, filter, answer, phases };
  return renderPage(c, logSearchPage(view), { ...services, status: search.isGone ? 404 : 200 });
}

async function answerOf(
  where: { readonly version: string } & SendFilter,
  {
    search: { searchId, typed, isGone },
    cursor,
    services,
  }: { search: AskedSearch; cursor: string | undefined; services: ConsoleServices },
): Promise<LogSearchPage> {
  if (isGone) return { ok: false, refused: SEARCH_GONE };
  return searchLog({ ...where, typed, ...(searchId && { searchId }) }, { cursor, services });
}

async function settledAnswer(
  c: PageContext,
  answer: LogSearchPage,
  services: ConsoleServices,
): Promise<LogSearchPage> {
  if (!answer.ok) return answer;
  const sends = answer.lines.flatMap((line) => line.sends);
  const byFiler = Map.groupBy(await settledLines(c, sends, services), ({ filerId }) => filerId);
  const lines = answer.lines.map(({ filer }) => ({ filer, sends: byFiler.get(filer.filerId) ?? [] }));
  return { ...answer, lines };
}

async function showRun(c: PageContext, services: ConsoleServices): Promise<Response> {
  const asked = filterSchema.safeParse(c.req.query());
  if (!asked.success) throw notFound('That run');
  const { run: runId, status, state, cursor } = asked.data;
  const found = await existingRun(runId, services);
  const order = orderSchema.parse(c.req.query());
  const [page, counts, runs] = await Promise.all([
    runPage({ run: found, status, state, cursor }, { order, services }),
    currentCounts([found], services),
    services.runs.runs(),
  ]);
  if (!page.ok) throw badCursor();
  const { next, lookFurther } = page;
  const view = {
    zone: zoneOf(c),
    person: c.var.person,
    run: found,
    counts: counts.get(runId) ?? null,
    order: page.isSorted ? order : null,
    status,
    state,
    lines: await shownLines(c, page.lines, { runs, services }),
    previous: page.previous,
    next,
    lookFurther,
    whyNoRetry: whyNoRetry(found, c.var.now),
  };
  return renderPage(c, runSendsPage(view), services);
}

/** A page of a run's emails: in that order of their filers, or in the order of ids where there is no other. */
async function runPage(
  { run, cursor, ...filter }: { run: Run; cursor: string | undefined } & Omit<SendFilter, 'runId'>,
  { order: { sort, order: direction }, services }: { order: FilersOrder; services: ConsoleServices },
) {
  const listed = await listSends({ run, sort, direction, ...filter }, { cursor, services });
  if (listed?.ok) return { ...listed, isSorted: true };
  // Lists that were made meanwhile have other cursors: those of the order of ids go on in it.
  if (listed && !cursor) return listed;
  const page = await sendsPage({ runId: run.runId, ...filter }, { cursor, services });
  return page.ok ? { ...page, isSorted: false } : page;
}
