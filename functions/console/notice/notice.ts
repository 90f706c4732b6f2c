import * as z from 'zod';
import { uploadPlan } from '../../commands/upload-plan.ts';
import { pivotAt } from '../../domain/plan/phases.ts';
import { planHash } from '../../domain/plan/plan-version.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import { publicPage } from '../../email/public-page.ts';
import { linkTo } from '../../lib/link-to.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { returnForm } from '../http/kept-form.ts';
import { notFound } from '../http/refusal.ts';
import { redirectTo, renderDocument, renderPage, sendFile } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import { noticePage } from './notice-page.tsx';
import { NOTICE_PATH } from './public-notice.ts';

/** The notice for the court's website, as people who are signed in see it, download it, and make it public or not. */
export function registerNotice(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/plan/notice', (c) => renderPage(c, noticePage(viewOf(c, services)), services));
  app.post('/plan/notice', requirePermission('edit'), (c) => setPublic(c, services));
  app.get('/plan/notice/html', (c) => renderDocument(c, noticeOf(c)));
  app.get('/plan/notice/file', (c) => {
    const { name } = planOf(c).plan;
    return sendFile(c, `${name}-notice.html`, { type: 'text/html; charset=utf-8', text: noticeOf(c) });
  });
}

/** @throws Refusal before the first plan */
function planOf(c: PageContext): CurrentPlan {
  const { plan } = c.var;
  if (!plan) throw notFound('The notice');
  return plan;
}

function noticeOf(c: PageContext): string {
  return publicPage(planOf(c).plan, c.var.now);
}

function viewOf(c: PageContext, { settings }: ConsoleServices): Parameters<typeof noticePage>[0] {
  const { plan } = planOf(c);
  const awaits = c.req.query('awaits');
  return {
    isPublic: plan.publicNotice,
    isAwaited: awaits !== undefined && awaits === planHash({ ...plan, publicNotice: !plan.publicNotice }),
    address: `${settings.origin}${NOTICE_PATH}`,
    hasDate: pivotAt(plan) !== null,
    person: c.var.person,
    zone: plan.court.zone,
    now: c.var.now,
  };
}

const schema = z.strictObject({ public: z.enum(['on', 'off']), why: whySchema });

/** The switch is a member of the plan, so that it has a history and takes effect like any other change. */
async function setPublic(c: PageContext, services: ConsoleServices): Promise<Response> {
  const current = planOf(c);
  const form = await readForm(c, schema);
  if (!form.ok) return returnForm(c, form, { services, page: '/plan/notice' });
  const { person, requestId } = c.var;
  const publicNotice = form.value.public === 'on';
  const upload = { person: person.id, why: form.value.why, before: current };
  const hash = await uploadPlan({ ...current.plan, publicNotice }, upload, { services, requestId });
  const notice = {
    kind: 'success',
    title: `The public address will be ${publicNotice ? 'on' : 'off'} within seconds`,
    text: 'Recorded with your name and reason.',
  } as const;
  return redirectTo(c, linkTo('/plan/notice', { awaits: hash }), { ...services, notice });
}
