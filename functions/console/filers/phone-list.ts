import { assignCalls } from '../../commands/record-call.ts';
import { personActor } from '../../domain/actor.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import { callList } from '../../queries/call-list.ts';
import { phoneEntries, phonePage } from '../../queries/phone-entries.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { formValues } from '../http/form.ts';
import { returnForm } from '../http/kept-form.ts';
import { notFound } from '../http/refusal.ts';
import { redirectTo, renderPage, sendFile } from '../http/show.ts';
import { zoneOf } from '../http/zone.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import { assignSchema, NO_ONE } from './calls/assign-form.tsx';
import {
  ASSIGN_PATH,
  choicesSchema,
  chosenOf,
  countsOf,
  PHONE_LIST,
  type PhoneChoices,
  pathOf,
} from './calls/phone-choices.ts';
import { pivotDateOf } from './filers.ts';
import { type PhoneListView, phoneListPage } from './phone-list-page.tsx';
import { phoneTable } from './phone-list-table.ts';

/** Filers on a page. */
const PAGE_SIZE = 50;
/** Limits of the file: far below the half minute that an answer of Lambda may take. `phoneTable` keeps to its size. */
const FILE = { limit: 10_000, maxRead: 200_000 } as const;

/** Who must be called, or reached by other means than email: as a page, and as a file. */
export function registerPhoneList(app: ConsoleApp, services: ConsoleServices): void {
  app.get(PHONE_LIST, (c) => showList(c, services));
  app.post(ASSIGN_PATH, requirePermission('operate'), (c) => assign(c, services));
  app.post(`${PHONE_LIST}/file`, requirePermission('operate'), (c) => sendList(c, services));
}

async function showList(c: PageContext, services: ConsoleServices): Promise<Response> {
  const choices = choicesSchema.parse(c.req.query());
  const version = await services.roster.activeVersion();
  const [list, people] = await Promise.all([
    version && loadList(c, { version, choices, services }),
    services.sessions.people(),
  ]);
  const view: PhoneListView = {
    zone: zoneOf(c),
    person: c.var.person,
    people,
    choices,
    list,
    hasRoster: version !== null,
  };
  return renderPage(c, phoneListPage(view), services);
}

interface Loading {
  readonly version: RosterVersion;
  readonly choices: PhoneChoices;
  readonly services: ConsoleServices;
}

/** @returns `null`: the roster is new, and too large to be read now. */
async function loadList(
  c: PageContext,
  { version, choices, services }: Loading,
): Promise<PhoneListView['list']> {
  const pivotDate = pivotDateOf(c);
  const all = await callList({ version, pivotDate }, services);
  if (!all) return null;
  const chosen = chosenOf(all.filers, { choices, me: c.var.person.id });
  const pages = Math.max(1, Math.ceil(chosen.length / PAGE_SIZE));
  const page = Math.min(choices.page, pages);
  const shown = chosen.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const entries = await phoneEntries(shown, { version: version.version, pivotDate, services });
  const byId = new Map(shown.map((one) => [one.filerId, one]));
  return {
    entries: entries.map((entry) => ({ ...entry, toCall: byId.get(entry.row.filerId)! })),
    counts: countsOf(all.filers),
    chosen: chosen.length,
    page,
    pages,
    isCut: all.isCut,
  };
}

async function assign(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { csrf: _, ...values } = await formValues(c);
  const read = assignSchema.safeParse(values);
  const choices = choicesSchema.parse(c.req.query());
  const path = pathOf(choices);
  if (!read.success) {
    const problems = { assignee: read.error.issues[0]!.message };
    return returnForm(c, { values, problems }, { services, page: path });
  }
  const { assignee, filerIds } = read.data;
  const act = {
    act: 'assign',
    filerIds,
    assignee: assignee === NO_ONE ? null : assignee,
    by: personActor(c.var.person),
    why: 'Assigned on the phone list',
  } as const;
  const { done, message } = await assignCalls(act, { services, requestId: c.var.requestId });
  const notice = done
    ? ({ kind: 'success', title: 'Assignments saved', text: message } as const)
    : ({ kind: 'warning', title: 'No one was assigned', text: message } as const);
  return redirectTo(c, path, { ...services, notice });
}

/** The file takes names and numbers out of Crier, so the download is recorded first. */
async function sendList(c: PageContext, services: ConsoleServices): Promise<Response> {
  const active = await services.roster.activeVersion();
  if (!active) throw notFound('The phone list');
  const { version } = active;
  await services.auditLog.put({
    at: services.clock.now().toString(),
    requestId: c.var.requestId,
    act: { act: 'phone-list', version, by: personActor(c.var.person), why: 'Downloaded the phone list' },
    before: [],
    after: [],
  });
  const page = await phonePage({ version, pivotDate: pivotDateOf(c), after: '', ...FILE }, services);
  const callStatuses = await services.calls.callStatuses();
  const people = await services.sessions.people();
  const entries = page.entries.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));
  services.log.info('phone-list-taken', { version, filers: entries.length });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const text = phoneTable(entries, { zone: zoneOf(c), isCut: page.after !== null, callStatuses, names });
  return sendFile(c, `phone-list-${version}.csv`, { type: 'text/csv; charset=utf-8', text });
}

function nameOf({ row }: { row: { lastName: string; firstName: string } }): string {
  return `${row.lastName}\n${row.firstName}`;
}
