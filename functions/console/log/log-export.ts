import * as z from 'zod';
import { personActor } from '../../domain/actor.ts';
import { STATES } from '../../domain/filer/state.ts';
import type { ExportFilter } from '../../domain/send/export-request.ts';
import { SEND_STATUSES } from '../../domain/send/status.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { notFound } from '../http/refusal.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import { zoneOf } from '../http/zone.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import { exportPage } from './export-page.tsx';
import { existingRun } from './runs.ts';

const formSchema = z.strictObject({
  run: z
    .string()
    .regex(/^[\w-]{1,150}$/)
    .optional(),
  status: z.enum(SEND_STATUSES).optional(),
  state: z.enum(STATES).optional(),
  /** The id of a saved search. */
  search: z.string().min(1).max(100).optional(),
});

/** Tables of what a page of the log shows. Everyone who is signed in may fetch one; it is recorded who asked. */
export function registerLogExports(app: ConsoleApp, services: ConsoleServices): void {
  app.post('/log/exports', requirePermission('operate'), (c) => ask(c, services));

  app.get('/log/exports/:id', requirePermission('operate'), async (c) => {
    const status = await services.exports.status(c.req.param('id'));
    if (!status) throw notFound('That export');
    return renderPage(c, exportPage({ status, zone: zoneOf(c) }), services);
  });

  app.get('/log/exports/:id/file', requirePermission('operate'), async (c) => {
    const status = await services.exports.status(c.req.param('id'));
    if (status?.state !== 'done') throw notFound('That table');
    const { runId, status: one, state, search } = status.filter;
    const name = ['send-log', search && 'search', runId, one, state].filter(Boolean).join('-');
    const link = await services.exports.link(status.exportId, `${name}.csv`);
    c.header('Cache-Control', 'no-store');
    return c.redirect(link, 303);
  });
}

/** Recorded first: the table hands out names and addresses. */
async function ask(c: PageContext, services: ConsoleServices): Promise<Response> {
  const form = await readForm(c, formSchema);
  if (!form.ok) throw notFound('This export');
  const { run, status, state, search: searchId } = form.value;
  if (run) await existingRun(run, services);
  else if (!searchId) throw notFound('This export');
  const where = { ...(run && { runId: run }), ...(status && { status }), ...(state && { state }) };
  const { person } = c.var;
  const search = searchId && (await searchFor(c, searchId, services));
  const filter: ExportFilter = search ? { ...where, search } : where;
  await services.auditLog.put({
    at: services.clock.now().toString(),
    requestId: c.var.requestId,
    act: {
      act: 'export',
      filter: { ...where, ...(search && { isSearch: true as const }) },
      by: personActor(person),
      why: 'Requested an export of the send log',
    },
    before: [],
    after: [],
  });
  return redirectTo(c, `/log/exports/${await services.exports.ask(filter, person.id)}`, services);
}

/** @throws Refusal when the search isn't this person's, or has expired */
async function searchFor(
  c: PageContext,
  searchId: string,
  { roster, savedSearches }: ConsoleServices,
): Promise<ExportFilter['search']> {
  const active = await roster.activeVersion();
  if (!active) throw notFound('A roster to search');
  const { person, requestedAt: at } = c.var;
  const typed = await savedSearches.open(searchId, { personId: person.id, at });
  if (typed === null) throw notFound('This search');
  return { version: active.version, searchId };
}
