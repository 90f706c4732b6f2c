import * as z from 'zod';
import { dismissCorrection } from '../../commands/dismiss-correction.ts';
import { personActor } from '../../domain/actor.ts';
import type { ConsoleApp } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { returnForm } from '../http/kept-form.ts';
import { redirectTo } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import { noticeOf } from './phase-commands.ts';

const PAGE = '/phases/correction';

/** Deciding that filers needn't hear of a correction. */
export function registerDismiss(app: ConsoleApp, services: ConsoleServices): void {
  app.post(`${PAGE}/dismiss`, requirePermission('edit'), async (c) => {
    const form = await readForm(c, z.strictObject({ why: whySchema }));
    if (!form.ok) return returnForm(c, form, { services, page: PAGE });
    const by = personActor(c.var.person);
    const command = { act: 'dismiss', phaseId: 'correction', by, why: form.value.why } as const;
    const result = await dismissCorrection(command, { services, requestId: c.var.requestId });
    const notice = noticeOf(result, { title: 'Filers won’t be told', text: result.message });
    return redirectTo(c, PAGE, { ...services, notice });
  });
}
