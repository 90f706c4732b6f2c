import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { composeEmail } from '../../../functions/email/compose.ts';
import { hostsShown, isWithin } from '../../../functions/lib/shown-hosts.ts';
import { PEOPLE, sampleInput } from '../../support/email/people.ts';
import { wordsOfHtml } from '../../support/email/reading.ts';

const NAMES: [what: string, lastName: string, shown: string][] = [
  ['a script', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['a Handlebars tag', '{{court.sender}} {{{x}}} {{#if}}', '{{court.sender}} {{{x}}} {{#if}}'],
  ['a Markdown link', '[a](b) **bold** # x', '[a](b) **bold** # x'],
  ['quotes', `O'Neil "Bob" \`x\``, `O'Neil "Bob" \`x\``],
  ['an entity', 'Smith &amp; &lt;b&gt;', 'Smith &amp; &lt;b&gt;'],
  ['another header', 'Smith\r\nBcc: all\r\n\r\nbody', 'Smith Bcc: all body'],
  ['marks that turn the reading direction', '\u202eevil\u202c \u2067x\u2069\u200f', 'evil x'],
  ['control characters', 'Sm\u0000i\u0007th\u001b[31m\u2028x', 'Sm i th [31m x'],
  ['the layout\u2019s own marks', '\ue0f0Smith\ue0f3\ue101', 'Smith'],
  ['a lone surrogate', 'Smith\ud800', 'Smith'],
  ['other scripts', 'Müller-Łukasiewicz 王小明 שלום', 'Müller-Łukasiewicz 王小明 שלום'],
  ['300 letters', 'x'.repeat(300), `${'x'.repeat(75)}…`],
];

/** The notice for a filer of that name, whose mailbox is shared: the name is in every part. */
async function emailTo(lastName: string) {
  const input = sampleInput('notice', 'mailbox-shared');
  const email = await composeEmail({ ...input, filer: { ...PEOPLE['mailbox-shared']!, lastName } });
  return { email, parsed: await simpleParser(Buffer.from(email.raw)) };
}

describe('a filer whose name is', () => {
  it.each(NAMES)('%s harms nothing', async (_what, lastName, shown) => {
    const { email, parsed } = await emailTo(lastName);
    const name = `Jane ${shown}`;
    expect(parsed.subject).toBe(email.subject);
    expect(email.subject.endsWith(`(for ${name})`)).toBe(true);
    expect(email.text.replaceAll(/\s+/g, ' ')).toContain(`Dear ${name}:`);
    expect(wordsOfHtml(email.html)).toContain(`Dear ${name}:`);
    const to = Array.isArray(parsed.to) ? parsed.to[0] : parsed.to;
    expect(to?.value).toEqual([{ name, address: 'jane.doe@example.com' }]);
    expect(parsed.headers.has('bcc')).toBe(false);
    expect(email.html).not.toMatch(/<script|<b>|href="http:/);
  });

  it('anything at all leaves headers, structure and reader unharmed', async () => {
    const expected = await emailTo('Doe');
    const tags = (html: string) => html.match(/<[a-z/!][^>]*>/gi)!.join('');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (lastName) => {
        const { email, parsed } = await emailTo(lastName);
        expect([...parsed.headers.keys()]).toEqual([...expected.parsed.headers.keys()]);
        expect(parsed.text?.trim()).toBe(email.text.trim());
        expect(tags(email.html)).toBe(tags(expected.email.html));
      }),
      { numRuns: 150 },
    );
  });
});

describe('a filer whose name reads as a link', () => {
  it.each([
    ['evil.com', 'Filer'],
    ['ev\u200bil.com', 'Filer'],
    ['evil．com', 'Filer'],
    ['Smith www.evil', 'Filer'],
    ['a@evil.com', 'Filer'],
    ['hxxp://evil[.]com', 'Filer'],
    ['https://uscourts.gov@evil.com', 'Filer'],
    ['J.Ng', 'Jane J. Ng'],
    [`${'x'.repeat(66)} evil.commodore`, 'Filer'],
  ])('attack: a roster of earlier days calls a filer %j; the email addresses %j', async (lastName, shown) => {
    const { email, parsed } = await emailTo(lastName);
    expect(email.subject.endsWith(`(for ${shown})`)).toBe(true);
    const own = ['uscourts.gov', 'example.com'];
    const { subject, text } = email;
    const words = [subject, text, wordsOfHtml(email.html), String(parsed.headers.get('to'))];
    expect(words.flatMap(hostsShown).filter((host) => !isWithin(host, own))).toEqual([]);
  });
});
