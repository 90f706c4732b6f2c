import * as z from 'zod';
import { cancel } from '../../commands/cancel.ts';
import { personActor } from '../../domain/actor.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import { confirmSchema } from '../http/confirm.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { returnForm } from '../http/kept-form.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import { type CancelView, cancelPage } from './cancel-page.tsx';
import { phaseOf } from './load-phase.ts';
import { noticeOf, runChanged } from './phase-commands.ts';

/** Canceling a run permanently, which only clerks may do. */
export function registerCancel(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/phases/:id/cancel', requirePermission('edit'), async (c) => {
    const view = await cancelView(c, services);
    return view ? renderPage(c, cancelPage(view), services) : nothingToCancel(c, services);
  });
  app.post('/phases/:id/cancel', requirePermission('edit'), (c) => cancelRun(c, services));
}

async function cancelRun(c: PageContext, services: ConsoleServices): Promise<Response> {
  const view = await cancelView(c, services);
  if (!view) return nothingToCancel(c, services);
  const { id } = view.phase;
  const form = await readForm(
    c,
    z.strictObject({
      why: whySchema,
      run: z.string().max(100),
      confirm: confirmSchema('cancel', 'Nothing was canceled.'),
    }),
  );
  if (!form.ok) return returnForm(c, form, { services, page: `/phases/${id}/cancel` });
  const { run, why } = form.value;
  if (run !== view.run.runId) return runChanged(c, { why }, services);
  const command = { act: 'cancel', runId: run, by: personActor(c.var.person), why } as const;
  const result = await cancel(command, { services, requestId: c.var.requestId });
  const notice = noticeOf(result, { title: `${phaseName(view.phase)} is canceled`, text: result.message });
  return redirectTo(c, `/phases/${id}`, { ...services, notice });
}

/** @returns `null`: the phase has no run that could be canceled */
async function cancelView(c: PageContext, services: ConsoleServices): Promise<CancelView | null> {
  const { phase, current } = await phaseOf(c, services);
  const { run } = phase.currentRun;
  if (!run || run.completedAt) return null;
  return { phase, run, person: c.var.person, zone: current.plan.court.zone };
}

function nothingToCancel(c: PageContext, services: ConsoleServices): Response {
  const notice = {
    kind: 'info',
    title: 'Nothing to cancel',
    text: 'No run of this phase is under way. See its status below.',
  } as const;
  return redirectTo(c, `/phases/${c.req.param('id')}`, { ...services, notice });
}
