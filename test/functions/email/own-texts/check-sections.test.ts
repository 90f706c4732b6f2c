import { describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { MESSAGES, PAGE, PHASE_KINDS } from '../../../../functions/domain/plan/kinds.ts';
import { checkPlan } from '../../../../functions/email/check-plan.ts';
import { MAX_BYTES } from '../../../../functions/email/check-sections.ts';
import { sectionsOf } from '../../../../functions/email/sections.ts';
import { planWith } from '../../../support/builders/plan.ts';

const KIND = PHASE_KINDS[0];

function check(texts: Readonly<Record<string, unknown>>, changes: Readonly<Record<string, unknown>> = {}) {
  const sectionTexts = Object.fromEntries(
    Object.entries(texts).map(([place, text]) => [place, typeof text === 'string' ? { text } : text]),
  );
  return checkPlan(JSON.stringify(planWith({ ...changes, sectionTexts })), {});
}

function problemsOf(...given: Parameters<typeof check>): string[] {
  const result = check(...given);
  return result.ok ? [] : result.problems.map(({ path, found, message }) => `${path}: ${found}: ${message}`);
}

describe('checkPlan, of own texts', () => {
  it('makes them into HTML and text, and keeps them as they were written', () => {
    const result = check({ help: 'Ask **us**.', [`${KIND}/opening`]: 'Hello.' });
    expect(result.ok && result.plan.sectionTexts).toEqual({
      help: {
        text: 'Ask **us**.',
        made: { html: '<p style="margin:0 0 14px">Ask <strong>us</strong>.</p>', text: 'Ask us.' },
      },
      [`${KIND}/opening`]: {
        text: 'Hello.',
        made: { html: '<p style="margin:0 0 14px">Hello.</p>', text: 'Hello.' },
      },
    });
  });

  it('makes them itself: HTML in an uploaded file never reaches an email', () => {
    const made = { html: '<script>x</script>', text: 'Send us your password' };
    expect(check({ help: { text: 'Ask us.', made } })).toEqual(check({ help: 'Ask us.' }));
  });

  it('makes the same of the same text again', () => {
    const once = check({ help: 'Ask **us**.' });
    if (!once.ok) throw new Error('Cannot test because the plan must be right');
    expect(checkPlan(JSON.stringify(once.plan), {})).toEqual(once);
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'a section that no message has',
      { halp: 'x' },
      '$.sectionTexts.halp: "halp": must be a section of a message: ',
    ],
    [
      'a section that this message lacks',
      { [`${PAGE}/closing`]: 'x' },
      `$.sectionTexts["public-notice/closing"]: "public-notice/closing": must be a section of ${PAGE}: `,
    ],
    [
      'a message that there is none of',
      { 'letter/help': 'x' },
      '$.sectionTexts["letter/help"]: "letter/help": must start with a message: ',
    ],
    ['a place in a place', { [`${KIND}/help/x`]: 'x' }, `$.sectionTexts["${KIND}/help/x"]`],
    [
      'a section that is another in each message, without one',
      { opening: 'x' },
      '$.sectionTexts.opening: "opening": must name its message, such as "',
    ],
    ['an empty text', { help: ' ' }, '$.sectionTexts.help.text: " ": must be at least 1 character long'],
    ['a long text', { help: 'x'.repeat(4001) }, '$.sectionTexts.help.text: '],
    [
      'a mistake in a text',
      { help: 'Fine.\n\nAsk **us' },
      '$.sectionTexts.help.text: line 3 of the text: must close each "**"',
    ],
    [
      'the filer’s name in what the page shows too',
      { help: 'Dear {{filer-name}}' },
      '$.sectionTexts.help.text: line 1 of the text: must name a placeholder from the list: "{{filer-name}}"',
    ],
    [
      'a number that the plan lacks',
      { help: 'Call {{help-desk-phone}}' },
      '$.sectionTexts.help.text: {{help-desk-phone}}: must have a value in the plan',
    ],
    [
      'a foreign host in the text',
      { help: 'Go to phish.example.com now' },
      '$.sectionTexts.help.text: phish.example.com in the text: must be in uscourts.gov',
    ],
    [
      'a stale date',
      { help: 'Call by March 15, 2017.' },
      '$.sectionTexts.help.text: "March 15, 2017": must be a date',
    ],
    [
      'a stale date in bold',
      { help: 'By March **15**, 2017.' },
      '$.sectionTexts.help.text: "March 15, 2017": must be a date',
    ],
    [
      'a stale date behind backslashes',
      { help: 'By March 15\\, 2017.' },
      '$.sectionTexts.help.text: "March 15, 2017": ',
    ],
    ['another member', { help: { text: 'x', html: '<b>' } }, '$.sectionTexts.help.html: '],
  ])('refuses %s', (_what, texts, problem) => {
    const [found = ''] = problemsOf(texts);
    expect(found.slice(0, problem.length)).toBe(problem);
  });

  it('takes the number where the plan has it', () => {
    expect(
      problemsOf({ help: 'Call {{help-desk-phone}}' }, { 'court.helpDesk.phone': '212-555-0100' }),
    ).toEqual([]);
  });

  it('refuses texts that together would not fit beside the plan', () => {
    const places = MESSAGES.flatMap((message) => sectionsOf(message).map(({ id }) => `${message}/${id}`));
    const texts = Object.fromEntries(places.slice(0, 40).map((place) => [place, 'word '.repeat(700)]));
    expect(problemsOf(texts)[0]).toContain(`must be at most ${MAX_BYTES} bytes together`);
  });

  it('refuses an email that a mail program would cut off', () => {
    const list = Array.from({ length: 900 }, () => '- a').join('\n');
    const places = ['opening', 'help'].map((id) => `${KIND}/${id}`);
    const texts = Object.fromEntries(places.map((place) => [place, list]));
    expect(problemsOf(texts)[0]).toContain(
      'must be at most 65536 bytes of HTML, because Gmail cuts longer emails off',
    );
  });
});

describe('the sections of the messages', () => {
  it.each(MESSAGES)('of %s have a name of their own, and begin with its opening', (message) => {
    const ids = sectionsOf(message).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // A one-off message's text is written for it alone.
    expect(ids[0]).toBe(message === 'one-off' ? 'help' : 'opening');
    expect(ids).toContain('help');
  });

  it('are those that plans may name: never rename one', () => {
    const all = new Set(MESSAGES.flatMap((message) => sectionsOf(message).map(({ id }) => id)));
    expect([...all].sort().join(' ')).toBe(
      {
        nextgen:
          'change check-account cja-attorneys closing confirm-individual filing-agents fix-link genuine help ' +
          'individual-account journalists link link-later meaning non-attorneys not-linked opening outage paa ' +
          'pages password ready register self-represented several-accounts trustees upgrade wait-for-court',
        'pacer-mfa':
          'address back-in backup-app backup-codes check closing enroll genuine help meaning no-longer-works not-enrolled ' +
          'opening others own short-steps vendor what-changes when-to-enroll why-change',
      }[campaign.name],
    );
  });
});
