import { deleteCookie } from 'hono/cookie';
import { Temporal } from 'temporal-polyfill';
import type { PlanStore } from '../../aws/plans.ts';
import type { SessionStore } from '../../aws/sessions.ts';
import { may, type Permission } from '../../domain/person.ts';
import { endOf, isSame, type Session } from '../../domain/session.ts';
import type { Guard, PageContext } from '../http/context.ts';
import { consoleCookies, cookieValues, unpacked } from '../http/cookies.ts';
import { formValues } from '../http/form.ts';
import { Refusal } from '../http/refusal.ts';
import { isOwn } from '../http/security.ts';
import type { ConsoleServices } from '../services.ts';
import { noticeSchema } from '../ui/alert.tsx';
import { linkTo } from '../ui/link-to.ts';
import { SIGN_IN_PATH } from './open-id.ts';
import { recordAccess } from './record-access.ts';
import { whoMay } from './who-may.ts';

type GuardServices = Pick<ConsoleServices, 'settings' | 'log' | 'recordAccess'> & {
  readonly sessions: SessionStore;
  readonly plans: Pick<PlanStore, 'current'>;
};

/** A session's last use is written once a minute at most. */
const TOUCH_AFTER = Temporal.Duration.from({ minutes: 1 });

/** Lets in requests of a valid session, and redirects all others to the sign-in page. */
export function requirePerson(services: GuardServices): Guard {
  return async (c, next) => {
    const session = await currentSession(c, services);
    if (typeof session === 'string') return await turnAway(c, session, services);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') await checkOwn(c, session, services);
    const { id, name, role, email, sessionId, csrf } = session;
    c.set('person', { id, name, role, email, sessionId, csrf });
    c.set('plan', await services.plans.current());
    c.set('notice', takeNotice(c, services));
    return next();
  };
}

/** The request's session; or why it has none that is valid. */
async function currentSession(
  c: PageContext,
  { settings, sessions }: GuardServices,
): Promise<Session | 'signed-out' | 'sign-in-unknown' | 'sign-in-ended'> {
  const tokens = cookieValues(c, consoleCookies(settings).session);
  if (tokens.length === 0) return 'signed-out';
  const found = await Promise.all(tokens.map((token) => sessions.find(token)));
  const session = found.find((one) => one !== null);
  if (!session) return 'sign-in-unknown';
  const now = c.var.requestedAt;
  if (endOf(session, { now, signIn: settings.signIn })) {
    await sessions.end(session.sessionId);
    return 'sign-in-ended';
  }
  const seenUntil = Temporal.Instant.from(session.lastSeenAt).add(TOUCH_AFTER);
  // A page that refreshes itself (`assets/scripts/live.ts`) isn't use by a person.
  const isUse = c.req.header('x-crier-live') === undefined;
  if (isUse && Temporal.Instant.compare(now, seenUntil) > 0) await sessions.touch(session.sessionId, now);
  return session;
}

/** A page is opened again after signing in. A form is refused: it must not be sent again unseen. */
async function turnAway(
  c: PageContext,
  reason: 'signed-out' | 'sign-in-unknown' | 'sign-in-ended',
  services: GuardServices,
): Promise<Response> {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    throw new Refusal(401, reason, {
      title: 'You are not signed in any more',
      why: 'A sign-in ends after some time without use. What you sent was not done.',
      action: 'Sign in again, then do it once more.',
    });
  }
  const { settings, log } = services;
  log.info('request-refused', { reason, request: c.var.requestId });
  // No cookie means a visitor, and an expired sign-in isn't an attack.
  if (reason === 'sign-in-unknown') {
    await recordAccess(c, { event: 'request-refused', reason, person: null }, services);
  }
  const { name, options } = consoleCookies(settings).session;
  if (reason !== 'signed-out') deleteCookie(c, name, options);
  const { pathname, search } = new URL(c.req.url);
  c.header('Cache-Control', 'no-store');
  const to = `${pathname}${search}`;
  return c.redirect(
    linkTo(SIGN_IN_PATH, { to: to === '/' ? null : to, ended: reason === 'signed-out' ? null : 'yes' }),
    302,
  );
}

/** A request that changes something must come from a page of ours and carry the session's secret. */
async function checkOwn(c: PageContext, session: Session, { settings }: GuardServices): Promise<void> {
  if (!isOwn(c.req.raw.headers, settings.origin)) throw forged('cross-site', session.id);
  const { csrf = '' } = await formValues(c);
  if (!isSame(csrf, session.csrf)) throw forged('csrf', session.id);
}

function forged(reason: 'cross-site' | 'csrf', personId: string): Refusal {
  return new Refusal(403, reason, {
    personId,
    title: 'That did not come from a page of yours',
    why: 'A form must be sent from a page of Crier that was loaded since you signed in. Nothing was done.',
    action:
      'Load the page again and do it once more. If you did not send anything, tell your operations staff.',
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
