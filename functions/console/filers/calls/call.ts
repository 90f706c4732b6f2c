import * as z from 'zod';
import { assignCalls, recordCall } from '../../../commands/record-call.ts';
import { personActor } from '../../../domain/actor.ts';
import { CALL_RESULT_CODES, noteSchema } from '../../../domain/call.ts';
import { bySchema } from '../../../domain/command.ts';
import { phoneEntry } from '../../../domain/send/phone-index.ts';
import { phoneWhy } from '../../../domain/send/phone-list.ts';
import type { ConsoleApp, PageContext } from '../../http/context.ts';
import { readForm } from '../../http/form.ts';
import { returnForm } from '../../http/kept-form.ts';
import { notFound } from '../../http/refusal.ts';
import { redirectTo, renderPage } from '../../http/show.ts';
import { zoneOf } from '../../http/zone.ts';
import { requirePermission } from '../../people/guard.ts';
import type { ConsoleServices } from '../../services.ts';
import { nameOf } from '../../ui/send-table.tsx';
import { idOf } from '../filer-id.ts';
import { pivotDateOf } from '../filers.ts';
import { NO_ONE } from './assign-form.tsx';
import { callPage } from './call-page.tsx';
import { PHONE_LIST } from './phone-choices.ts';

const resultSchema = z.strictObject({
  result: z.enum(CALL_RESULT_CODES, 'Choose the result of the call.'),
  note: noteSchema,
});
const assignSchema = z.strictObject({
  assignee: z.union([z.literal(NO_ONE), bySchema], 'Choose a colleague.'),
});

/** Recording a call to a filer, and saying who is to call. */
export function registerCall(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/filers/:id/call', requirePermission('operate'), (c) => showCall(c, services));
  app.post('/filers/:id/call', requirePermission('operate'), (c) => record(c, services));
  app.post('/filers/:id/assign', requirePermission('operate'), (c) => assign(c, services));
}

async function showCall(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { roster, suppression, calls, sessions } = services;
  const filerId = idOf(c);
  const { version } = await roster.active();
  const filer = version && (await roster.filersById(version, [filerId])).get(filerId);
  if (!filer) throw notFound('This filer');
  const suppressed = await suppression.suppressed(filer.email === null ? [] : [filer.email]);
  const entry = phoneEntry(filer, {
    pivotDate: pivotDateOf(c),
    suppression: [...suppressed.values()][0],
  });
  const [callStatus, past, people] = await Promise.all([
    calls.callStatus(filerId),
    calls.ofFiler(filerId),
    sessions.people(),
  ]);
  const view = {
    filer,
    name: nameOf(filer) ?? filerId,
    why: entry && phoneWhy(entry.reason),
    callStatus,
    calls: past,
    people,
    zone: zoneOf(c),
    person: c.var.person,
  };
  return renderPage(c, callPage(view), services);
}

async function record(c: PageContext, services: ConsoleServices): Promise<Response> {
  const filerId = idOf(c);
  const form = await readForm(c, resultSchema);
  if (!form.ok) return returnForm(c, form, { services, page: `/filers/${filerId}/call` });
  const by = personActor(c.var.person);
  const { result, note } = form.value;
  const command = { act: 'call', filerId, result, note, by, why: 'Recorded in the console' } as const;
  const { done, message } = await recordCall(command, { services, requestId: c.var.requestId });
  const notice = done
    ? ({ kind: 'success', title: 'Call recorded', text: message } as const)
    : ({ kind: 'warning', title: 'No call was recorded', text: message } as const);
  return redirectTo(c, PHONE_LIST, { ...services, notice });
}

async function assign(c: PageContext, services: ConsoleServices): Promise<Response> {
  const filerId = idOf(c);
  const form = await readForm(c, assignSchema);
  if (!form.ok) return returnForm(c, form, { services, page: `/filers/${filerId}/call` });
  const assignee = form.value.assignee === NO_ONE ? null : form.value.assignee;
  const by = personActor(c.var.person);
  const act = { act: 'assign', filerIds: [filerId], assignee, by, why: 'Assigned in the console' } as const;
  const { done, message } = await assignCalls(act, { services, requestId: c.var.requestId });
  const notice = done
    ? ({ kind: 'success', title: 'Assignment saved', text: message } as const)
    : ({ kind: 'warning', title: 'No one was assigned', text: message } as const);
  return redirectTo(c, `/filers/${filerId}/call`, { ...services, notice });
}
