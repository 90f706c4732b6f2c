import { Hono } from 'hono';
import { registerAudit } from './audit/audit.ts';
import { registerFiler } from './filers/filer.ts';
import { registerFilerEmail } from './filers/filer-email.ts';
import { registerFilers } from './filers/filers.ts';
import { registerPhoneList } from './filers/phone-list.ts';
import { registerAssets } from './http/assets-route.ts';
import type { ConsoleApp, ConsoleEnv, PageContext } from './http/context.ts';
import { errorPage, FAILED } from './http/error-page.tsx';
import { notFound, Refusal } from './http/refusal.ts';
import { contentPolicy, securityHeaders } from './http/security.ts';
import { renderPage } from './http/show.ts';
import { registerLog } from './log/log.ts';
import { registerOverview } from './overview/overview.ts';
import { requirePerson } from './people/guard.ts';
import { registerSignIn, registerSignOut } from './people/sign-in.ts';
import { registerCancel } from './phases/cancel.ts';
import { registerPhase } from './phases/phase.ts';
import { registerHolds } from './phases/phase-commands.ts';
import { registerPhases } from './phases/phases.ts';
import { registerPreview } from './phases/preview.ts';
import { registerRelease } from './phases/release.ts';
import { registerPlan } from './plan/plan.ts';
import { registerPlanUpload } from './plan/plan-upload.ts';
import { registerRoster } from './roster/roster.ts';
import type { ConsoleServices } from './services.ts';

/**
 * The console: every page, in the order in which they stand in the navigation.
 *
 * How a page is made, after `pages/overview-page.ts` and `pages/overview.client.ts`:
 *
 * 1. `pages/x-page.ts` is pure: a view-model's type, and `xPage(view): Page`, built with `html` of `hono/html`. Every value
 *    in it is escaped; never use `raw`, and put values into quoted attributes only. No inline script or style: the policy
 *    forbids them. Parts to build with are in `parts/`; a page below another one names that as `back`.
 * 2. `pages/x.client.ts` loads and answers: `registerX(app, services)`. A GET reads and ends in `renderPage(c, xPage(view), services)`.
 * 3. Below, `registerX(app, services)` stands in the order of the navigation, and `pages/navigation.ts` has its line.
 * 4. `c.var` has `person` (who is signed in), `plan` (in force, or `null`), `now` (the launch's time), `requestId`.
 * 5. A form is `actForm(path, { person, body })`, which carries the CSRF secret. The guard has checked it before a handler
 *    runs. Read the rest by `readForm(c, schema)`; show its problems beside the fields with status 400.
 * 6. A POST acts by the functions of `functions/commands/` and the stages, records by the store of acts, and ends in
 *    `redirectTo(c, path, { settings, notice })`: the next page shows the notice, and reloading repeats nothing.
 * 7. What only clerks may do has `requireRole('clerk')` before its handler; a page hides what its reader may not do.
 * 8. Whatever can't be answered throws a `Refusal` with what happened, why, and what to do; `notFound()` is one.
 * 9. Times are `timeOf(instant, zone)`, lists end in `pageLinks`, lists with nothing in them are an `emptyState`.
 * 10. A script, for what can't be done without, is `assets/scripts/x.ts`, named in the page's `scripts`. What moves by itself
 *     is `<div id="x" data-live="5">` with the script `live`.
 */
export function consoleApp(services: ConsoleServices): ConsoleApp {
  const app: ConsoleApp = new Hono<ConsoleEnv>();
  prepare(app, services);
  registerAssets(app);
  registerSignIn(app, services);
  // From here on somebody is signed in, and every form is theirs.
  app.use(requirePerson(services));
  registerSignOut(app, services);
  registerOverview(app, services);
  registerPhases(app, services);
  const showPhase = registerPhase(app, services);
  registerHolds(app, { services, showPhase });
  registerCancel(app, services);
  registerPreview(app, services);
  registerRelease(app, services);
  registerPlan(app, services);
  registerPlanUpload(app, services);
  registerRoster(app, services);
  registerFilers(app, services);
  // Before the filers themselves: its path is no filer's id.
  registerPhoneList(app, services);
  registerFiler(app, services);
  registerFilerEmail(app, services);
  registerLog(app, services);
  registerAudit(app, services);
  return app;
}

/** What comes before and after every page: the time, the headers, and errors. */
function prepare(app: ConsoleApp, services: ConsoleServices): void {
  const { settings, clock } = services;
  const headers = securityHeaders(settings);
  app.use(async (c, next) => {
    c.set('requestId', c.env.requestId);
    c.set('requestedAt', c.env.requestedAt);
    c.set('now', clock.now());
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    c.header('Content-Security-Policy', contentPolicy(await services.uploadOrigin()));
    if (c.env.refusal) throw c.env.refusal;
    return next();
  });
  app.notFound(() => {
    throw notFound();
  });
  app.onError((error, c) => answerError(error, c, services));
}

/** A refusal is part of the work; anything else is ours to mend, and its words stay in here. */
export function answerError(
  error: unknown,
  c: PageContext,
  services: Pick<ConsoleServices, 'settings' | 'log'>,
): Response | Promise<Response> {
  const { requestId } = c.env;
  if (error instanceof Refusal) {
    services.log.info('request-refused', { reason: error.reason, request: requestId });
    return renderPage(c, errorPage(error.text, requestId), { ...services, status: error.status });
  }
  services.log.error('page-failed', { error: (error as Error).name, request: requestId });
  return renderPage(c, errorPage(FAILED, requestId), { ...services, status: 500 });
}
