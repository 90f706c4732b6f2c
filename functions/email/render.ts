import type HandlebarsWhole from 'handlebars';
import runtime from 'handlebars/runtime.js';
import type { MessageName } from '../domain/plan/kinds.ts';
import { clean } from '../lib/clean.ts';
import { layOut } from './lay-out.ts';
import type { Model } from './model.ts';
import { addressOf, type OwnTexts } from './own-texts.ts';

/** The package's own types leave the runtime empty. */
const Handlebars = runtime as typeof HandlebarsWhole;

/** The precompiled templates, as `templates/build.ts` writes them. */
export interface TemplateSpecs {
  readonly messages: Readonly<Record<MessageName, Readonly<Record<Part, object>>>>;
  readonly htmlPartials: Readonly<Record<string, object>>;
  readonly textPartials: Readonly<Record<string, object>>;
}
type Part = 'label' | 'subject' | 'preview' | 'html' | 'text';

/** A rendered message. */
export interface Rendered {
  readonly subject: string;
  readonly preview: string;
  readonly html: string;
  readonly text: string;
}

/**
 * Renders a message from its model, with the court's own texts in the place of sections.
 * @throws Error when the template names what the model doesn't have.
 */
export type Renderer = (name: MessageName, model: Model, own?: OwnTexts) => Rendered;

/** The court's own text of a section, or the built-in one. */
function section(this: unknown, id: string, { data, fn }: Handlebars.HelperOptions): string {
  return data.own(id) ?? fn(this);
}

/** Makes the function that renders messages from precompiled templates. */
export function rendererOf(specs: TemplateSpecs): Renderer {
  const environment = Handlebars.create();
  environment.registerHelper('address', addressOf);
  environment.registerHelper('section', section);
  const ready = (each: Readonly<Record<string, object>>) =>
    Object.fromEntries(Object.entries(each).map(([name, spec]) => [name, environment.template(spec)]));
  const htmlPartials = ready(specs.htmlPartials);
  const textPartials = ready(specs.textPartials);
  const messages = Object.fromEntries(
    Object.entries(specs.messages).map(([kind, parts]) => [kind, ready(parts)]),
  );
  return (name, model, own) => {
    const parts = messages[name] as Record<Part, HandlebarsTemplateDelegate>;
    const line = (part: Part) => clean(parts[part](model, { partials: textPartials }));
    const label = line('label');
    const headline = line('subject');
    const subject = model.is.sharedAddress ? `${headline} (for ${model.filer.name})` : headline;
    const values = { ...model, label, headline, subject, preview: line('preview') };
    return {
      subject,
      preview: values.preview,
      html: parts.html(values, {
        partials: htmlPartials,
        data: { own: (id: string) => own?.get(id)?.html(values) },
      }),
      text: layOut(
        parts.text(values, {
          partials: textPartials,
          data: { own: (id: string) => own?.get(id)?.text(values) },
        }),
      ),
    };
  };
}
