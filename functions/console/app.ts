import { Hono } from 'hono';
import { errorFields } from '../lib/error-fields.ts';
import { registerAccounts } from './accounts/accounts.ts';
import { registerAudit } from './audit/audit.ts';
import { registerErase } from './filers/erase.ts';
import { registerFiler } from './filers/filer.ts';
import { registerFilerEmail } from './filers/filer-email.ts';
import { registerFilers } from './filers/filers.ts';
import { registerPhoneList } from './filers/phone-list.ts';
import { registerAssets } from './http/assets-route.ts';
import type { ConsoleApp, ConsoleEnv, PageContext } from './http/context.ts';
import { errorPage, FAILED } from './http/error-page.tsx';
import { notFound, Refusal } from './http/refusal.ts';
import { refuseWords } from './http/search.ts';
import { contentPolicy, securityHeaders } from './http/security.ts';
import { renderPage } from './http/show.ts';
import { registerLog } from './log/log.ts';
import { registerMessages } from './messages/messages.ts';
import { registerNotice } from './notice/notice.ts';
import { registerPublicNotice } from './notice/public-notice.ts';
import { registerOverview } from './overview/overview.ts';
import { requirePerson } from './people/guard.ts';
import { recordRefusal } from './people/record-access.ts';
import { registerSession } from './people/session.ts';
import { registerSignIn, registerSignOut } from './people/sign-in.ts';
import { registerPhaseRoutes } from './phases/routes.ts';
import { registerApprovePending } from './plan/approve-pending.ts';
import { registerDraft } from './plan/editor/draft.ts';
import { registerPlan } from './plan/plan.ts';
import { registerPlanUpload } from './plan/plan-upload.ts';
import { registerWording } from './plan/wording/wording.ts';
import { registerPostpone } from './postpone/postpone.ts';
import { registerReport } from './report/report.ts';
import { registerRoster } from './roster/roster.ts';
import type { ConsoleServices } from './services.ts';

/**
 * The console: the routes of each feature, in the order of the navigation.
 *
 * A feature is a folder. `x.ts` has its routes, `registerX(app, services)`: a GET loads a view and ends in
 * `renderPage`; a POST reads its form by `readForm`, calls what `functions/commands/` has, and ends in `redirectTo`
 * with a notice, so that reloading repeats nothing. `x-page.tsx` is pure: `xPage(view)`, made of the components in
 * `ui/`. What can't be answered throws a `Refusal`. Everything after `requirePerson` has a person in `c.var`, and its
 * forms are checked.
 */
export function consoleApp(services: ConsoleServices): ConsoleApp {
  const app: ConsoleApp = new Hono<ConsoleEnv>();
  prepare(app, services);
  registerAssets(app);
  registerPublicNotice(app, services);
  registerSignIn(app, services);
  // From here on a person is signed in, and every form is theirs.
  app.use(requirePerson(services));
  registerSignOut(app, services);
  registerSession(app);
  registerOverview(app, services);
  registerPhaseRoutes(app, services);
  registerMessages(app, services);
  registerPostpone(app, services);
  registerPlan(app, services);
  registerPlanUpload(app, services);
  registerDraft(app, services);
  registerWording(app, services);
  registerApprovePending(app, services);
  registerNotice(app, services);
  registerRoster(app, services);
  registerFilers(app, services);
  // Before the filers: its path is no filer's id.
  registerPhoneList(app, services);
  registerFiler(app, services);
  registerFilerEmail(app, services);
  registerErase(app, services);
  registerLog(app, services);
  registerAudit(app, services);
  registerReport(app, services);
  registerAccounts(app, services);
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
  app.use(refuseWords(services));
  app.notFound(() => {
    throw notFound();
  });
  app.onError((error, c) => answerError(error, c, services));
}

/** Answers with an error page. Of an error that is no refusal only the name is logged: a message may name a filer. */
export async function answerError(
  error: unknown,
  c: PageContext,
  services: Pick<ConsoleServices, 'settings' | 'log' | 'recordAccess'>,
): Promise<Response> {
  const { requestId } = c.env;
  if (error instanceof Refusal) {
    services.log.info('request-refused', { reason: error.reason, request: requestId });
    await recordRefusal(c, error, services);
    return renderPage(c, errorPage(error.text, requestId), { ...services, status: error.status });
  }
  services.log.error('page-failed', { ...errorFields(error), request: requestId });
  return renderPage(c, errorPage(FAILED, requestId), { ...services, status: 500 });
}
