import * as z from 'zod';
import { personActor } from '../../domain/actor.ts';
import { cursorOf, filerIdSchema, readCursor } from '../../lib/cursor.ts';
import { phonePage } from '../../queries/phone-entries.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { badCursor, notFound } from '../http/refusal.ts';
import { renderPage, sendFile } from '../http/show.ts';
import { zoneOf } from '../http/zone.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import { pivotDateOf } from './filers.ts';
import { phoneListPage } from './phone-list-page.tsx';
import { phoneTable } from './phone-list-table.ts';

const positionSchema = z.strictObject({ after: filerIdSchema });
/** A page's rows, and the filers read for them. */
const PAGE = { limit: 50, maxRead: 5_000 } as const;
/** Limits of the file: far below the half minute that an answer of Lambda may take. `phoneTable` keeps to its size. */
const FILE = { limit: 10_000, maxRead: 200_000 } as const;

/** The filers who must be reached by other means than email: as a page, and as a file. */
export function registerPhoneList(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/filers/phone-list', (c) => showList(c, services));
  app.post('/filers/phone-list/file', requirePermission('operate'), (c) => sendList(c, services));
}

async function showList(c: PageContext, services: ConsoleServices): Promise<Response> {
  const cursor = c.req.query('cursor');
  const active = await services.roster.activeVersion();
  const name = `phone-list ${active?.version}`;
  const read = readCursor(cursor, { list: name, position: positionSchema });
  if (!read.ok) throw badCursor();
  const asked = active && { version: active.version, pivotDate: pivotDateOf(c), after: read.at?.after ?? '' };
  const page = asked && (await phonePage({ ...asked, ...PAGE }, services));
  const list = page && { ...page, next: page.after && cursorOf(name, { after: page.after }) };
  const view = { zone: zoneOf(c), person: c.var.person, list, isFirst: !cursor };
  return renderPage(c, phoneListPage(view), services);
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
  const entries = page.entries.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));
  services.log.info('phone-list-taken', { version, filers: entries.length });
  const text = phoneTable(entries, { zone: zoneOf(c), isCut: page.after !== null });
  return sendFile(c, `phone-list-${version}.csv`, { type: 'text/csv; charset=utf-8', text });
}

function nameOf({ row }: { row: { lastName: string; firstName: string } }): string {
  return `${row.lastName}\n${row.firstName}`;
}
