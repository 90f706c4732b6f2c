import * as z from 'zod';
import { filerPlaces, mayEraseNow, requestErasure } from '../../commands/erase.ts';
import { exportPerson } from '../../commands/export-person.ts';
import { personActor } from '../../domain/actor.ts';
import { errorFields } from '../../lib/error-fields.ts';
import { confirmSchema } from '../http/confirm.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { returnForm } from '../http/kept-form.ts';
import { notFound } from '../http/refusal.ts';
import { redirectTo, renderPage, sendFile } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import { zoneOf } from '../http/zone.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import { nameOf } from '../ui/send-table.tsx';
import { type EraseView, erasePage } from './erase-page.tsx';
import { erasurePage } from './erasure-page.tsx';
import { loadFiler } from './filer.ts';
import { idOf } from './filer-id.ts';

/** Erasing a person, which only operations staff may do, and everything about them as a file. */
export function registerErase(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/filers/:id/erase', requirePermission('erase'), async (c) => {
    return renderPage(c, erasePage(await eraseView(c, services)), services);
  });
  app.post('/filers/:id/erase', requirePermission('erase'), (c) => erase(c, services));
  app.get('/filers/:id/erasure', requirePermission('erase'), (c) => showErasure(c, services));
  app.post('/filers/:id/export', requirePermission('operate'), (c) => sendPerson(c, services));
}

/** Records the erasure as this person's, and leaves the work to the function Erase. */
async function erase(c: PageContext, services: ConsoleServices): Promise<Response> {
  const filerId = idOf(c);
  const schema = z.strictObject({
    why: whySchema,
    confirm: confirmSchema('erase', 'Nothing was erased.'),
    neverMail: z.literal('yes').optional(),
  });
  const form = await readForm(c, schema);
  if (!form.ok) return returnForm(c, form, { services, page: `/filers/${filerId}/erase` });
  const { why, neverMail } = form.value;
  const by = personActor(c.var.person);
  const command = { act: 'erase', filerId, neverMail: neverMail === 'yes', by, why } as const;
  const context = { services, requestId: c.var.requestId };
  const { done, reason, message } = await requestErasure(command, context);
  if (reason === 'no-such-filer') throw notFound('This filer');
  if (!done) {
    const notice = { kind: 'warning', title: 'Nothing was erased', text: message } as const;
    return redirectTo(c, `/filers/${filerId}`, { ...services, notice });
  }
  await eraseSoon(services);
  return redirectTo(c, `/filers/${filerId}/erasure`, services);
}

/** Without this call the hourly schedule erases. */
async function eraseSoon({ eraseLater, log }: Pick<ConsoleServices, 'eraseLater' | 'log'>): Promise<void> {
  try {
    await eraseLater();
  } catch (error) {
    log.error('erase-later-failed', errorFields(error));
  }
}

/** @throws Refusal when no roster and no run has this filer */
async function eraseView(c: PageContext, services: ConsoleServices): Promise<EraseView> {
  const filerId = idOf(c);
  const { timeline } = await loadFiler(c, services);
  const { versions, runs } = await filerPlaces(filerId, services);
  const decision = await mayEraseNow(filerId, services);
  const known = timeline.filer ?? timeline.sends.find(({ filer }) => filer)?.filer ?? null;
  return {
    filerId,
    name: nameOf(known),
    versions: versions.length,
    runs: runs.length,
    refused: decision.erase ? null : decision.message,
    person: c.var.person,
  };
}

async function showErasure(c: PageContext, services: ConsoleServices): Promise<Response> {
  const erasure = await services.erasures.find(idOf(c));
  if (!erasure) throw notFound('This erasure');
  const names = await services.sessions.names([erasure.by]);
  const decision = erasure.finishedAt === null ? await mayEraseNow(erasure.filerId, services) : null;
  const view = {
    erasure,
    by: names.get(erasure.by) ?? erasure.by,
    waits: decision?.erase === false ? decision.message : null,
    zone: zoneOf(c),
  };
  return renderPage(c, erasurePage(view), services);
}

/** The file takes personal data out of Crier, so the download is recorded first. None of it is stored. */
async function sendPerson(c: PageContext, services: ConsoleServices): Promise<Response> {
  const filerId = idOf(c);
  const by = personActor(c.var.person);
  const command = { act: 'export-person', filerId, by, why: 'Downloaded from the filer’s page' } as const;
  const { data } = await exportPerson(command, { services, requestId: c.var.requestId });
  if (!data) throw notFound('This filer');
  const text = `${JSON.stringify(data, null, 2)}\n`;
  return sendFile(c, `person-${filerId}.json`, { type: 'application/json; charset=utf-8', text });
}
