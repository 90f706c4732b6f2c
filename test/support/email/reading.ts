/** What a reader meets in an email, in order: step titles, dates, addresses, phone numbers. */
const MEETINGS = new RegExp(
  [
    '¶[^¶]*¶',
    '(?:[A-Z][a-z]+day, )?(?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{1,2}, \\d{4}(?:, at [^,]{5,20}? [A-Z][\\w-]+ (?:Standard )?Time)?',
    '[\\w.-]+@[\\w.-]+\\.gov',
    '[\\w-]+(?:\\.[\\w-]+)+\\.gov[\\w./-]*[\\w/]',
    '\\b\\d{3}-\\d{3}-\\d{4}\\b',
  ].join('|'),
  'g',
);

export function meetingsIn(words: string): string[] {
  return [...words.matchAll(MEETINGS)].map(([found]) => found.replace(/\/$/, ''));
}

/** The words of an HTML email that a person sees or hears, titles between `¶`. */
export function wordsOfHtml(html: string): string {
  const visible = html
    .replaceAll(/<head>[\s\S]*?<\/head>|<!--[\s\S]*?-->|<div style="display:none[^>]*>[\s\S]*?<\/div>/g, '')
    .replaceAll(/<h[1-6][^>]*>([\s\S]*?)<\/h[1-6]>/g, ' ¶$1¶ ')
    .replaceAll(/<\/(?:p|li|div)>|<br>/g, ' ')
    .replaceAll(/<[^>]+>/g, '');
  return oneLine(decoded(visible));
}

/** The words of a text part; underlined lines are titles. */
export function wordsOfText(text: string): string {
  const paragraphs = text.split('\n\n').map((paragraph) => {
    const title = /^([\s\S]+)\n-+$/.exec(paragraph.trim())?.[1];
    return title ? `¶${title}¶` : paragraph;
  });
  return oneLine(paragraphs.join(' ').replaceAll('https://', ''));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function decoded(html: string): string {
  return html
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
