import type HandlebarsWhole from 'handlebars';
import runtime from 'handlebars/runtime.js';
import type { MessageKind } from '../domain/plan/kinds.ts';
import { clean } from '../lib/clean.ts';
import { layOut } from './lay-out.ts';
import type { Model } from './model.ts';

/** The package's own types leave the runtime empty. */
const Handlebars = runtime as typeof HandlebarsWhole;

/** The precompiled templates, as `templates/build.ts` writes them. */
export interface TemplateSpecs {
  readonly messages: Readonly<Record<MessageName, Readonly<Record<Part, object>>>>;
  readonly htmlPartials: Readonly<Record<string, object>>;
  readonly textPartials: Readonly<Record<string, object>>;
}
/** The emails, and the page for the court's website. */
export type MessageName = MessageKind | 'public-notice';
type Part = 'label' | 'subject' | 'preview' | 'html' | 'text';

/** A rendered message. */
export interface Rendered {
  readonly subject: string;
  readonly preview: string;
  readonly html: string;
  readonly text: string;
}

/** Renders a message from its model. @throws Error when the template names what the model doesn't have. */
export type Renderer = (name: MessageName, model: Model) => Rendered;

/** Makes the function that renders messages from precompiled templates. */
export function rendererOf(specs: TemplateSpecs): Renderer {
  const environment = Handlebars.create();
  environment.registerHelper('address', (url: string) => url.replace(/^https:\/\//, '').replace(/\/$/, ''));
  const ready = (each: Readonly<Record<string, object>>) =>
    Object.fromEntries(Object.entries(each).map(([name, spec]) => [name, environment.template(spec)]));
  const htmlPartials = ready(specs.htmlPartials);
  const textPartials = ready(specs.textPartials);
  const messages = Object.fromEntries(
    Object.entries(specs.messages).map(([kind, parts]) => [kind, ready(parts)]),
  );
  return (name, model) => {
    const parts = messages[name] as Record<Part, HandlebarsTemplateDelegate>;
    const line = (part: Part) => clean(parts[part](model, { partials: textPartials }));
    const label = line('label');
    const headline = line('subject');
    const subject = model.is.sharedAddress ? `${headline} (for ${model.filer.name})` : headline;
    const values = { ...model, label, headline, subject, preview: line('preview') };
    return {
      subject,
      preview: values.preview,
      html: parts.html(values, { partials: htmlPartials }),
      text: layOut(parts.text(values, { partials: textPartials })),
    };
  };
}
