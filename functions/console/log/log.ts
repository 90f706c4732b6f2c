import { z } from 'zod';
import { retry } from '../../commands/retry.ts';
import { STATES } from '../../domain/filer/state.ts';
import { runRefusal } from '../../domain/run/decide-retry.ts';
import { nextAttempt } from '../../domain/run/retry.ts';
import type { Run } from '../../domain/run/run.ts';
import { ATTENTION_STATUSES, SEND_STATUSES } from '../../domain/send/status.ts';
import { attentionPage } from '../../queries/attention-page.ts';
import { readSend } from '../../queries/filer-send.ts';
import { runsList } from '../../queries/runs-list.ts';
import { searchLog } from '../../queries/search-log.ts';
import { linesOf, type SendLine } from '../../queries/send-line.ts';
import { sendsPage } from '../../queries/sends-page.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { badCursor, notFound } from '../http/refusal.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import { zoneOf } from '../http/zone.ts';
import { phaseName } from '../phases/phase-name.ts';
import type { ConsoleServices } from '../services.ts';
import { existingRun } from './existing-run.ts';
import { registerGivenUp } from './given-up.ts';
import { registerLogExports } from './log-export.ts';
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
const searchSchema = filterSchema
  .omit({ cursor: true })
  .extend({ run: filterSchema.shape.run.optional().catch(undefined) });
const attentionSchema = z.enum(ATTENTION_STATUSES).optional().catch(undefined);
const formSchema = z.strictObject({ why: whySchema });
/** How many that need attention the first page shows. */
const FIRST_FEW = 10;
/** Ids of runs have an underscore, so that no other page's path is one. */
const RUN = ':run{[a-z0-9-]+_[\\w-]+}';

/** The send log: what became of every email, what needs a person, and trying again. */
export function registerLog(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/log', (c) => (c.req.query('run') ? showRun(c, services) : showLog(c, services)));
  app.get('/log/attention', (c) => showAttention(c, services));
  app.get('/log/search', (c) => showSearch(c, services));
  registerGivenUp(app, services);
  registerLogExports(app, services);
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
  return renderPage(c, logPage(view), services);
}

async function showAttention(c: PageContext, services: ConsoleServices) {
  const cursor = c.req.query('cursor');
  const status = attentionSchema.parse(c.req.query('status'));
  const [runs, page] = await Promise.all([runsList(services), attentionPage({ status, cursor, services })]);
  if (!page.ok) throw badCursor();
  const { lines, next } = page;
  const view = { zone: zoneOf(c), runs, status, lines, isFirst: !cursor, next };
  return renderPage(c, attentionListPage(view), services);
}

async function showSearch(c: PageContext, services: ConsoleServices) {
  const typed = (c.req.query('q') ?? '').slice(0, 200);
  const cursor = c.req.query('cursor');
  const [runs, roster] = await Promise.all([runsList(services), services.roster.activeVersion()]);
  const { run: runId, status, state } = searchSchema.parse(c.req.query());
  const filter = { runId, status, state };
  const asked = roster && { version: roster.version, typed, ...filter };
  const answer = asked && (await searchLog(asked, { cursor, services }));
  if (cursor && answer && !answer.ok) throw badCursor();
  const { person } = c.var;
  const phases = phasesByRun(runs);
  const view = { zone: zoneOf(c), person, typed, filter, answer, phases, isFirst: !cursor };
  return renderPage(c, logSearchPage(view), services);
}

async function showRun(c: PageContext, services: ConsoleServices) {
  const asked = filterSchema.safeParse(c.req.query());
  if (!asked.success) throw notFound('That run');
  const { run: runId, status, state, cursor } = asked.data;
  await existingRun(runId, services);
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
    whyNoRetry: runRefusal(run, c.var.now)?.message ?? null,
  };
  return renderPage(c, runSendsPage(view), services);
}

async function showSend(c: PageContext, services: ConsoleServices, problem?: string) {
  const run = await existingRun(c.req.param('run') ?? '', services);
  const line = await lineOf(run, c.req.param('filer') ?? '', services);
  const refused = runRefusal(run, c.var.now)?.message ?? null;
  const whyNoRetry = nextAttempt(line.facts) ? refused : 'Only what failed or is unknown is tried again.';
  const view = { zone: zoneOf(c), person: c.var.person, phase: phaseName(run), line, whyNoRetry, problem };
  return renderPage(c, sendPage(view), { ...services, status: problem ? 400 : 200 });
}

/** @throws Refusal when the log knows no such send. */
async function lineOf(run: Run, filerId: string, services: ConsoleServices): Promise<SendLine> {
  const send = /^[0-9a-f]{16}$/.test(filerId) ? await readSend(run.runId, { filerId, services }) : null;
  const [line] = send ? await linesOf([send], { run, services }) : [];
  if (!line) throw notFound('That email');
  return line;
}

async function retryOne(c: PageContext, services: ConsoleServices) {
  const form = await readForm(c, formSchema);
  if (!form.ok) return showSend(c, services, form.problems.why);
  const { runId } = await existingRun(c.req.param('run') ?? '', services);
  const filerId = c.req.param('filer') ?? '';
  return act(c, { runId, filerId, why: form.value.why, to: `/log/${runId}/${filerId}`, services });
}

async function retryAll(c: PageContext, services: ConsoleServices) {
  const { runId } = await existingRun(c.req.param('run') ?? '', services);
  const to = `/log?run=${runId}`;
  const form = await readForm(c, formSchema);
  if (!form.ok) {
    const notice = {
      kind: 'error',
      title: 'Nothing was tried again',
      text: 'Say why in the field “Why”.',
    } as const;
    return redirectTo(c, to, { ...services, notice });
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
  const { done, message } = await retry(wanted, { services, requestId: c.var.requestId });
  const title = done ? 'Tried again' : 'Nothing was tried again';
  return redirectTo(c, to, {
    ...services,
    notice: { kind: done ? 'success' : 'warning', title, text: message },
  });
}
