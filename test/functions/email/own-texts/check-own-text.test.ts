import { describe, expect, it } from 'vitest';
import { checkOwnText } from '../../../../functions/email/markdown/check-own-text.ts';
import { PLACEHOLDERS } from '../../../../functions/email/placeholders.ts';
import { RICH_TEXT } from '../../../support/email/own-texts.ts';

const problemsOf = (text: string) =>
  checkOwnText(text, { domains: ['uscourts.gov'], placeholders: PLACEHOLDERS }).map(
    ({ line, message }) => `${line}: ${message}`,
  );

const PAIRS = 'write **bold** or *italics*, or \\* for a plain star';
const REFUSED: [what: string, text: string, problem: string][] = [
  ['bold without an end', 'Fine.\n\nHi **there', `3: must close each "**": ${PAIRS}`],
  ['a star behind a word', 'Fee* required', `1: must close each "*": ${PAIRS}`],
  ['an underscore alone', 'Hi _there', `1: must close each "_": ${PAIRS}`],
  [
    'an item that stays in its paragraph',
    'Fine.\n\nDo this:\n2. Call us.',
    '4: must be without what readers should not see: an item of a list is outside its list: "Do this: 2. Call us."',
  ],
  [
    'a space before a full stop',
    '- Call us\n- Write to {{help-desk-email}} .',
    '2: must be without what readers should not see: a space is left before a punctuation mark: "Write to x ."',
  ],
  [
    'the signs of a link apart',
    'See [our page] (https://www.nysb.uscourts.gov).',
    '1: must be without what readers should not see: "] (" is left in the output: ',
  ],
  [
    'an item without text',
    '- a\n-\n- b',
    '1: must be without what readers should not see: an item of a list is empty',
  ],
  [
    'a heading without its space',
    'a\n\n##Help',
    '3: must be without what readers should not see: "##" is left',
  ],
  ['an unknown placeholder', 'a\nb {{help-desk-telephone}}', '2: must name a placeholder from the list: '],
  [
    'a misspelled placeholder',
    '{{help-desk-phon}}',
    '1: must name a placeholder from the list: "{{help-desk-phon}}" is not on it. Did you mean "{{help-desk-phone}}"?',
  ],
  ["a template's own name", '{{court.name}}', '1: must name a placeholder from the list: '],
  [
    'a condition',
    '{{#if is.firm}}x{{/if}}',
    '1: must not have conditions or other logic, only placeholders: "{{#if is.firm}}"',
  ],
  ['a partial', '{{> help}}', '1: must not have conditions or other logic'],
  ['an unescaped value', '{{{court-name}}}', '1: must close each placeholder: write {{, its name, and }}'],
  ['a comment', '{{!-- x --}}', '1: must not have conditions or other logic'],
  ['an open placeholder', 'a {{court-name', '1: must close each placeholder'],
  ['braces behind backslashes', '{\\{court-name}\\}', '1: must not have {{ or }} besides placeholders'],
  ['HTML', 'a\n<b onclick="x()">b</b>', '2: must not have HTML: "<b onclick="x()">"'],
  [
    'a heading',
    '## Help',
    '1: must not have a heading (# at the start of a line, or a line of dashes below it)',
  ],
  ['a heading by dashes', 'Help\n---', '1: must not have a heading'],
  ['a quotation', '> a', '1: must not have a quotation'],
  ['a ruled line', 'a\n\n---', '3: must not have a ruled line'],
  ['code', '    a', '1: must not have code'],
  ['a table', '| a |\n|---|\n| b |', '1: must not have a table'],
  ['a picture', '![a](https://www.nysb.uscourts.gov/a.png)', '1: must not have a picture'],
  ['an entity', 'October &#50;2', '1: must have the character itself in the place of "&#50;"'],
  ['the line of a box', '::: action\na', '1: must not have a line that starts with ":::"'],
  [
    'a foreign link',
    '[a](https://uscourts.gov.example.com)',
    '1: must have links that lead to uscourts.gov by https: ',
  ],
  [
    'a link without https',
    '[a](http://www.uscourts.gov)',
    '1: must have links that lead to uscourts.gov by https: ',
  ],
  ['a script', '[a](javascript:alert(1))', '1: must have links that lead to uscourts.gov by https: '],
  [
    'a link by a user name',
    '[a](https://uscourts.gov@example.com/)',
    '1: must have links that lead to uscourts.gov',
  ],
  ['mail to elsewhere', '[a](mailto:a@example.com)', '1: must have links that lead to uscourts.gov'],
  [
    'mail with a query',
    '[a](mailto:a@example.com?x=b@x.uscourts.gov)',
    '1: must have links that lead to uscourts.gov',
  ],
  [
    'mail without its address',
    '[a](mailto:a@x.uscourts.gov)',
    '1: must show where mail and calls go: "[a@x.uscourts.gov](mailto:a@x.uscourts.gov)"',
  ],
  [
    'a call without its number',
    '[a](tel:{{pacer-phone}})',
    '1: must show where mail and calls go: "[{{pacer-phone}}](tel:{{pacer-phone}})"',
  ],
  ['a link without words', '[](https://www.uscourts.gov)', '1: must have words for each link'],
  ['a link in brackets', '<https://www.uscourts.gov>', '1: must have links as [words](address)'],
  ['a link with a title', '[a](https://www.uscourts.gov "t")', '1: must have no title for a link'],
  ['a link to no page', '[a]({{court-name}})', '1: must have links to an address, or to one placeholder'],
  [
    'a page as a phone number',
    '[a](tel:{{ecf-login-page}})',
    '1: must have links to an address, or to one placeholder',
  ],
  [
    'a placeholder in an address',
    '[a](https://a.uscourts.gov/{{filer-name}})',
    '1: must have links to an address, or to one',
  ],
];

describe('checkOwnText', () => {
  it.each(REFUSED)('refuses %s, with its line', (_what, text, problem) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(problems.length || 1);
    expect(problems[0]?.slice(0, problem.length)).toBe(problem);
  });

  it.each([
    ['everything that is allowed', RICH_TEXT],
    ['stars that stand for themselves', 'Fee\\* and 2 * 3 * 4'],
    ['underscores in words', 'the_form and A_b_c'],
    ['bold that ends in a full stop before a placeholder', '**Call us.**{{help-desk-phone}} **now**'],
    ['two spaces, which become one', 'Call us.  Or write.'],
    ['bold inside a word', '**over**due'],
    ['a comparison', 'if 2 < 3 and 4 > 3'],
    ['an address in the text', 'See https://www.nysb.uscourts.gov/rules.'],
    ['a list in a list', '1. a\n   - b\n2. c'],
    ['no definition of a link, which would vanish', '[x]: https://www.uscourts.gov'],
    ['characters that nobody sees', 'a\u200bb\u00a0c\r\nd\u00ad'],
  ])('takes %s', (_what, text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});
