import { filerIdOf } from '../../../domain/filer/filer-id.ts';
import { MESSAGES, type MessageName } from '../../../domain/plan/kinds.ts';
import { partAt } from '../../../domain/plan/plan-path.ts';
import { linkTo } from '../../../lib/link-to.ts';
import type { ConsoleApp, PageContext } from '../../http/context.ts';
import { formValues } from '../../http/form.ts';
import { returnForm } from '../../http/kept-form.ts';
import { notFound } from '../../http/refusal.ts';
import { redirectTo, renderDocument, renderPage } from '../../http/show.ts';
import { requirePermission } from '../../people/guard.ts';
import { askedSchema } from '../../phases/preview-asked.ts';
import type { ConsoleServices } from '../../services.ts';
import { openDraft } from '../editor/draft-form.ts';
import { checkDraft } from '../editor/draft-problems.ts';
import { type DraftPreview, previewOf } from './draft-preview.ts';
import { ownTextPreviewPage } from './preview-page.tsx';

/** Messages as the draft has them, for any group of filers and for each filer. */
export function registerOwnTextPreview(app: ConsoleApp, services: ConsoleServices): void {
  const edit = requirePermission('edit');
  app.get('/plan/draft/messages/:message/preview', edit, async (c) => {
    const message = messageOf(c);
    const preview = await loadPreview(c, { message, services });
    const { person } = c.var;
    return renderPage(c, ownTextPreviewPage({ message, preview, person, back: backOf(c) }), services);
  });
  app.get('/plan/draft/messages/:message/html', edit, async (c) => {
    const preview = await loadPreview(c, { message: messageOf(c), services });
    if (!preview) throw notFound('This email');
    return renderDocument(c, preview.html);
  });
  app.post('/plan/draft/messages/:message/preview', edit, (c) => findFiler(c, services));
}

/** The message that the path names. @throws Refusal when there is none */
export function messageOf(c: PageContext): MessageName {
  const message = MESSAGES.find((each) => each === c.req.param('message'));
  if (!message) throw notFound('This message');
  return message;
}

/** The section from which the preview was opened, to lead back to it. */
function backOf(c: PageContext): string | null {
  const section = c.req.query('section') ?? '';
  return /^[a-z-]{1,40}$/.test(section) ? section : null;
}

interface LoadOptions {
  readonly message: MessageName;
  readonly section?: string;
  readonly services: ConsoleServices;
}

/** Makes what the page asks for; `null`: the draft has problems, or no one like that gets the message. */
export async function loadPreview(
  c: PageContext,
  { message, section, services }: LoadOptions,
): Promise<DraftPreview | null> {
  const { plan } = await openDraft(services);
  const { result } = checkDraft(plan, { ...services.deployed, before: c.var.plan?.plan ?? null });
  if (!result.ok) return null;
  const seen = section ?? backOf(c);
  return previewOf(result.plan, message, {
    asked: askedSchema.parse(c.req.query()),
    ...(seen && { section: seen }),
    services,
    now: c.var.now,
  });
}

/** The account is posted, because a URL must not hold it. */
async function findFiler(c: PageContext, services: ConsoleServices): Promise<Response> {
  const message = messageOf(c);
  const { csrf, ...values } = await formValues(c);
  const { plan } = await openDraft(services);
  const page = linkTo(`/plan/draft/messages/${message}/preview`, { section: values.section });
  const filer = filerIdOf(String(partAt(plan, ['court', 'id'])), values.account ?? '');
  const active = await services.roster.activeVersion();
  const isKnown = active && (await services.roster.filersById(active.version, [filer])).has(filer);
  if (isKnown)
    return redirectTo(
      c,
      linkTo(`/plan/draft/messages/${message}/preview`, { section: values.section, filer }),
      services,
    );
  const problems = { account: 'The active roster has no filer with this ID. Check the spelling.' };
  return returnForm(c, { values, problems }, { services, page });
}
