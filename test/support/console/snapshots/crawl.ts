import type { Answer, Browser } from '../browser.ts';
import type { SnapshotFolder } from './folder.ts';
import { elementsOf } from './normal-dom.ts';

/**
 * Looks at pages, and at those that one of them leads to and that it hasn't looked at.
 * @param most How many further pages of one kind are looked at, over all calls. @default 1
 */
export type Crawler = (from: readonly string[], most?: number) => Promise<void>;

/** @param folder where each answer is kept */
export function crawler(browser: Browser, folder: SnapshotFolder): Crawler {
  const seen = new Set<string>();
  const kinds = new Map<string, number>();

  return async (from, most = 1) => {
    const left = [...from];
    for (const path of from) seen.add(path);
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const answer = await browser.open(path);
      folder.keep(path, answer);
      for (const link of linksIn(answer)) {
        const times = kinds.get(kindOf(link)) ?? 0;
        if (seen.has(link) || times >= most) continue;
        kinds.set(kindOf(link), times + 1);
        seen.add(link);
        left.push(link);
      }
    }
  };
}

/** Pages of the console that a page leads to, in their order. */
function linksIn({ text, headers }: Answer): string[] {
  if (!headers['content-type']?.startsWith('text/html')) return [];
  return elementsOf(text).flatMap(({ name, attribs }) => {
    const link = name === 'a' ? attribs.href : name === 'iframe' ? attribs.src : undefined;
    return link?.startsWith('/') ? [link.split('#')[0]!] : [];
  });
}

/** Links of one kind lead to pages that are made alike: `/filers/:id/emails/:id`. */
function kindOf(link: string): string {
  const [path = '', query = ''] = link.split('?');
  const parts = path.split('/').map((part) => (/\d|~/.test(part) ? ':id' : part));
  const names = [...new URLSearchParams(query)].map(([name, value]) =>
    ['status', 'kind'].includes(name) ? `${name}=${value}` : name,
  );
  return `${parts.join('/')}?${names.join('&')}`;
}
