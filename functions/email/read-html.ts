import { Parser } from 'htmlparser2';

/** Inline elements: a link that a mail program detects can span them. */
const INLINE: ReadonlySet<string> = new Set([
  ...[
    'a',
    'abbr',
    'b',
    'big',
    'code',
    'em',
    'font',
    'i',
    'mark',
    's',
    'small',
    'span',
    'strong',
    'sub',
    'sup',
    'u',
    'wbr',
  ],
]);
/** Attributes that hold a URL. */
const ADDRESSES: ReadonlySet<string> = new Set([
  ...['action', 'background', 'cite', 'data', 'formaction', 'href', 'longdesc', 'poster', 'src', 'srcset'],
]);

/** An HTML document as a reader sees it. */
export interface ReadHtml {
  /** Visible lines, including those in Outlook's conditional comments. */
  readonly lines: readonly string[];
  /** URLs in attributes: link targets and image sources. */
  readonly addresses: readonly string[];
}

/** Reads an email's HTML. */
export function readHtml(html: string): ReadHtml {
  const addresses: string[] = [];
  const texts: string[] = [];
  const breakAt = (name: string) => {
    if (!INLINE.has(name)) texts.push('\n');
  };
  let style = false;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      breakAt(name);
      style = name === 'style';
      for (const [attribute, value] of Object.entries(attributes))
        if (ADDRESSES.has(attribute)) addresses.push(value);
    },
    ontext: (text) => {
      if (!style) texts.push(text);
    },
    oncomment: (text) => texts.push('\n', text, '\n'),
    onclosetag: (name) => {
      breakAt(name);
      style = false;
    },
  });
  parser.end(html);
  return {
    lines: texts
      .join('')
      .split('\n')
      .filter((line) => line.trim() !== ''),
    addresses,
  };
}
