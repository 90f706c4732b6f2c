import Handlebars from 'handlebars';
import { MARKS } from '../../functions/email/lay-out.ts';
import { toHtml } from '../../functions/email/markdown/to-html.ts';
import { toText } from '../../functions/email/markdown/to-text.ts';
import type { Lines, Message } from './front-matter.ts';

/** A message's parts, each precompiled to JavaScript source. */
export type MessageCode = Readonly<Record<'label' | 'subject' | 'preview' | 'html' | 'text', string>>;

/** The parts of a message as precompiled templates. @param layout The frame around its body, for each output. */
export function messageCode(
  message: Message,
  layout: { readonly html: string; readonly text: string },
): MessageCode {
  return {
    label: plain(choice(message.label)),
    subject: plain(choice(message.subject)),
    preview: plain(choice(message.preview)),
    html: html(layout.html.replace('[body]', () => toHtml(message.body))),
    text: plain(
      layout.text.replace('[heading]', MARKS.heading).replace('[body]', () => toText(message.body)),
    ),
  };
}

/** The texts by case as one template: `{{#if case.upgrade}}…{{else}}…{{/if}}`. */
function choice(lines: Lines): string {
  const otherwise = lines.get('otherwise')!.text;
  const cases = [...lines].filter(([name]) => name !== 'otherwise');
  const branches = cases.map(
    ([name, { text }], at) => `{{${at ? 'else' : '#'}${at ? ' ' : ''}if case.${name}}}${text}`,
  );
  return cases.length ? `${branches.join('')}{{else}}${otherwise}{{/if}}` : otherwise;
}

const OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { address: true, block: true, section: true },
};

/** A template whose values are escaped for HTML, as JavaScript source. */
export const html = (template: string) => precompiled(template, OPTIONS);
/** A template whose values stay as they are, as JavaScript source. */
export const plain = (template: string) => precompiled(template, { ...OPTIONS, noEscape: true });

/** A condition, whose outcome is always a text, and the check that it is one. */
const CONDITION =
  /\(\(stack1 = (helpers\.(?:if|unless)\.call\([^{}]*\{"hash":\{\},"fn":[^{}]*\}\))\) != null \? stack1 : ""\)/g;
/** A value, which is never a function, and the call that it would need. */
const VALUE = /container\.lambda\((container\.strict\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)), depth0\)/g;

/**
 * Without the copy of `lookupProperty` that every block carries for runtimes older than ours, the places that error messages
 * would name, which are not those of the sources, what is for a model that is missing, and what conditions and partials
 * are told but never ask: the names of conditions, their data, and decorators. A condition's outcome is taken as it is.
 */
function precompiled(template: string, options: PrecompileOptions): string {
  return String(Handlebars.precompile(template, options))
    .replaceAll(
      /container\.lookupProperty \|\| function\(parent, propertyName\) \{[\s\S]*?return undefined\s*\}/g,
      'container.lookupProperty',
    )
    .replaceAll(/,\s*(?:"loc":\s*)?\{"start":\{[^{}]*\},"end":\{[^{}]*\}\}/g, '')
    .replaceAll('depth0 != null ? depth0 : (container.nullContext || {})', 'depth0')
    .replaceAll(/lookupProperty\(helpers,"(\w+)"\)/g, 'helpers.$1')
    .replaceAll(/"name":"(?:if|unless)",("hash":\{\},"fn":[^{}]*),"data":data\}/g, '$1}')
    .replaceAll(',"decorators":container.decorators', '')
    .replaceAll(CONDITION, '$1')
    .replaceAll(VALUE, '$1');
}
