import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { leftOverFinder } from '../../../functions/email/left-overs.ts';
import { toHtml } from '../../../functions/email/markdown/to-html.ts';
import { toText } from '../../../functions/email/markdown/to-text.ts';

const { inHtml, inText, inLine } = leftOverFinder();
const saying = (found: ReturnType<typeof inHtml>) => found.map(({ message }) => message);

const left = (what: string) => `"${what}" is left in the output`;

/** Fragments of HTML, and what is wrong with them. */
const WRONG: [what: string, html: string, ...problems: string[]][] = [
  ['stars', '<p>**Link now.**</p>', left('**')],
  ['a star', '<p>Fee* due</p>', left('*')],
  ['underscores', '<p>__now__</p>', left('__')],
  ['a backtick', '<p>`a`</p>', left('`')],
  ['crossed-out text', '<p>~~a~~</p>', left('~~')],
  ['a link', '<p>[a](b)</p>', left('](')],
  ['a heading', '<p>## Help</p>', left('##')],
  ['the border of a box', '<p>::: action</p>', left(':::')],
  ['a backslash at the end of a line', '<p>a\\\nb</p>', left('\\')],
  ['a tag of the template', '<p>a {{name}}</p>', left('{{')],
  ['a tag of HTML', '<p>a &lt;br&gt; b</p>', left('<br>')],
  ['an entity', '<p>a &amp;amp; b</p>', left('&amp;')],
  ['undefined', '<p>on undefined.</p>', left('undefined')],
  ['null', '<p>on null.</p>', left('null')],
  ['an object', '<p>on [object Object].</p>', left('[object')],
  ['two full stops', '<p>at 5:00 p.m..</p>', left('..')],
  ['a double space', '<p>a  b</p>', 'a double space is left in the output'],
  ['a double space around a tag', '<p>a <em>b</em>  c</p>', 'a double space is left in the output'],
  ['a space before a comma', '<p>On , a</p>', 'a space is left before a punctuation mark'],
  ['an empty heading', '<h2> </h2><p>a</p>', 'a heading is empty'],
  ['a heading with nothing below it', '<main><h2>a</h2></main>', 'a heading has nothing below it'],
  ['a heading right before the next', '<h2>a</h2><h2>b</h2><p>c</p>', 'a heading has nothing below it'],
  [
    'a heading with the number of no step',
    '<h2>0. a</h2><p>b</p>',
    'a heading has the number of a step that its reader does not have',
  ],
  ['an empty paragraph', '<p></p>', 'a paragraph is empty'],
  ['an empty box', '<div class="box">\n</div>', 'a box is empty'],
  ['an empty item', '<ul><li>a</li><li></li></ul>', 'an item of a list is empty'],
  ['an empty list', '<ul></ul>', 'a list is empty'],
  ['a list in two', '<ul><li>a</li></ul>\n<ul><li>b</li></ul>', 'a list is cut in two'],
  ['a list without its start', '<h2>a</h2><ol start="2"><li>b</li></ol>', 'a list starts at 2'],
  ['an item without a list', '<li>a</li>', 'an item of a list is outside its list'],
  ['a number of a list in a paragraph', '<p>a\n2. b</p>', 'an item of a list is outside its list'],
  ['a sign of a list in a paragraph', '<p>a\n- b</p>', 'an item of a list is outside its list'],
  ['a paragraph that starts as an item', '<p>- b</p>', 'an item of a list is outside its list'],
  ['bold that is not closed', '<p>a <strong>b</p>', 'a <strong> is not closed'],
  ['bold that was never opened', '<p>a</strong> b</p>', 'a </strong> closes nothing'],
  ['bold without text', '<p>On <strong></strong>a</p>', 'a bold text is empty'],
];

const RIGHT: [what: string, html: string][] = [
  ['words with underscores', '<p>the_form and a 2 * 3</p>'],
  ['addresses', '<p>www.nysb.uscourts.gov/a__b*c/_d and _a_@x.uscourts.gov</p>'],
  ['an abbreviation before a comma', '<p>5:00 p.m., Inc., etc. and ...</p>'],
  ['a list that goes on after a paragraph', '<ol><li>a</li></ol><p>b</p><ol start="2"><li>c</li></ol>'],
  ['lines that are numbered by hand', '<p>1. a<br>2. b</p>'],
  ['lists of two kinds', '<ul><li>a</li></ul><ol><li>b</li></ol>'],
  ['a heading above a smaller one', '<main><h1>a</h1><h2>b</h2><p>c</p></main>'],
  ['a list in a list', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
];

describe('leftOverFinder', () => {
  it.each(WRONG)('finds %s', (_what, html, ...problems) => {
    expect(saying(inHtml(html))).toEqual(problems);
  });

  it.each(RIGHT)('finds nothing in %s', (_what, html) => {
    expect(saying(inHtml(html))).toEqual([]);
  });

  it('finds the same in text and in single lines, but leaves the layout of the text alone', () => {
    expect(saying(inText('- a\n\n    b  c\n  **d\n'))).toEqual([left('**')]);
    expect(saying(inLine('On , you'))).toEqual(['a space is left before a punctuation mark']);
  });
});

/** Bold beside tags of a template, whose values are here "v" and true. */
const BOLD: [source: string, html: string, text: string][] = [
  ['**Link now.**{{#if yes}} Then{{/if}}', '<strong>Link now.</strong> Then', 'Link now. Then'],
  ['**Link now.**{{value}}', '<strong>Link now.</strong>v', 'Link now.v'],
  ['{{#if yes}}Then {{/if}}**"Link" now**', 'Then <strong>&quot;Link&quot; now</strong>', 'Then "Link" now'],
  ['{{value}}**(now)**{{value}}', 'v<strong>(now)</strong>v', 'v(now)v'],
  ['**{{value}}**{{#if yes}}.{{/if}}', '<strong>v</strong>.', 'v.'],
  ['{{#if yes}}**a.**{{/if}}{{#if yes}}**b.**{{/if}}', '<strong>a.</strong><strong>b.</strong>', 'a.b.'],
  ['*Now.*{{#if yes}} *Go.*{{/if}}', '<em>Now.</em> <em>Go.</em>', 'Now. Go.'],
  ['**Open {{value}}.** Then', '<strong>Open v.</strong> Then', 'Open v. Then'],
];

describe('bold beside a tag', () => {
  it.each(BOLD)('is bold: %s', (source, html, text) => {
    const values = { value: 'v', yes: true };
    const made = Handlebars.compile(toHtml(source))(values);
    expect(made.replaceAll(/^<p[^>]*>|<\/p>$/g, '')).toBe(html);
    expect(saying(inHtml(made))).toEqual([]);
    expect(Handlebars.compile(toText(source), { noEscape: true })(values).trim()).toBe(text);
  });
});
