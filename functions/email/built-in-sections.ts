import type HandlebarsWhole from 'handlebars';
import HandlebarsRuntime from 'handlebars/runtime.js';
import { sectionSources, sourcePartials, templates } from '#templates';
import type { MessageName } from '../domain/plan/kinds.ts';
import type { Model } from './model.ts';
import type { OwnTexts } from './own-texts.ts';
import { PLACEHOLDERS, placeholderValue } from './placeholders.ts';
import { rendererOf } from './render.ts';
import { sectionOf } from './sections.ts';

/** The package's own types leave the runtime empty. */
const handlebars = (HandlebarsRuntime as typeof HandlebarsWhole).create();
const render = rendererOf(templates);

/** The sections that a message shows to whom the model is about. */
export function sectionsShown(message: MessageName, model: Model): ReadonlySet<string> {
  const shown = new Set<string>();
  const none: Pick<OwnTexts, 'get'> = {
    get: (section) => {
      if (sectionOf(message, section)) shown.add(section);
      return undefined;
    },
  };
  render(message, model, none);
  return shown;
}

/**
 * The built-in text of a section as a court could have written it for whom the model is about: without conditions, and
 * with placeholders instead of values.
 */
export function builtInText(message: MessageName, section: string, model: Model): string {
  const key = sectionOf(message, section)?.isShared ? section : `${message}/${section}`;
  const template = handlebars.template(sectionSources[key]!);
  const partials = Object.fromEntries(
    Object.entries(sourcePartials).map(([name, spec]) => [name, handlebars.template(spec)]),
  );
  return template(withPlaceholders(model), { partials })
    .replaceAll(/\\$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function withPlaceholders(model: Model): object {
  const copy = structuredClone(model) as object;
  for (const [name, placeholder] of PLACEHOLDERS) {
    if (placeholderValue({ at: placeholder.at, label: '' }, model) === null) continue;
    const keys = placeholder.at.split('.');
    const last = keys.pop()!;
    const parent = keys.reduce<object>((at, key) => (at as Record<string, object>)[key]!, copy);
    (parent as Record<string, string>)[last] = `{{${name}}}`;
  }
  return copy;
}
