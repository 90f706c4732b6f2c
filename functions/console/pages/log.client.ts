import { z } from 'zod';
import type { Run } from '../../delivery/run.ts';
import { STATES } from '../../filers/filer-state.ts';
import { retry } from '../../ops/retry.client.ts';
import { nextAttempt, refusal } from '../../ops/retryable.ts';
import { attentionPage } from '../../send-log/attention-page.client.ts';
import { readCandidate } from '../../send-log/candidates.client.ts';
import { runsList } from '../../send-log/runs-list.client.ts';
import { searchLog } from '../../send-log/search-log.client.ts';
import { linesOf, type SendLine, sendsPage } from '../../send-log/sends-page.client.ts';
import { SEND_STATUSES } from '../../send-log/status.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { badCursor, notFound } from '../http/refusal.ts';
import { leadTo, showPage } from '../http/show.ts';
import { phaseName } from '../phase-status.ts';
import type { ConsoleServices } from '../services.client.ts';
import { exportPage } from './export-page.ts';
import { attentionListPage, logPage, phasesByRun } from './log-page.ts';
import { logSearchPage } from './log-search-page.ts';
import { runSendsPage } from './run-sends-page.ts';
import { sendPage } from './send-page.ts';

const filterSchema = z.object({
  run: z.string().regex(/^[\w-]{1,150}$/),
  status: z.enum(SEND_STATUSES).optional().catch(undefined),
  state: z.enum(STATES).optional().catch(undefined),
  cursor: z.string().optional(),
});
const whySchema = z.strictObject({
  why: z.string().trim().min(1, 'Say why').max(500, 'At most 500 characters'),
});
const exportFormSchema = filterSchema.omit({ cursor: true });
/** How many that need attention the first page shows. */
const FIRST_FEW = 10;
/** Ids of runs have an underscore, so that no other page's path is one. */
const RUN = ':run{[a-z0-9-]+_[\\w-]+}';

/** The send log: what became of every email, what needs a person, and trying again. */
export function registerLog(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/log', (c) => (c.req.query('run') ? showRun(c, services) : showLog(c, services)));
  app.get('/log/attention', (c) => showAttention(c, services));
  app.get('/log/search', (c) => showSearch(c, services));
  registerExports(app, services);
  app.post(`/log/${RUN}/retry`, (c) => retryAll(c, services));
  app.get(`/log/${RUN}/:filer`, async (c) => showSend(c, services));
  app.post(`/log/${RUN}/:filer/retry`, (c) => retryOne(c, services));
}

async function showLog(c: PageContext, services: ConsoleServices) {
  const [runs, attention] = await Promise.all([
    runsList(services),
    attentionPage({ limit: FIRST_FEW, services }),
  ]);
  const lines = attention.ok ? attention.lines : [];
  const view = { zone: zoneOf(c), runs, attention: lines, hasMore: attention.ok && attention.next !== null };
  return showPage(c, logPage(view), services);
}

async function showAttention(c: PageContext, services: ConsoleServices) {
  const cursor = c.req.query('cursor');
  const [runs, page] = await Promise.all([runsList(services), attentionPage({ cursor, services })]);
  if (!page.ok) throw badCursor();
  const view = { zone: zoneOf(c), runs, lines: page.lines, isFirst: !cursor, next: page.next };
  return showPage(c, attentionListPage(view), services);
}

async function showSearch(c: PageContext, services: ConsoleServices) {
  const typed = (c.req.query('q') ?? '').slice(0, 200);
  const cursor = c.req.query('cursor');
  const [runs, roster] = await Promise.all([runsList(services), services.roster.activeVersion()]);
  const asked = roster && { version: roster.version, typed };
  const answer = asked && (await searchLog(asked, { cursor, services }));
  if (cursor && answer && !answer.ok) throw badCursor();
  const view = { zone: zoneOf(c), typed, answer, phases: phasesByRun(runs), isFirst: !cursor };
  return showPage(c, logSearchPage(view), services);
}

async function showRun(c: PageContext, services: ConsoleServices) {
  const asked = filterSchema.safeParse(c.req.query());
  if (!asked.success) throw notFound('That run');
  const { run: runId, status, state, cursor } = asked.data;
  await existing(runId, services);
  const [page, counts] = await Promise.all([
    sendsPage({ runId, status, state }, { cursor, services }),
    services.counts.counts(),
  ]);
  if (!page.ok) throw badCursor();
  const { run, lines, next, lookFurther } = page;
  const view = {
    zone: zoneOf(c),
    person: c.var.person,
    run,
    counts: counts.get(runId) ?? null,
    status,
    state,
    lines,
    isFirst: !cursor,
    next,
    lookFurther,
    whyNoRetry: refusal(run, c.var.now)?.words ?? null,
  };
  return showPage(c, runSendsPage(view), services);
}

async function showSend(c: PageContext, services: ConsoleServices, problem?: string) {
  const run = await existing(c.req.param('run') ?? '', services);
  const line = await lineOf(run, c.req.param('filer') ?? '', services);
  const refused = refusal(run, c.var.now)?.words ?? null;
  const whyNoRetry = nextAttempt(line.facts) ? refused : 'Only what failed or is unknown is tried again.';
  const view = { zone: zoneOf(c), person: c.var.person, phase: phaseName(run), line, whyNoRetry, problem };
  return showPage(c, sendPage(view), { ...services, status: problem ? 400 : 200 });
}

/** @throws Refusal when the log knows no such send. */
async function lineOf(run: Run, filerId: string, services: ConsoleServices): Promise<SendLine> {
  const candidate = /^[0-9a-f]{16}$/.test(filerId)
    ? await readCandidate(run.runId, { filerId, services })
    : null;
  const [line] = candidate ? await linesOf([candidate], { run, services }) : [];
  if (!line) throw notFound('That email');
  return line;
}

async function retryOne(c: PageContext, services: ConsoleServices) {
  const form = await readForm(c, whySchema);
  if (!form.ok) return showSend(c, services, form.problems.why);
  const { runId } = await existing(c.req.param('run') ?? '', services);
  const filerId = c.req.param('filer') ?? '';
  return act(c, { runId, filerId, why: form.value.why, to: `/log/${runId}/${filerId}`, services });
}

async function retryAll(c: PageContext, services: ConsoleServices) {
  const { runId } = await existing(c.req.param('run') ?? '', services);
  const to = `/log?run=${runId}`;
  const form = await readForm(c, whySchema);
  if (!form.ok) {
    const notice = {
      kind: 'error',
      title: 'Nothing was tried again',
      text: 'Say why in the field “Why”.',
    } as const;
    return leadTo(c, to, { ...services, notice });
  }
  return act(c, { runId, all: true, why: form.value.why, to, services });
}

async function act(
  c: PageContext,
  asked: {
    runId: string;
    filerId?: string;
    all?: true;
    why: string;
    to: string;
    services: ConsoleServices;
  },
) {
  const { services, to, ...rest } = asked;
  const wanted = { act: 'retry', by: c.var.person.id, ...rest } as const;
  const { done, words } = await retry(wanted, { services, requestId: c.var.requestId });
  const title = done ? 'Tried again' : 'Nothing was tried again';
  return leadTo(c, to, { ...services, notice: { kind: done ? 'success' : 'warning', title, text: words } });
}

function registerExports(app: ConsoleApp, services: ConsoleServices): void {
  app.post('/log/exports', async (c) => {
    const form = await readForm(c, exportFormSchema);
    if (!form.ok) throw notFound('That run');
    const { run: runId, status, state } = form.value;
    await existing(runId, services);
    const filter = { runId, ...(status && { status }), ...(state && { state }) };
    const { id: by } = c.var.person;
    await services.acts.put({
      at: services.clock.now().toString(),
      requestId: c.var.requestId,
      act: { act: 'export', filter, by, why: 'Asked for a table of the send log' },
      before: [],
      after: [],
    });
    return leadTo(c, `/log/exports/${await services.exports.ask(filter, by)}`, services);
  });
  app.get('/log/exports/:id', async (c) => {
    const status = await services.exports.status(c.req.param('id'));
    if (!status) throw notFound('That export');
    return showPage(c, exportPage({ status, zone: zoneOf(c) }), services);
  });
  app.get('/log/exports/:id/file', async (c) => {
    const status = await services.exports.status(c.req.param('id'));
    if (status?.state !== 'done') throw notFound('That table');
    const name = ['send-log', status.filter.runId, status.filter.status, status.filter.state];
    const link = await services.exports.link(status.exportId, `${name.filter(Boolean).join('-')}.csv`);
    c.header('Cache-Control', 'no-store');
    return c.redirect(link, 303);
  });
}

/** @throws Refusal when there is none. */
async function existing(runId: string, services: Pick<ConsoleServices, 'runs'>): Promise<Run> {
  const run = await services.runs.run(runId);
  if (!run) throw notFound('That run');
  return run;
}

/** The court's zone; before the first plan there is nothing with a time. */
function zoneOf(c: PageContext): string {
  return c.var.plan?.plan.court.zone ?? 'UTC';
}
