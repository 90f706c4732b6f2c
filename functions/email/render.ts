import type { MessageName } from '../domain/plan/kinds.ts';
import type { Model } from './model.ts';
import type { OwnTexts } from './own-texts.ts';
import { type PrecompiledParts, prepareTemplates } from './prepared-templates.ts';

/** The precompiled templates, as `templates/build.ts` writes them. */
export type TemplateSpecs = PrecompiledParts<MessageName>;

/** A rendered message. */
export interface Rendered {
  readonly subject: string;
  readonly preview: string;
  readonly html: string;
  readonly text: string;
}

/**
 * Renders a message from its model, with the court's own texts instead of sections.
 * @throws Error when the template names what the model doesn't have.
 */
export type Renderer = (name: MessageName, model: Model, own?: Pick<OwnTexts, 'get'>) => Rendered;

/** Makes the function that writes the subjects of messages. */
export function subjectRendererOf(specs: TemplateSpecs): (name: MessageName, model: Model) => string {
  const prepared = prepareTemplates(specs);
  return (name, model) => addressed(prepared.line(name, 'subject', model), model);
}

/** With a mailbox that several filers share, the subject says whom the email is for: `NYSB, for Jane Doe: Filing is open`. */
function addressed(headline: string, { is, filer }: Pick<Model, 'is' | 'filer'>): string {
  if (!is.sharedAddress) return headline;
  const [, sender, rest] = /^([^:.]+)(: .*)$/.exec(headline) ?? [];
  return sender ? `${sender}, for ${filer.name}${rest}` : `${headline} (for ${filer.name})`;
}

/** Makes the function that renders messages from precompiled templates. */
export function rendererOf(specs: TemplateSpecs): Renderer {
  const prepared = prepareTemplates(specs);
  return (name, model, own) => {
    const label = prepared.line(name, 'label', model);
    const headline = prepared.line(name, 'subject', model);
    const subject = addressed(headline, model);
    const preview = prepared.line(name, 'preview', model);
    const values = { ...model, label, headline, subject, preview };
    const ownOf = (id: string, output: 'html' | 'text') => own?.get(id)?.[output](values);
    return { subject, preview, ...prepared.bodies(name, values, ownOf) };
  };
}
