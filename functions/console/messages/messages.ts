import * as z from 'zod';
import {
  createOneOff,
  discardOneOff,
  type SaveOneOffResult,
  saveOneOff,
  submitOneOff,
} from '../../commands/one-off.ts';
import type { Filer } from '../../domain/filer/filer.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import { phasesOf } from '../../domain/plan/phases.ts';
import type { OneOff } from '../../domain/run/one-off.ts';
import { currentCounts } from '../../queries/current-counts.ts';
import { loadPhases } from '../../queries/phases/load-phases.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { type FormValues, formValues, readForm } from '../http/form.ts';
import { returnForm } from '../http/kept-form.ts';
import { notFound, Refusal } from '../http/refusal.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import { requirePermission } from '../people/guard.ts';
import { loadPhase } from '../phases/load-phase.ts';
import {
  composePreview,
  countsOf,
  mailedStates,
  previewBasis,
  recipientInState,
} from '../phases/preview-email.ts';
import { rateMeter } from '../phases/rate-meter.ts';
import type { ConsoleServices } from '../services.ts';
import { readGroup } from './group-form.ts';
import { messageFormPage } from './message-form-page.tsx';
import { messagePage } from './message-page.tsx';
import { messagesPage } from './messages-page.tsx';

/** Messages outside the plan: all of them, one, and what clerks do with a draft. */
export function registerMessages(app: ConsoleApp, services: ConsoleServices): void {
  const edit = requirePermission('edit');
  const meter = rateMeter();
  app.get('/messages', (c) => showAll(c, services));
  app.get('/messages/new', edit, (c) => showForm(c, null, services));
  app.post('/messages', edit, (c) => save(c, null, services));
  app.get('/messages/:id', async (c) => {
    const oneOff = await oneOffOf(c, services);
    const view = await loadPhase(c, { services, meter });
    return renderPage(c, messagePage({ ...view, oneOff, text: await textOf(c, view, services) }), services);
  });
  app.get('/messages/:id/edit', edit, async (c) => showForm(c, await oneOffOf(c, services), services));
  app.post('/messages/:id', edit, async (c) => save(c, await oneOffOf(c, services), services));
  app.post('/messages/:id/submit', edit, (c) => actOn(c, submitOneOff, services));
  app.post('/messages/:id/discard', edit, (c) => actOn(c, discardOneOff, services));
}

/** The message in the path. @throws Refusal when there is none */
async function oneOffOf(c: PageContext, { oneOffs }: Pick<ConsoleServices, 'oneOffs'>): Promise<OneOff> {
  const oneOff = await oneOffs.read(c.req.param('id') ?? '');
  if (!oneOff) throw notFound('This message');
  return oneOff;
}

async function showAll(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { plan: current, now, person } = c.var;
  if (!current) return renderPage(c, messagesPage(null), services);
  const { phases, messages } = await loadPhases(current, { services, now });
  const changes = phases.filter(({ kind }) => kind === 'date-change' || kind === 'correction');
  const all = [...changes, ...messages];
  const counts = await currentCounts(
    all.flatMap(({ currentRun: { run } }) => run ?? []),
    services,
  );
  const view = { zone: current.plan.court.zone, person, messages: all, counts };
  return renderPage(c, messagesPage(view), services);
}

/** The email to one filer, as text; `null`: the plan lacks the value of a placeholder. */
async function textOf(
  c: PageContext,
  { phase }: Awaited<ReturnType<typeof loadPhase>>,
  services: ConsoleServices,
): Promise<string | null> {
  const basis = await previewBasis(phase, { current: c.var.plan!, runs: [], services });
  const counts = await countsOf(basis, services);
  const [state] = mailedStates(basis, counts);
  const recipient = state && (await recipientInState(state, basis, { counts, services }));
  if (!recipient) return null;
  return composePreview(recipient, basis).then(
    ({ text }) => text,
    () => null,
  );
}

async function showForm(c: PageContext, oneOff: OneOff | null, services: ConsoleServices): Promise<Response> {
  if (oneOff?.frozenAt !== undefined) throw notFound('A draft of this message');
  const current = c.var.plan;
  if (!current) throw notFound('A launch plan');
  const ids = oneOff?.group.by === 'list' ? oneOff.group.filerIds : [];
  const listed = [...(await filersById(ids, services)).values()];
  const phases = phasesOf(current.plan).map((phase) => ({ id: phase.id, name: phaseName(phase) }));
  return renderPage(c, messageFormPage({ person: c.var.person, oneOff, listed, phases }), services);
}

async function filersById(
  ids: readonly string[],
  { roster }: Pick<ConsoleServices, 'roster'>,
): Promise<ReadonlyMap<string, Filer>> {
  const active = await roster.activeVersion();
  return active && ids.length > 0 ? roster.filersById(active.version, ids) : new Map();
}

async function save(c: PageContext, oneOff: OneOff | null, services: ConsoleServices): Promise<Response> {
  const { csrf: _, ...values } = await formValues(c);
  const page = oneOff ? `/messages/${oneOff.id}/edit` : '/messages/new';
  const again = (problems: FormValues) => returnForm(c, { values, problems }, { services, page });
  const current = c.var.plan;
  if (!current) throw notFound('A launch plan');
  const read = await readGroup(values, {
    courtId: current.plan.court.id,
    filersById: (ids) => filersById(ids, services),
  });
  if (!read.ok) return again(read.problems);
  const written = {
    subject: (values.subject ?? '').trim(),
    text: values.text ?? '',
    group: read.group,
    by: c.var.person.id,
  };
  const context = { services, requestId: c.var.requestId };
  const seen = Number(values.revision);
  const result: SaveOneOffResult = oneOff
    ? await saveOneOff({ ...written, id: oneOff.id, seen }, context)
    : await createOneOff(written, context);
  if (result.result === 'refused') return again(sentences(result.problems));
  if (result.result !== 'saved') throw changedMeanwhile();
  const notice = { kind: 'success', title: 'Draft saved', text: 'Nothing has been sent.' } as const;
  return redirectTo(c, `/messages/${result.oneOff.id}`, { ...services, notice });
}

/** Clauses that start with "must", as sentences beside their fields. */
function sentences(problems: Extract<SaveOneOffResult, { result: 'refused' }>['problems']): FormValues {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [
      field,
      `The ${field === 'text' ? 'text' : 'subject'} ${problem}.`,
    ]),
  );
}

const seenSchema = z.strictObject({ revision: z.coerce.number().int() });

async function actOn(
  c: PageContext,
  command: typeof submitOneOff | typeof discardOneOff,
  services: ConsoleServices,
): Promise<Response> {
  const { id } = await oneOffOf(c, services);
  const form = await readForm(c, seenSchema);
  if (!form.ok) throw notFound('This form');
  const seen = { id, seen: form.value.revision, by: c.var.person.id };
  if (!(await command(seen, { services, requestId: c.var.requestId }))) throw changedMeanwhile();
  const isDiscarded = command === discardOneOff;
  const notice = isDiscarded
    ? ({ kind: 'success', title: 'The draft is discarded', text: 'Nothing was sent.' } as const)
    : ({
        kind: 'success',
        title: 'Approval requested',
        text: 'An approver must release the message.',
      } as const);
  return redirectTo(c, isDiscarded ? '/messages' : `/messages/${id}`, { ...services, notice });
}

function changedMeanwhile(): Refusal {
  return new Refusal(409, 'changed-meanwhile', {
    title: 'The message changed meanwhile',
    why: 'Someone else saved, released or discarded it after you opened it. Your changes were not saved.',
    action: 'Open the message again and make your changes there.',
  });
}
