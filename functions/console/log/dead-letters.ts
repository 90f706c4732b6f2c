import * as z from 'zod';
import { redrive } from '../../commands/redrive.ts';
import { personActor } from '../../domain/actor.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { returnForm } from '../http/kept-form.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import { deadLettersPage } from './dead-letters-page.tsx';

const PATH = '/log/given-up';
const formSchema = z.strictObject({ why: whySchema });

/** Dead letters and their redrive, for both roles; the audit log keeps it. */
export function registerDeadLetters(app: ConsoleApp, services: ConsoleServices): void {
  app.get(PATH, (c) => show(c, services));
  app.post(PATH, requirePermission('operate'), async (c) => {
    const form = await readForm(c, formSchema);
    if (!form.ok) return returnForm(c, form, { services, page: PATH });
    const act = { act: 'redrive', by: personActor(c.var.person), why: form.value.why } as const;
    const { moved = {} } = await redrive(act, { services, requestId: c.var.requestId });
    const isAny = Object.keys(moved).length > 0;
    const notice = isAny
      ? ({
          kind: 'success',
          title: 'Failed jobs are being retried',
          text: 'They will run within moments.',
        } as const)
      : ({ kind: 'info', title: 'There were no failed jobs to retry' } as const);
    return redirectTo(c, PATH, { ...services, notice });
  });
}

async function show(c: PageContext, services: ConsoleServices): Promise<Response> {
  const view = { person: c.var.person, deadLetters: await services.countDeadLetters() };
  return renderPage(c, deadLettersPage(view), services);
}
