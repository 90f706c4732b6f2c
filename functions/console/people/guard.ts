import { deleteCookie } from 'hono/cookie';
import { Temporal } from 'temporal-polyfill';
import type { PlanStore } from '../../aws/plans.ts';
import type { SessionStore } from '../../aws/sessions.ts';
import { may, type Permission } from '../../domain/person.ts';
import { endOf, isSame, type Session, secondsLeft } from '../../domain/session.ts';
import { linkTo } from '../../lib/link-to.ts';
import type { Guard, PageContext } from '../http/context.ts';
import { consoleCookies, cookieValues, unpacked } from '../http/cookies.ts';
import { formValues } from '../http/form.ts';
import { formPage, keepForm, openForm } from '../http/kept-form.ts';
import { Refusal } from '../http/refusal.ts';
import { isOwn } from '../http/security.ts';
import type { ConsoleServices } from '../services.ts';
import { noticeSchema } from '../ui/alert.tsx';
import { SIGN_IN_PATH } from './open-id.ts';
import { recordAccess } from './record-access.ts';
import { whoMay } from './who-may.ts';

type GuardServices = Pick<ConsoleServices, 'settings' | 'log' | 'recordAccess' | 'keptForms'> & {
  readonly sessions: SessionStore;
  readonly plans: Pick<PlanStore, 'current'>;
};

/** A session's last use is written once a minute at most. */
const TOUCH_AFTER = Temporal.Duration.from({ minutes: 1 });

/** Lets in requests of a valid session, and redirects all others to the sign-in page. */
export function requirePerson(services: GuardServices): Guard {
  return async (c, next) => {
    const found = await currentSession(c, services);
    if ('reason' in found) return await turnAway(c, found, services);
    const { session } = found;
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      await checkOwn(c, session, services);
      const kept = await keepAsAsked(c, session, services);
      if (kept !== null) return c.redirect(kept, 303);
    }
    const { id, name, role, email, sessionId, csrf } = session;
    c.set(
      'sessionSeconds',
      secondsLeft(session, { now: c.var.requestedAt, signIn: services.settings.signIn }),
    );
    c.set('person', { id, name, role, email, sessionId, csrf });
    c.set('plan', await services.plans.current());
    c.set('notice', takeNotice(c, services));
    c.set('form', await openForm(c, services));
    return next();
  };
}

/** Why a request has no valid session, and the one that it had. */
type NoSession =
  | { readonly reason: 'signed-out' | 'sign-in-unknown' }
  | { readonly reason: 'sign-in-ended'; readonly ended: Session };

/** The request's session; or why it has none that is valid. */
async function currentSession(
  c: PageContext,
  { settings, sessions }: GuardServices,
): Promise<{ readonly session: Session } | NoSession> {
  const tokens = cookieValues(c, consoleCookies(settings).session);
  if (tokens.length === 0) return { reason: 'signed-out' };
  const found = await Promise.all(tokens.map((token) => sessions.find(token)));
  const session = found.find((one) => one !== null);
  if (!session) return { reason: 'sign-in-unknown' };
  const now = c.var.requestedAt;
  // It stays in the table for a while: a form may still come from one of its pages.
  if (endOf(session, { now, signIn: settings.signIn })) return { reason: 'sign-in-ended', ended: session };
  const seenUntil = Temporal.Instant.from(session.lastSeenAt).add(TOUCH_AFTER);
  // A page that refreshes itself (`assets/scripts/live.ts`) isn't use by a person.
  const isUse = c.req.header('x-crier-live') === undefined;
  if (!isUse || Temporal.Instant.compare(now, seenUntil) <= 0) return { session };
  await sessions.touch(session.sessionId, now);
  return { session: { ...session, lastSeenAt: now.toString() } };
}

/**
 * A page is opened again after signing in. A form is never submitted again unseen: if its sign-in has merely ended, its
 * page shows it again, filled in; any other is refused.
 */
async function turnAway(c: PageContext, none: NoSession, services: GuardServices): Promise<Response> {
  const { reason } = none;
  const { pathname, search } = new URL(c.req.url);
  const isPage = c.req.method === 'GET' || c.req.method === 'HEAD';
  const kept = isPage || none.reason !== 'sign-in-ended' ? null : await keepEnded(c, none.ended, services);
  if (!isPage && kept === null) throw signedOut(reason);
  const to = kept ?? `${pathname}${search}`;
  const { settings, log } = services;
  log.info('request-refused', { reason, request: c.var.requestId });
  // No cookie means a visitor, and an expired sign-in isn't an attack.
  if (reason === 'sign-in-unknown') {
    await recordAccess(c, { event: 'request-refused', reason, person: null }, services);
  }
  const { name, options } = consoleCookies(settings).session;
  // That of an ended sign-in stays: a form may still come from one of its pages.
  if (reason === 'sign-in-unknown') deleteCookie(c, name, options);
  c.header('Cache-Control', 'no-store');
  return c.redirect(
    linkTo(SIGN_IN_PATH, { to: to === '/' ? null : to, ended: reason === 'signed-out' ? null : 'yes' }),
    isPage ? 302 : 303,
  );
}

function signedOut(reason: NoSession['reason']): Refusal {
  return new Refusal(401, reason, {
    title: 'You’ve been signed out',
    why: 'Your session ended before you submitted the form, so nothing was changed.',
    action: 'Sign in again in another tab, then go back to this form and submit it again.',
  });
}

/** Keeps the form of a sign-in that has ended. @returns the path of its page; `null` if it isn't a page's form */
async function keepEnded(c: PageContext, session: Session, services: GuardServices): Promise<string | null> {
  await checkOwn(c, session, services);
  return isPageForm(c) ? keepAgain(c, session, services) : null;
}

/** `assets/scripts/session.ts` sends a form only to be kept: its session was over a moment ago. */
async function keepAsAsked(
  c: PageContext,
  session: Session,
  services: GuardServices,
): Promise<string | null> {
  const { keep } = await formValues(c);
  return keep === undefined ? null : ((await keepAgain(c, session, services)) ?? '/');
}

/** Scripts send forms too, and reload automatically; so does a form with a file, which can't be filled in again. */
function isPageForm(c: PageContext): boolean {
  const isFile = c.req.header('content-type')?.startsWith('multipart/') ?? false;
  return (
    !isFile && (c.req.header('sec-fetch-mode') ?? 'navigate') === 'navigate' && c.req.path !== '/sign-out'
  );
}

async function keepAgain(c: PageContext, owner: Session, services: GuardServices): Promise<string | null> {
  const page = formPage(c, services);
  return page && keepForm(c, { values: await formValues(c), problems: {} }, { services, page, owner });
}

/** A request that changes something must come from a page of ours and carry the session's secret. */
async function checkOwn(c: PageContext, session: Session, services: GuardServices): Promise<void> {
  if (!isOwn(c.req.raw.headers, services.settings.origin)) throw forged('cross-site', session.id);
  const { csrf = '' } = await formValues(c);
  if (isSame(csrf, session.csrf)) return;
  // It may be a page from before this person signed in again, so what was typed there isn't lost.
  const isFromPage = csrf !== '' && isPageForm(c);
  throw forged('csrf', session.id, isFromPage ? await keepAgain(c, session, services) : null);
}

/** @param page the form's page with what was typed; `null`: it isn't known */
function forged(reason: 'cross-site' | 'csrf', personId: string, page: string | null = null): Refusal {
  return new Refusal(403, reason, {
    personId,
    title: 'This form is out of date',
    why: 'The page that it was on was opened before you last signed in, or isn’t a page of Crier. Nothing has changed.',
    action: `${
      page ? 'Open the form again: it has what you entered.' : 'Reload the page and try again.'
    } If you didn’t submit anything, tell your operations staff.`,
    ...(page && { link: { href: page, label: 'Open the form again' } }),
  });
}

function takeNotice(c: PageContext, { settings }: GuardServices) {
  const { notice } = consoleCookies(settings);
  const [text] = cookieValues(c, notice);
  if (text === undefined || c.req.method !== 'GET') return null;
  deleteCookie(c, notice.name, notice.options);
  return noticeSchema.nullable().catch(null).parse(unpacked(text));
}

/** Lets in only people with a permission: `app.post('/roster/…', requirePermission('edit'), …)`. */
export function requirePermission(permission: Permission): Guard {
  return async (c, next) => {
    if (!may(c.var.person, permission)) throw refusedRole(permission);
    return next();
  };
}

/** The refusal when a person's role lacks a permission. */
function refusedRole(permission: Permission): Refusal {
  return new Refusal(403, 'role', {
    title: 'Your role does not allow this',
    why: `${whoMay(permission)} Nothing was done.`,
    action: 'Ask one of them to do it. If this is part of your job, ask your administrator for the role.',
  });
}
