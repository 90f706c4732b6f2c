import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../../functions/email/lay-out.ts';
import { checkOwnText } from '../../../../functions/email/markdown/check-own-text.ts';
import { makeText } from '../../../../functions/email/markdown/own-text.ts';
import { PLACEHOLDERS } from '../../../../functions/email/placeholders.ts';
import { wordsOfHtml } from '../../../support/email/reading.ts';

const isAllowed = (text: string) =>
  checkOwnText(text, { domains: ['uscourts.gov'], placeholders: PLACEHOLDERS }).length === 0;

/** Texts of what people and attackers type: marks of Markdown, HTML, Handlebars and links among words. */
const typed = fc
  .array(
    fc.constantFrom(
      ...[
        'word',
        'other',
        ' ',
        ' ',
        '\n',
        '\n\n',
        '- ',
        '1. ',
        '  ',
        '**',
        '*',
        '_',
        '\\',
        '#',
        '> ',
        '`',
        '|',
        '~~',
      ],
      ...[
        '<b>',
        '</p>',
        '<',
        '>',
        '&',
        '&lt;',
        '"',
        "'",
        '<script>',
        '<!--',
        '-->',
        '\u200b',
        '\ue0f0',
        '\ue100',
      ],
      ...['{{court-name}}', '{{', '}}', '{', '}', '{{#if x}}', '{{{court-name}}}', '{{filer-name}}'],
      ...[
        '[a](https://x.uscourts.gov/"onclick="y)',
        '[b](javascript:x)',
        '](',
        '[',
        ']',
        '(',
        ')',
        '!',
        ':::',
      ],
      ...['[c]({{ecf-login-page}})', '[{{help-desk-email}}](mailto:{{help-desk-email}})', 'é', '½', '日本'],
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join('').trim());

/** Words and signs, without what marks lists and links: both outputs must have these in the same order. */
const bare = (text: string) => text.replaceAll(/address |https:\/\/|[<>()\s:.\d-]/g, '');

describe('makeText', () => {
  it('keeps line ends, lists and links', () => {
    expect(makeText('Hello,\nyou.\n\n- a\n- b')).toEqual({
      html:
        '<p style="margin:0 0 14px">Hello,<br>you.</p>\n<ul style="margin:0 0 14px;padding:0 0 0 24px">' +
        '<li style="margin:0 0 8px">a</li>\n<li style="margin:0 0 8px">b</li>\n</ul>',
      text: 'Hello,\ue0f2you.\n\n- a\n- b',
    });
  });

  it('escapes what a link holds', () => {
    const { html } = makeText('[a](https://x.uscourts.gov/?a=1&b="onclick="c)');
    expect(html).toContain('href="https://x.uscourts.gov/?a=1&amp;b=&quot;onclick=&quot;c"');
  });

  it('lets no HTML, logic or foreign address through, whatever is typed', () => {
    fc.assert(
      fc.property(typed, (text) => {
        fc.pre(text !== '' && isAllowed(text));
        const { html, text: plain } = makeText(text);
        for (const [tag] of html.matchAll(/<[^>]*>/g))
          expect(tag).toMatch(
            /^<(\/?(p|ul|ol|li|strong|em|a|span)|w?br|ol start="\d+"|[a-z]+( (style|href|class|start)="[^"<>]*")+)>$/,
          );
        for (const [, href] of html.matchAll(/href="([^"]*)"/g))
          expect(href).toMatch(
            /^(https:\/\/x\.uscourts\.gov\/|\{\{ecf-login-page\}\}$|mailto:\{\{help-desk-email\}\}$)/,
          );
        for (const made of [html, plain]) {
          expect(made.replaceAll(/\{\{(address )?[A-Za-z-]+\}\}/g, 'x')).not.toMatch(/\{\{|\}\}/);
          expect(made.replaceAll('\ue0f2', '')).not.toMatch(/\p{Co}/u);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('makes HTML and text that say the same, whatever is typed', () => {
    fc.assert(
      fc.property(typed, (text) => {
        fc.pre(text !== '' && isAllowed(text));
        const made = makeText(text);
        const values = (each: string) => each.replaceAll(/\{\{(address )?([\w-]+)\}\}/g, '$2');
        expect(bare(wordsOfHtml(values(made.html)))).toBe(bare(layOut(values(made.text))));
      }),
      { numRuns: 3000 },
    );
  });
});
