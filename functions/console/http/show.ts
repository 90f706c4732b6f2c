import { setCookie } from 'hono/cookie';
import { courtTime } from '../../lib/court-time.ts';
import type { ConsoleSettings } from '../settings.ts';
import type { Notice } from '../ui/alert.tsx';
import { layout, type Page } from '../ui/layout.tsx';
import type { PageContext } from './context.ts';
import { consoleCookies, packed } from './cookies.ts';
import { ownPath } from './paths.ts';
import type { Refusal } from './refusal.ts';

/** Answers with a page inside of the console's frame. */
export function renderPage(
  c: PageContext,
  page: Page,
  { settings, status = 200 }: { settings: ConsoleSettings; status?: Refusal['status'] | 200 | 500 },
): Response | Promise<Response> {
  const {
    person = null,
    plan = null,
    notice = null,
    form = null,
    now,
    sessionSeconds,
  } = c.var as Partial<PageContext['var']>;
  const { launch, isRehearsal, rehearsal = {} } = settings;
  const court = plan?.plan.court;
  const frame = {
    launch,
    court: court?.name ?? null,
    isRehearsal,
    rehearsal,
    ...(court && now && { courtTime: courtTime(now, court.zone) }),
    person,
    notice,
    form,
    ...(sessionSeconds !== undefined && { sessionSeconds }),
  };
  c.header('Cache-Control', 'no-store');
  return c.html(layout(frame, page) as Promise<string>, status);
}

/** Answers with an email as a document, for a frame of a page: it runs nothing and loads nothing. */
export function renderDocument(c: PageContext, document: string): Response {
  c.header(
    'Content-Security-Policy',
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
  );
  c.header('X-Frame-Options', 'SAMEORIGIN');
  c.header('Cache-Control', 'no-store');
  return c.html(document);
}

/** Answers with a file to download. @param name ours, never a person's: letters, digits, `.`, `_` and `-` */
export function sendFile(c: PageContext, name: string, content: { type: string; text: string }): Response {
  c.header('Content-Type', content.type);
  c.header('Content-Disposition', `attachment; filename="${name.replaceAll(/[^A-Za-z0-9._-]/g, '_')}"`);
  c.header('Cache-Control', 'no-store');
  return c.body(content.text);
}

/** Redirects to a page of the console after a form, so that reloading the page repeats nothing. */
export function redirectTo(
  c: PageContext,
  path: string,
  { settings, notice }: { settings: ConsoleSettings; notice?: Notice },
): Response {
  const own = ownPath(path);
  if (!own) throw new Error('Cannot redirect because its path must be one of the console');
  if (notice) {
    const { name, options } = consoleCookies(settings).notice;
    setCookie(c, name, packed(notice), options);
  }
  c.header('Cache-Control', 'no-store');
  return c.redirect(own, 303);
}
