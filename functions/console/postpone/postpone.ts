import * as z from 'zod';
import { type Postponed, postpone } from '../../commands/postpone.ts';
import { pivotAt } from '../../domain/plan/phases.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { planHash } from '../../domain/plan/plan-version.ts';
import { isPostponed, postponedPlan } from '../../domain/plan/postponed-plan.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import { reasonsOf } from '../../domain/run/send-gate.ts';
import { linkTo } from '../../lib/link-to.ts';
import { loadPhases } from '../../queries/phases/load-phases.ts';
import { confirmSchema } from '../http/confirm.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { returnForm } from '../http/kept-form.ts';
import { notFound } from '../http/refusal.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import type { Notice } from '../ui/alert.tsx';
import { type PostponeView, postponePage } from './postpone-page.tsx';
import { type PostponedView, postponedPage } from './postponed-page.tsx';

const schema = z.strictObject({
  why: whySchema,
  confirm: confirmSchema('postpone', 'Nothing was done.'),
});

/** The emergency: one form stops everything that is scheduled, and the page then says what holds and what is next. */
export function registerPostpone(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/postpone', (c) => show(c, services));
  app.post('/postpone', requirePermission('operate'), (c) => confirm(c, services));
}

async function confirm(c: PageContext, services: ConsoleServices): Promise<Response> {
  const form = await readForm(c, schema);
  if (!form.ok) return returnForm(c, form, { services, page: '/postpone' });
  const { person, requestId } = c.var;
  const request = { person: person.id, why: form.value.why };
  const result = await postpone(request, { services, requestId });
  const awaits = result.outcome === 'uploaded' ? { awaits: result.hash } : {};
  return redirectTo(c, linkTo('/postpone', awaits), { ...services, notice: noticeOf(result) });
}

/** @throws Refusal when there is no plan yet */
async function show(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { plan: current, person } = c.var;
  if (!current) throw notFound('A launch to postpone');
  const { awaits } = c.req.query();
  const state = await stateOf(current, { c, services });
  if (isPostponed(current.plan)) return renderPage(c, postponedPage({ ...state, person }), services);
  const isAwaited = awaits !== undefined && awaits === planHash(postponedPlan(current.plan));
  const view = { ...state, ...planned(current.plan), person, isAwaited };
  return renderPage(c, postponePage(view), services);
}

async function stateOf(
  current: CurrentPlan,
  { c, services }: { c: PageContext; services: ConsoleServices },
): Promise<Pick<PostponedView, 'zone' | 'isPaused' | 'change'> & Pick<PostponeView, 'ahead' | 'now'>> {
  const { now } = c.var;
  const { phases, gate } = await loadPhases(current, { services, now });
  return {
    now,
    zone: current.plan.court.zone,
    isPaused: reasonsOf(gate, 'all').length > 0,
    change: phases.find(({ kind }) => kind === 'date-change') ?? null,
    ahead: phases.filter(({ status }) => UPCOMING.has(status.kind)).length,
  };
}

/** Statuses of phases that postponing keeps from being sent, or from being sent to the end. */
const UPCOMING: ReadonlySet<string> = new Set(['planned', 'released', 'waiting', 'sending', 'held']);

function planned(plan: Plan): Pick<PostponeView, 'pivot' | 'wordingDates' | 'twoPersonApproval'> {
  const { meantDates } = postponedPlan(plan);
  return {
    twoPersonApproval: plan.twoPersonApproval,
    pivot: pivotAt(plan)!.toInstant().toString(),
    wordingDates: meantDates.filter((date) => !plan.meantDates.includes(date)),
  };
}

const PAUSED = 'All sending is paused, and stays paused until someone resumes it.';

function noticeOf(result: Postponed): Notice {
  switch (result.outcome) {
    case 'uploaded':
      return {
        kind: 'success',
        title: 'The launch is being postponed',
        text: `${PAUSED} Recorded with your name.`,
      };
    case 'no-date':
      return { kind: 'success', title: 'Sending is paused', text: 'The launch had no date to postpone.' };
    case 'failed':
      return {
        kind: 'error',
        title: 'Sending is paused, but the plan still has its date',
        text: `${PAUSED} Something went wrong when the plan was changed. Try again; if that fails, call operations staff.`,
      };
    case 'refused': {
      const [first] = result.problems;
      const why = first ? ` ${first.path.slice(0, 200)} ${first.message.slice(0, 400)}.` : '';
      return {
        kind: 'error',
        title: 'Sending is paused, but the plan still has its date',
        text: `${PAUSED} The plan can’t be used without a date:${why} Change the dates in the launch plan instead.`,
      };
    }
  }
}
