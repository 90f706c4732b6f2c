import { createHash } from 'node:crypto';
import { publicPage } from '../../email/public-page.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { notFound } from '../http/refusal.ts';
import type { ConsoleServices } from '../services.ts';

/** Where anyone finds the notice. API Gateway has a route of its own for it. */
export const NOTICE_PATH = '/notice';

/** The page has its styles in it, and loads and runs nothing. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

/**
 * The notice of the active plan, for anyone, without signing in: only while the plan says so. It is the one page of the
 * console that may be kept; caches ask each time whether it is still current.
 */
export function registerPublicNotice(app: ConsoleApp, { plans }: Pick<ConsoleServices, 'plans'>): void {
  app.get(NOTICE_PATH, async (c) => {
    const current = await plans.current();
    if (!current?.plan.publicNotice) throw notFound('The notice');
    return answer(c, publicPage(current.plan, c.var.now));
  });
}

function answer(c: PageContext, page: string): Response {
  const tag = `"${createHash('sha256').update(page).digest('base64url').slice(0, 22)}"`;
  c.header('Content-Security-Policy', POLICY);
  c.header('Cache-Control', 'public, no-cache');
  c.header('ETag', tag);
  return isKnown(c, tag) ? c.body(null, 304) : c.html(page);
}

/** Whether the reader has this very page. On the way, caches may have marked the tag as weak. */
function isKnown(c: PageContext, tag: string): boolean {
  const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(tag);
}
