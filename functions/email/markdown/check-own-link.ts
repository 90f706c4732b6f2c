import type { Placeholder } from '../../../campaigns/campaign.ts';
import { mayLead } from './check-markdown.ts';
import type { Link, Token } from './markdown.ts';
import { isHeld, tagOf } from './pieces.ts';

interface LinkOptions {
  /** The token that opens it. */
  readonly token: Token;
  readonly domains: readonly string[];
  readonly placeholders: ReadonlyMap<string, Placeholder>;
  /** The placeholders that its text holds. */
  readonly tags: readonly string[];
}

/** Which kind of placeholder a link can have as its address, by what comes before it. */
const KINDS: Readonly<Record<string, Placeholder['kind']>> = {
  '': 'page',
  'mailto:': 'email',
  'tel:': 'phone',
};

/** What is wrong with a link, as a clause that starts with "must". */
export function linkProblems({ href, label }: Link, options: LinkOptions): string[] {
  const { token, domains, tags } = options;
  const written = (text: string) => text.replaceAll(/[\ue100-\uf8ff]/g, (one) => tagOf(one, tags));
  const shown = written(href);
  const words = written(label.map(({ content }) => content).join(''));
  if (token.info === 'auto') return [`must have links as [words](address): "<${shown}>"`];
  if (words.trim() === '') return [`must have words for each link: "[](${shown})"`];
  if (token.attrGet('title') !== null) return [`must have no title for a link: "${shown}"`];
  const [, scheme = '', target = ''] = /^(mailto:|tel:)?(.*)$/s.exec(href) ?? [];
  if (/[\ue100-\uf8ff]/.test(href)) {
    if (!isHeld(target) || kindOf(target, options) !== KINDS[scheme])
      return [
        `must have links to an address, or to one placeholder: {{…-page}}, mailto:{{…-email}} or tel:{{…-phone}}. ` +
          `"${shown}" is none of these`,
      ];
  } else if (!mayLead(href, domains))
    return [`must have links that lead to ${domains.join(' or ')} by https: "${shown}"`];
  // Readers of the text, or of a printed email, see only the words.
  if (scheme !== '' && words !== written(target))
    return [`must show where mail and calls go: "[${written(target)}](${shown})"`];
  return [];
}

function kindOf(held: string, { placeholders, tags }: LinkOptions): Placeholder['kind'] {
  return placeholders.get(tagOf(held, tags).slice(2, -2))?.kind;
}
