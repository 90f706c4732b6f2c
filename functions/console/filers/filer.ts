import * as z from 'zod';
import { unsuppress } from '../../commands/unsuppress.ts';
import { personActor } from '../../domain/actor.ts';
import { may } from '../../domain/person.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import { datesOf } from '../../domain/plan/plan-version.ts';
import { runRefusal } from '../../domain/run/decide-retry.ts';
import type { Run } from '../../domain/run/run.ts';
import { type FilerTimeline, filerTimeline } from '../../queries/filer-timeline.ts';
import { loadPhases } from '../../queries/phases/load-phases.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { returnForm } from '../http/kept-form.ts';
import { notFound } from '../http/refusal.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import { zoneOf } from '../http/zone.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import type { Page } from '../ui/layout.tsx';
import { registerCall } from './calls/call.ts';
import { registerCorrect } from './correct/correct.ts';
import { erasedFilerPage } from './erasure-page.tsx';
import { idOf } from './filer-id.ts';
import { type Ahead, type NextEmail, nextEmail } from './filer-next.ts';
import { filerPage } from './filer-page.tsx';
import { pivotDateOf } from './filers.ts';

/** Everything about one filer: facts, state, emails, what happened. */
export function registerFiler(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/filers/:id', (c) => showFiler(c, services));
  registerCall(app, services);
  registerCorrect(app, services);
  app.post('/filers/:id/unsuppress', requirePermission('operate'), (c) => mailAgain(c, services));
}

const formSchema = z.strictObject({ why: whySchema });

/** Lifts the suppression of a filer's addresses, for both roles; the audit log keeps it. */
async function mailAgain(c: PageContext, services: ConsoleServices): Promise<Response> {
  const filerId = idOf(c);
  const form = await readForm(c, formSchema);
  if (!form.ok) return returnForm(c, form, { services, page: `/filers/${filerId}` });
  const act = { act: 'unsuppress', filerId, by: personActor(c.var.person), why: form.value.why } as const;
  const { done, message } = await unsuppress(act, { services, requestId: c.var.requestId });
  const notice = done
    ? ({ kind: 'success', title: 'Emails to this filer are allowed again', text: message } as const)
    : ({ kind: 'warning', title: 'Nothing has changed', text: message } as const);
  return redirectTo(c, `/filers/${filerId}`, { ...services, notice });
}

async function showFiler(c: PageContext, services: ConsoleServices): Promise<Response> {
  const loaded = await findFiler(c, services);
  if (!loaded) return renderPage(c, await erasedFiler(c, services), services);
  const { timeline, ahead, next } = loaded;
  const filerId = idOf(c);
  const [calls, callStatus] = await Promise.all([
    services.calls.ofFiler(filerId),
    services.calls.callStatus(filerId),
  ]);
  const colleagues = [...calls.map(({ by }) => by), ...(callStatus?.assignee ? [callStatus.assignee] : [])];
  const view = {
    ...timeline,
    filerId,
    calls,
    callStatus,
    names: await services.sessions.names(colleagues),
    zone: zoneOf(c),
    now: c.var.now,
    person: c.var.person,
    next,
    phases: new Map(ahead.runs.map((run: Run) => [run.runId, phaseName(run)])),
    openRuns: new Set(ahead.runs.flatMap((run) => (runRefusal(run, c.var.now) === null ? [run.runId] : []))),
  };
  return renderPage(c, filerPage(view), services);
}

/** The page of a filer of whom only the record of their erasure is left. @throws Refusal when there is none */
async function erasedFiler(c: PageContext, services: ConsoleServices): Promise<Page> {
  const erasure = await services.erasures.find(idOf(c));
  if (!erasure) throw notFound('This filer');
  return erasedFilerPage(erasure, { zone: zoneOf(c), mayErase: may(c.var.person, 'erase') });
}

/** A filer with what is ahead of them. */
export interface LoadedFiler {
  readonly timeline: FilerTimeline;
  readonly ahead: Ahead;
  readonly next: NextEmail;
}

/** Loads a filer by the id in the path. @throws Refusal when there is none */
export async function loadFiler(c: PageContext, services: ConsoleServices): Promise<LoadedFiler> {
  const loaded = await findFiler(c, services);
  if (!loaded) throw notFound('This filer');
  return loaded;
}

async function findFiler(c: PageContext, services: ConsoleServices): Promise<LoadedFiler | null> {
  const { plan: current, now } = c.var;
  const [timeline, ahead] = await Promise.all([
    filerTimeline(idOf(c), { pivotDate: pivotDateOf(c), services }),
    current ? loadPhases(current, { services, now }) : { phases: [], runs: [] },
  ]);
  if (!timeline) return null;
  const known = { ...ahead, dates: current ? datesOf(current.plan) : '' };
  return { timeline, ahead: known, next: nextEmail(timeline, known) };
}
