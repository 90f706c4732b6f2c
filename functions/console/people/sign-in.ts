import { deleteCookie, setCookie } from 'hono/cookie';
import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { admit } from '../../domain/person.ts';
import { endOf, hashOf } from '../../domain/session.ts';
import { signInNotice } from '../../domain/sign-in-notice.ts';
import { errorFields } from '../../lib/error-fields.ts';
import { linkTo } from '../../lib/link-to.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { consoleCookies, cookieValues, packed, unpacked } from '../http/cookies.ts';
import { ownPath } from '../http/paths.ts';
import { Refusal } from '../http/refusal.ts';
import { renderPage } from '../http/show.ts';
import type { ConsoleServices } from '../services.ts';
import { RETURN_PATH, SIGN_IN_PATH } from './open-id.ts';
import { recordAccess } from './record-access.ts';
import { signedOutPage, signInPage } from './sign-in-page.tsx';

const flowSchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string().nullable(),
});

/** Signing in, and the page after signing out: open to all. */
export function registerSignIn(app: ConsoleApp, services: ConsoleServices): void {
  const { settings, openId } = services;
  const cookies = consoleCookies(settings);

  app.get(SIGN_IN_PATH, async (c) => {
    const current = await services.plans.current();
    return renderPage(
      c,
      signInPage({
        terms: signInNotice(current?.plan ?? null),
        to: ownPath(c.req.query('to')),
        hasEnded: c.req.query('ended') === 'yes',
        idleMinutes: settings.signIn.idleMinutes,
        isRehearsal: settings.isRehearsal,
      }),
      { settings },
    );
  });

  app.get(START_PATH, async (c) => {
    const to = ownPath(c.req.query('to'));
    c.header('Cache-Control', 'no-store');
    if (isPastNotice(c)) return c.redirect(linkTo(SIGN_IN_PATH, { to }), 302);
    const { url, flow } = await openId.begin().catch((error: Error) => {
      services.log.error('provider-failed', { ...errorFields(error), request: c.var.requestId });
      throw noProvider();
    });
    setCookie(c, cookies.flow.name, packed({ ...flow, to }), cookies.flow.options);
    return c.redirect(url.href, 302);
  });

  app.get(RETURN_PATH, (c) => finish(c, services));

  app.get('/signed-out', async (c) => {
    const end = await openId.endUrl().catch(() => null);
    return renderPage(c, signedOutPage(end?.href ?? null), { settings });
  });
}

const START_PATH = '/sign-in/start';

/**
 * Whether a sign-in bypasses the page with the notice: from a link on another site, a bookmark, or a typed URL. Every
 * current browser says so.
 */
function isPastNotice(c: PageContext): boolean {
  return (c.req.header('sec-fetch-site') ?? 'same-origin') !== 'same-origin';
}

/** The provider redirects here. Its answer is checked, and a new session begins; an earlier one ends. */
async function finish(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { settings, openId, sessions, log } = services;
  const { session, flow: flowCookie } = consoleCookies(settings);
  const flow = flowSchema.safeParse(unpacked(cookieValues(c, flowCookie)[0]));
  deleteCookie(c, flowCookie.name, flowCookie.options);
  if (!flow.success) throw badAnswer();
  const claims = await openId.finish(new URL(c.req.url), flow.data).catch((error: Error) => {
    log.info('sign-in-failed', {
      error: error.name,
      check: String((error as { code?: unknown }).code ?? ''),
    });
    throw badAnswer();
  });
  const admission = admit(claims, settings.signIn);
  if (!admission.admitted) throw notAdmitted(admission);
  for (const before of cookieValues(c, session)) await sessions.end(hashOf(before));
  await endOld(services, c.var.requestedAt);
  const token = await sessions.begin(admission.person, { ...settings.signIn, at: c.var.requestedAt });
  setCookie(c, session.name, token, session.options);
  log.info('signed-in', { role: admission.person.role });
  await recordAccess(c, { event: 'signed-in', person: admission.person }, services);
  c.header('Cache-Control', 'no-store');
  return c.redirect(ownPath(flow.data.to ?? undefined) ?? '/', 303);
}

/** For so long after its end, a form that comes from a session's page is kept for its person. */
const LATE_FORMS = { hours: 24 };

/** Deletes the sessions that ran out long ago because their people never signed out. */
async function endOld(
  { sessions, settings: { signIn } }: Pick<ConsoleServices, 'sessions' | 'settings'>,
  now: Temporal.Instant,
): Promise<void> {
  for await (const session of sessions.all()) {
    if (endOf(session, { now: now.subtract(LATE_FORMS), signIn })) await sessions.end(session.sessionId);
  }
}

/** Ends this sign-in; for who is signed in. */
export function registerSignOut(app: ConsoleApp, services: ConsoleServices): void {
  const { settings, sessions, log } = services;
  const { session } = consoleCookies(settings);
  app.post('/sign-out', async (c) => {
    await sessions.end(c.var.person.sessionId);
    deleteCookie(c, session.name, session.options);
    log.info('signed-out', { role: c.var.person.role });
    await recordAccess(c, { event: 'signed-out', person: c.var.person }, services);
    c.header('Cache-Control', 'no-store');
    return c.redirect('/signed-out', 303);
  });
}

function noProvider(): Refusal {
  return new Refusal(503, 'no-provider', {
    title: 'The sign-in service isn’t responding',
    why: 'Crier relies on a separate sign-in service, which can’t be reached or isn’t set up correctly.',
    action:
      'Try again in a few minutes. If the problem continues, tell your operations staff: ' +
      'emails are sent on schedule without the console.',
  });
}

function badAnswer(): Refusal {
  return new Refusal(400, 'bad-answer', {
    title: 'Sign-in failed',
    why: 'The sign-in service’s response didn’t match your request, or it arrived too late.',
    action: 'Go to the overview and sign in again, without pausing and in a single window.',
  });
}

function notAdmitted({ reason, id }: { reason: 'no-role' | 'id-unfit'; id: string | null }): Refusal {
  const words = {
    'no-role': {
      why: 'You signed in, but you aren’t in a group that can use Crier for this launch.',
      action:
        'Ask the administrator of this system to add you to the clerks’ or the operations group, ' +
        'then sign in again.',
    },
    'id-unfit': {
      why:
        'Your account’s id can’t be recorded in the audit log: ' +
        'it may contain only letters, digits and _ . : -, and no email address.',
      action: 'Ask the administrator of this system for an account with such an id.',
    },
  }[reason];
  return new Refusal(403, reason, { title: 'You don’t have access to Crier yet', ...words, personId: id });
}
