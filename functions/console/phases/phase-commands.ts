import * as z from 'zod';
import { hold, lift } from '../../commands/hold.ts';
import { personActor } from '../../domain/actor.ts';
import type { CommandResult } from '../../domain/command.ts';
import { reasonsOf } from '../../domain/run/send-gate.ts';
import { shortHoldLabel } from '../../queries/phases/hold-labels.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { type FormValues, readForm, WHOLE_FORM } from '../http/form.ts';
import { returnForm } from '../http/kept-form.ts';
import { redirectTo } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import type { Notice } from '../ui/alert.tsx';
import { phaseOf } from './load-phase.ts';

const runId = z.string().max(100);
const reason = z.string().regex(/^[A-Za-z0-9/_-]{1,80}$/);
const holdAllSchema = z.strictObject({ why: whySchema });
const liftAllSchema = z.strictObject({ why: whySchema, reason });
const holdSchema = z.strictObject({ why: whySchema, run: runId });
const liftSchema = z.strictObject({ why: whySchema, run: runId, reason });

/** Holding and lifting, of everything and of one run. Clerks and operations staff may do it. */
export function registerHolds(app: ConsoleApp, services: ConsoleServices): void {
  app.post('/sending/hold', requirePermission('operate'), (c) => holdAll(c, services));
  app.post('/sending/lift', requirePermission('operate'), (c) => liftAll(c, services));
  app.post('/phases/:id/hold', requirePermission('operate'), (c) => holdRun(c, services));
  app.post('/phases/:id/lift', requirePermission('operate'), (c) => liftRun(c, services));
}

async function holdAll(c: PageContext, services: ConsoleServices): Promise<Response> {
  const form = await readForm(c, holdAllSchema);
  if (!form.ok) return returnForm(c, form, { services, page: '/phases' });
  const command = { act: 'hold', scope: 'all', by: personActor(c.var.person), ...form.value } as const;
  const result = await hold(command, { services, requestId: c.var.requestId });
  const notice = noticeOf(result, { title: 'All sending is paused', text: 'Recorded with your name.' });
  return redirectTo(c, '/phases', { ...services, notice });
}

async function liftAll(c: PageContext, services: ConsoleServices): Promise<Response> {
  const form = await readForm(c, liftAllSchema);
  if (!form.ok) return returnForm(c, form, { services, page: '/phases' });
  const command = { act: 'lift', scope: 'all', by: personActor(c.var.person), ...form.value } as const;
  const result = await lift(command, { services, requestId: c.var.requestId });
  const notice = noticeOf(result, await lifted('all', services));
  return redirectTo(c, '/phases', { ...services, notice });
}

async function holdRun(c: PageContext, services: ConsoleServices): Promise<Response> {
  const form = await readForm(c, holdSchema);
  if (!form.ok) return returnForm(c, form, { services, page: pageOf(c) });
  const { run, why } = form.value;
  const path = pageOf(c);
  if (!(await isCurrentRun(run, c, services))) return runChanged(c, form.value, services);
  if ((await services.runs.run(run))?.completedAt !== undefined)
    return redirectTo(c, path, { ...services, notice: ALL_SENT });
  const command = { act: 'hold', scope: run, by: personActor(c.var.person), why } as const;
  const result = await hold(command, { services, requestId: c.var.requestId });
  return redirectTo(c, path, { ...services, notice: noticeOf(result, HELD) });
}

async function liftRun(c: PageContext, services: ConsoleServices): Promise<Response> {
  const form = await readForm(c, liftSchema);
  if (!form.ok) return returnForm(c, form, { services, page: pageOf(c) });
  const { run, reason, why } = form.value;
  if (!(await isCurrentRun(run, c, services))) return runChanged(c, form.value, services);
  const command = { act: 'lift', scope: run, reason, by: personActor(c.var.person), why } as const;
  const result = await lift(command, { services, requestId: c.var.requestId });
  const notice = noticeOf(result, await lifted(run, services));
  return redirectTo(c, pageOf(c), { ...services, notice });
}

/** The page of the phase in the path. */
function pageOf(c: PageContext): string {
  return `/phases/${c.req.param('id')}`;
}

async function isCurrentRun(
  runId: string,
  ...[c, services]: [c: PageContext, services: ConsoleServices]
): Promise<boolean> {
  const { phase } = await phaseOf(c, services);
  return phase.currentRun.run?.runId === runId;
}

/** Shows the form of a run again that isn't the phase's current one any more. */
export function runChanged(c: PageContext, values: FormValues, services: ConsoleServices): Promise<Response> {
  const problems = { [WHOLE_FORM]: RUN_CHANGED };
  return returnForm(c, { values, problems }, { services, page: pageOf(c) });
}

const RUN_CHANGED =
  'The phase has another run since you opened this page. Check its status below, then decide again.';

interface Success {
  readonly title: string;
  readonly text: string;
}

const HELD: Success = {
  title: 'The run is paused',
  text: 'No more of its emails will be sent until someone resumes it.',
};
const ALL_SENT: Notice = {
  kind: 'warning',
  title: 'Nothing was paused',
  text: 'No emails of this phase are waiting: all of them were handled already.',
};

/** What a resume came to, by what still holds afterwards. */
async function lifted(scope: string, { gate }: Pick<ConsoleServices, 'gate'>): Promise<Success> {
  const read = await gate.read();
  const own = reasonsOf(read, scope).map((reason) => shortHoldLabel(reason));
  const all = scope === 'all' ? [] : reasonsOf(read, 'all').map((reason) => shortHoldLabel(`all:${reason}`));
  const labels = [...own, ...all];
  if (labels.length === 0) return { title: 'Resumed', text: 'Waiting emails are being sent now.' };
  return { title: 'Still paused', text: `That pause is over, but another one isn’t. ${labels.join(' ')}` };
}

/** What the next page tells about a command; why nothing was done, in the command's own message. */
export function noticeOf({ done, message }: CommandResult, success: Success): Notice {
  return done
    ? { kind: 'success', ...success }
    : { kind: 'warning', title: 'Nothing was done', text: message };
}
