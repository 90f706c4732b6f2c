import { z } from 'zod';
import { cursorOf, readCursor } from '../../shared/cursor.ts';
import type { ConsoleApp } from '../http/context.ts';
import { badCursor } from '../http/refusal.ts';
import { showPage } from '../http/show.ts';
import type { ConsoleServices } from '../services.client.ts';
import { auditPage } from './audit-page.ts';

const PAGE = 50;
const placeSchema = z.strictObject({ before: z.string().regex(/^\d{4}-[\w:.+-]+#[\w=+/-]{1,100}$/) });

/** Every act of a person. */
export function registerAudit(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/audit', async (c) => {
    const cursor = c.req.query('cursor');
    const read = readCursor(cursor, { list: 'audit', position: placeSchema });
    if (!read.ok) throw badCursor();
    const records = await services.acts.acts(PAGE, read.at?.before);
    const last = records.length === PAGE ? records.at(-1) : undefined;
    const view = {
      zone: c.var.plan?.plan.court.zone ?? 'UTC',
      records,
      isFirst: !cursor,
      next: last ? cursorOf('audit', { before: `${last.at}#${last.requestId}` }) : null,
    };
    return showPage(c, auditPage(view), services);
  });
}
