import { z } from 'zod';
import { cancel } from '../../commands/cancel.ts';
import { hold, lift } from '../../commands/hold.ts';
import type { CommandResult } from '../../domain/audit.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { notFound } from '../http/refusal.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import { requireRole } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import type { Notice } from '../ui/alert.tsx';
import { cancelPage } from './cancel-page.tsx';
import { phaseOf, type ShowPhase } from './phase.ts';
import { phaseName } from './phase-name.ts';
import { showPhases } from './phases.ts';

const run = z.string().max(100);
const reason = z.string().regex(/^[A-Za-z0-9/_-]{1,80}$/);
const everythingSchema = z.strictObject({ why: whySchema });
const liftAllSchema = z.strictObject({ why: whySchema, reason });
const holdSchema = z.strictObject({ why: whySchema, run });
const liftSchema = z.strictObject({ why: whySchema, run, reason });

/** Holds and their ends, for both roles; and the end of a run, for clerks. */
export function registerPhaseActs(
  app: ConsoleApp,
  { services, showPhase }: { services: ConsoleServices; showPhase: ShowPhase },
): void {
  app.post('/sending/hold', async (c) => {
    const form = await readForm(c, everythingSchema);
    if (!form.ok) return showPhases(c, services, form.problems.why);
    const result = await hold(
      { act: 'hold', scope: 'all', by: c.var.person.id, why: form.value.why },
      asked(c, services),
    );
    return redirectTo(c, '/phases', {
      ...services,
      notice: noticeOf(result, { title: 'Held', text: 'It is kept on the record with your name.' }),
    });
  });

  app.post('/sending/lift', async (c) => {
    const form = await readForm(c, liftAllSchema);
    if (!form.ok) return showPhases(c, services, form.problems.why ?? 'This hold is not known.');
    const act = { act: 'lift', scope: 'all', by: c.var.person.id, ...form.value } as const;
    const result = await lift(act, asked(c, services));
    return redirectTo(c, '/phases', { ...services, notice: noticeOf(result, LIFTED) });
  });

  app.post('/phases/:id/hold', async (c) => {
    const form = await readForm(c, holdSchema);
    if (!form.ok) return showPhase(c, { form: 'hold', text: form.problems.why ?? 'Load the page again.' });
    const { scope, path } = await standing(c, { services, runId: form.value.run });
    const act = { act: 'hold', scope, by: c.var.person.id, why: form.value.why } as const;
    const result = await hold(act, asked(c, services));
    return redirectTo(c, path, {
      ...services,
      notice: noticeOf(result, {
        title: 'The run is held',
        text: 'No further email of it goes out until somebody lifts that.',
      }),
    });
  });

  app.post('/phases/:id/lift', async (c) => {
    const form = await readForm(c, liftSchema);
    if (!form.ok) return showPhase(c, { form: 'hold', text: form.problems.why ?? 'Load the page again.' });
    const { scope, path } = await standing(c, { services, runId: form.value.run });
    const { why, reason } = form.value;
    const result = await lift({ act: 'lift', scope, reason, by: c.var.person.id, why }, asked(c, services));
    return redirectTo(c, path, { ...services, notice: noticeOf(result, LIFTED) });
  });

  registerCancel(app, services);
}

function registerCancel(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/phases/:id/cancel', requireRole('clerk'), async (c) => {
    const { phase, current } = await phaseOf(c, services);
    const { run } = phase.standing;
    if (!run || run.completedAt) throw notFound('A run to cancel');
    const { person } = c.var;
    return renderPage(c, cancelPage({ phase, run, person, zone: current.plan.court.zone }), services);
  });

  app.post('/phases/:id/cancel', requireRole('clerk'), async (c) => {
    const { phase, current } = await phaseOf(c, services);
    const form = await readForm(
      c,
      z.strictObject({
        why: whySchema,
        run,
        confirm: z.literal(phase.id, `Type ${phase.id} to confirm. Nothing was cancelled.`),
      }),
    );
    const { run: standingRun } = phase.standing;
    if (!standingRun) throw notFound('A run to cancel');
    if (!form.ok) {
      const view = { phase, run: standingRun, person: c.var.person, zone: current.plan.court.zone };
      return renderPage(c, cancelPage({ ...view, ...form }), { ...services, status: 400 });
    }
    const { scope, path } = await standing(c, { services, runId: form.value.run });
    const act = { act: 'cancel', runId: scope, by: c.var.person.id, why: form.value.why } as const;
    const result = await cancel(act, asked(c, services));
    return redirectTo(c, path, {
      ...services,
      notice: noticeOf(result, { title: `${phaseName(phase)} is cancelled`, text: result.message }),
    });
  });
}

/** The run that the form was about, if it is still the phase's. @throws Refusal otherwise */
async function standing(
  c: PageContext,
  { services, runId }: { services: ConsoleServices; runId: string },
): Promise<{ scope: string; path: string }> {
  const { phase } = await phaseOf(c, services);
  if (phase.standing.run?.runId !== runId) throw notFound('The run that this was about');
  return { scope: runId, path: `/phases/${phase.id}` };
}

function asked(c: PageContext, services: ConsoleServices) {
  return { services, requestId: c.var.requestId };
}

const LIFTED = {
  title: 'The hold is lifted',
  text: 'What waits goes on now, unless something else still holds it.',
};

/** What came of it; why not in the words of the act, which knows. */
function noticeOf({ done, message }: CommandResult, success: { title: string; text: string }): Notice {
  return done
    ? { kind: 'success', ...success }
    : { kind: 'warning', title: 'Nothing was done', text: message };
}
