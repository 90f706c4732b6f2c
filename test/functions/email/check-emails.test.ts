import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { PLAN_TO_BE_ANNOUNCED, plan } from '#email-samples';
import { STATES } from '../../../functions/domain/filer/state.ts';
import { CORRECTION, DATE_CHANGE, MESSAGE_KINDS, ONE_OFF } from '../../../functions/domain/plan/kinds.ts';
import { phasesOf } from '../../../functions/domain/plan/phases.ts';
import { decide } from '../../../functions/domain/run/audience.ts';
import { checkEmails } from '../../../functions/email/check-emails.ts';
import { composeEmail } from '../../../functions/email/compose.ts';
import { letterOf } from '../../../functions/email/letter.ts';
import type { Letter } from '../../../functions/email/mime.ts';
import { sampleEmails } from '../../../functions/email/sample-emails.ts';
import { hostsShown, isWithin } from '../../../functions/lib/shown-hosts.ts';

const SAMPLES = [...sampleEmails(plan)];

describe('sampleEmails', () => {
  // What a one-off message says is in no plan.
  it.each(MESSAGE_KINDS.filter((kind) => kind !== ONE_OFF))(
    'has an email of kind %s for each state that it mails',
    (kind) => {
      const states = STATES.filter((state) => decide(kind, { state, flags: [] }).send);
      const sampled = SAMPLES.filter((sample) => sample.kind === kind).map(({ state }) => state.state);
      expect([...new Set(sampled)].toSorted()).toEqual(states.toSorted());
    },
  );

  it('has an email of every phase, and of changes alone while there is none', () => {
    const ids = new Set(SAMPLES.map(({ phase }) => phase.id));
    expect([...ids]).toEqual([...phasesOf(plan).map(({ id }) => id), DATE_CHANGE, CORRECTION]);
    const undated = [...sampleEmails(PLAN_TO_BE_ANNOUNCED)].map(({ kind }) => kind);
    expect([...new Set(undated)]).toEqual([DATE_CHANGE, CORRECTION]);
  });
});

/** Puts a stranger into the letter of the first phase. */
type Change = (letter: Letter) => Partial<Letter>;

const ATTACKS: readonly [where: string, change: Change][] = [
  ['the subject', ({ subject }) => ({ subject: `${subject} evil.com` })],
  ['the text', ({ text }) => ({ text: `${text}\nSee h\u200bttps://evil.com now` })],
  ['the HTML', ({ html }) => ({ html: html.replace('</main>', '<p>e<b>vi</b>l&#46;com</p></main>') })],
  ['the HTML', ({ html }) => ({ html: html.replace('</main>', '<!--[if mso]>evil.com<![endif]--></main>') })],
  ['a link', ({ html }) => ({ html: html.replace('</main>', '<a href=//evil.com>uscourts.gov</a></main>') })],
  [
    'a link',
    ({ html }) => ({ html: html.replace('</main>', '<a href="&#104;ttps://uscourts.gov@evil.com">x</a>') }),
  ],
  ['a link', ({ html }) => ({ html: html.replace('</main>', '<img src="http://evil.com/x.png">') })],
  ['From', ({ from }) => ({ from: { ...from, name: 'Court (evil.com)' } })],
  ['From', ({ from }) => ({ from: { ...from, address: 'court@evil.com' } })],
  ['Reply-To', ({ replyTo }) => ({ replyTo: { ...replyTo, address: 'help@evil.com' } })],
  ['To', ({ to }) => ({ to: { ...to, name: 'evil.com' } })],
  ['Message-ID', () => ({ messageId: 'abc@evil.com' })],
  [
    'List-Unsubscribe',
    ({ headers }) => ({ headers: { ...headers, 'List-Unsubscribe': '<mailto:a@evil.com>' } }),
  ],
];

describe('checkEmails', () => {
  it('finds nothing in the emails of the example', () => expect(checkEmails(plan)).toEqual([]));

  it.each(ATTACKS)(
    'attack: an email has a link to another domain in %s; it is found, once a kind',
    (where, change) => {
      const found = checkEmails(plan, (input) => {
        const letter = letterOf(input);
        return input.kind === SAMPLES[0]!.kind ? { ...letter, ...change(letter) } : letter;
      });
      expect(found).toMatchObject([{ at: ['phases', 0], found: `"evil.com" in ${where} of its email` }]);
      expect(found[0]!.message.length).toBeLessThan(300);
    },
  );

  it('says about a link that is no address of a page, mailbox or phone that it leads elsewhere', () => {
    const found = checkEmails(plan, (input) => {
      const letter = letterOf(input);
      return {
        ...letter,
        html: letter.html.replace('</main>', '<a href="javascript:alert(1)">x</a></main>'),
      };
    });
    expect(found.length).toBeGreaterThan(0);
  });

  it('sees what a mail program reads of the message: no part or header names another domain', async () => {
    for (const input of SAMPLES) {
      const parsed = await simpleParser(Buffer.from((await composeEmail(input)).raw));
      const headers = parsed.headerLines.filter(({ key }) => key !== 'to').map(({ line }) => line);
      const html = String(parsed.html).replace(/<style>[\s\S]*?<\/style>/, '');
      const shown = [parsed.subject!, parsed.text!, html, ...headers].flatMap(hostsShown);
      expect(shown.filter((host) => !isWithin(host, plan.linkDomains))).toEqual([]);
    }
  });
});
