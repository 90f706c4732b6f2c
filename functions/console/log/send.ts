import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { retry } from '../../commands/retry.ts';
import { personActor } from '../../domain/actor.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import { runRefusal } from '../../domain/run/decide-retry.ts';
import { nextAttempt } from '../../domain/run/retry.ts';
import type { Run } from '../../domain/run/run.ts';
import { readSend } from '../../queries/filer-send.ts';
import { linesOf, type SendLine } from '../../queries/send-line.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { returnForm } from '../http/kept-form.ts';
import { notFound } from '../http/refusal.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import { zoneOf } from '../http/zone.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import { existingRun } from './runs.ts';
import { sendPage } from './send-page.tsx';
import { shownLines } from './shown-lines.ts';

const formSchema = z.strictObject({ why: whySchema });
/** Ids of runs have an underscore, so that no other page's path is one. */
const RUN = ':run{[a-z0-9-]+_[\\w-]+}';

/** One send with everything that happened, and retries of one send or of a run. */
export function registerSends(app: ConsoleApp, services: ConsoleServices): void {
  app.post(`/log/${RUN}/retry`, requirePermission('operate'), (c) => retryRun(c, services));
  app.get(`/log/${RUN}/:filer`, (c) => showSend(c, services));
  app.post(`/log/${RUN}/:filer/retry`, requirePermission('operate'), (c) => retrySend(c, services));
}

/** Why nothing of a run may be retried, as a sentence; `null`: it may. */
export function whyNoRetry(run: Run, now: Temporal.Instant): string | null {
  return runRefusal(run, now)?.message ?? null;
}

async function showSend(c: PageContext, services: ConsoleServices): Promise<Response> {
  const run = await existingRun(c.req.param('run') ?? '', services);
  const line = await lineOf(c, run, services);
  const view = {
    zone: zoneOf(c),
    person: c.var.person,
    phase: phaseName(run),
    line,
    whyNoRetry: nextAttempt(line.facts)
      ? whyNoRetry(run, c.var.now)
      : 'Only failed or unconfirmed emails can be retried.',
  };
  return renderPage(c, sendPage(view), services);
}

/** @throws Refusal when the log knows no such send. */
async function lineOf(c: PageContext, run: Run, services: ConsoleServices): Promise<SendLine> {
  const filerId = c.req.param('filer') ?? '';
  const send = /^[0-9a-f]{16}$/.test(filerId) ? await readSend(run.runId, { filerId, services }) : null;
  const lines = send ? await linesOf([send], { run, services }) : [];
  const runs = await services.runs.runs();
  const [line] = await shownLines(c, lines, { runs, services });
  if (!line) throw notFound('That email');
  return line;
}

async function retrySend(c: PageContext, services: ConsoleServices): Promise<Response> {
  const form = await readForm(c, formSchema);
  const { runId } = await existingRun(c.req.param('run') ?? '', services);
  const filerId = c.req.param('filer') ?? '';
  const path = `/log/${runId}/${filerId}`;
  if (!form.ok) return returnForm(c, form, { services, page: path });
  const { why } = form.value;
  return retryAndShow(c, services, { command: { runId, filerId, why }, path });
}

async function retryRun(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { runId } = await existingRun(c.req.param('run') ?? '', services);
  const path = `/log?run=${runId}`;
  const form = await readForm(c, formSchema);
  if (!form.ok) return returnForm(c, form, { services, page: path });
  const { why } = form.value;
  return retryAndShow(c, services, { command: { runId, all: true, why }, path });
}

interface Retry {
  /** One send by its filer, or all of the run. */
  readonly command: {
    readonly runId: string;
    readonly filerId?: string;
    readonly all?: true;
    readonly why: string;
  };
  /** The page that shows the result. */
  readonly path: string;
}

async function retryAndShow(
  c: PageContext,
  services: ConsoleServices,
  { command, path }: Retry,
): Promise<Response> {
  const act = { act: 'retry', by: personActor(c.var.person), ...command } as const;
  const { done, message } = await retry(act, { services, requestId: c.var.requestId });
  const notice = done
    ? ({ kind: 'success', title: 'Retry started', text: message } as const)
    : ({ kind: 'warning', title: 'Nothing was retried', text: message } as const);
  return redirectTo(c, path, { ...services, notice });
}
