import { MESSAGES, type MessageName } from '../../../domain/plan/kinds.ts';
import { partAt } from '../../../domain/plan/plan-path.ts';
import { placeOf } from '../../../domain/plan/section-texts.ts';
import { sectionsOf } from '../../../email/sections.ts';
import type { ConsoleApp, PageContext } from '../../http/context.ts';
import { renderPage } from '../../http/show.ts';
import { requirePermission } from '../../people/guard.ts';
import type { ConsoleServices } from '../../services.ts';
import { openDraft } from '../editor/draft-form.ts';
import { registerOwnTextPreview } from './preview.ts';
import { registerSectionText } from './section-text.ts';
import { type ListedSection, wordingPage } from './wording-page.tsx';

/** The messages of the launch, section by section, and the court's own texts in the draft. */
export function registerWording(app: ConsoleApp, services: ConsoleServices): void {
  const edit = requirePermission('edit');
  app.get('/plan/draft/messages', edit, (c) => showList(c, services));
  registerOwnTextPreview(app, services);
  registerSectionText(app, services);
}

async function showList(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { plan } = await openDraft(services);
  const message = MESSAGES.find((each) => each === c.req.query('message')) ?? MESSAGES[0]!;
  return renderPage(c, wordingPage({ message, sections: sectionsIn(message, plan) }), services);
}

function sectionsIn(message: MessageName, plan: object): ListedSection[] {
  return sectionsOf(message).map(({ id, title }) => {
    const isOwn = partAt(plan, ['sectionTexts', placeOf({ section: id, message })]) !== undefined;
    const isOwnEverywhere = partAt(plan, ['sectionTexts', id]) !== undefined;
    return { id, title, text: isOwn ? 'here' : isOwnEverywhere ? 'everywhere' : 'built-in' };
  });
}
