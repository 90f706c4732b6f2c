import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { auditReaderOf } from '../../../../../functions/aws/audit-reader.ts';
import { planDraftStore } from '../../../../../functions/aws/plan-drafts.ts';
import { planStore } from '../../../../../functions/aws/plans.ts';
import { MESSAGES, PAGE } from '../../../../../functions/domain/plan/kinds.ts';
import { sectionsOf } from '../../../../../functions/email/sections.ts';
import type { Answer, Browser } from '../../../../support/console/browser.ts';
import { problemsOf } from '../../../../support/console/check-page.ts';
import { aConsole, type TestConsole } from '../../../../support/console/console.ts';
import { expectNoErrors } from '../../../../support/console/expect-no-errors.ts';

const HELP = '/plan/draft/messages/notice/help';
const ROSTER =
  'cmecf_user_id,last_name,first_name,email,pacer_account,pacer_account_type\njdoe,Doe,Jane,jane@example.com,individual,legacy\n';

let console: TestConsole;
let clara: Browser;
beforeAll(async () => {
  console = await aConsole();
  clara = await console.signedIn('clara');
  await console.cloud.put('inbox/roster/roster.csv', ROSTER);
  await console.cloud.settle();
  await clara.post('/plan/draft', { csrf: await clara.csrf() });
}, 60_000);
afterAll(() => console.stop());
afterEach(() => expectNoErrors(console));

const words = (text: string) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const plain = (value: string) =>
  value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
const store = () => planDraftStore(console.cloud.env);
const textsOf = async () => ((await store().read()).draft!.plan as { sectionTexts?: unknown }).sectionTexts;

async function good(path: string): Promise<string> {
  const { statusCode, text } = await clara.get(path);
  expect([path, statusCode, await problemsOf(text)]).toEqual([path, 200, []]);
  return text;
}

async function save(path: string, fields: Record<string, string> = {}, seen?: number): Promise<Answer> {
  const revision = String(seen ?? (await store().read()).revision);
  return clara.post(path, { csrf: await clara.csrf(), revision, where: 'message', ...fields });
}

describe('the wording of messages', () => {
  it('is listed section by section, and every section can be opened', async () => {
    expect(await good('/plan/draft/wording')).toContain('href="/plan/draft/messages"');
    for (const message of MESSAGES) {
      const list = await good(`/plan/draft/messages?message=${message}`);
      for (const { id } of sectionsOf(message))
        expect(list).toContain(`href="/plan/draft/messages/${message}/${id}"`);
    }
    const list = await good('/plan/draft/messages');
    expect(words(list)).toMatch(/Who can help\s+Built-in text/);
  }, 30_000);

  it('begins with the built-in text, with placeholders instead of values', async () => {
    const text = await good(HELP);
    expect(text).toContain('[{{help-desk-email}}](mailto:{{help-desk-email}})');
    expect(words(text)).toContain('This is the built-in text, as a sample filer reads it.');
    expect(words(text)).toContain('This section is in Notice, Pre-outage warning');
  });

  it('keeps what is typed and names every line that is wrong', async () => {
    const typed = 'Fine.\n\n**Call us\n{{help-desk-fax}}';
    const { statusCode, location } = await save(HELP, { text: typed.replaceAll('\n', '\r\n') });
    expect(statusCode).toBe(303);
    const { text } = await clara.get(location);
    expect(text).toMatch(/<title>Error: Notice: Who can help/);
    expect(words(text)).toContain('Line 4 must name a placeholder from the list');
    expect(text).toContain(`>${typed}</textarea>`);
    expect(await textsOf()).toBeUndefined();
  });

  it.each([
    ['an empty text', ' ', 'Enter the text'],
    ['a long text', 'x'.repeat(4001), 'Use at most 4000 characters. This text has 4001.'],
    [
      'a foreign link',
      '[a](https://example.com)',
      'Line 1 must have links that lead to uscourts.gov by https',
    ],
    ['a foreign host', 'See phish.example.com', 'phish.example.com in the text must be in uscourts.gov'],
    ['a stale date', 'By March 15, 2017.', 'or confirm below that it is intended'],
    ['a missing number', 'Call {{help-desk-phone}}', 'must have a value in the plan'],
  ])('refuses %s', async (_what, text, problem) => {
    const { location } = await save(HELP, { text });
    expect(words((await clara.get(location)).text).replaceAll('&quot;', '"')).toContain(problem);
    expect(await textsOf()).toBeUndefined();
  });

  it('takes a date that a person has confirmed', async () => {
    const { location } = await save('/plan/draft/messages/follow-up/closing', {
      text: 'Since March 15, 2017.',
    });
    expect((await clara.get(location)).text).toContain('name="meant"');
    await save('/plan/draft/messages/follow-up/closing', { text: 'Since March 15, 2017.', meant: 'yes' });
    expect(await textsOf()).toEqual({ 'follow-up/closing': { text: 'Since March 15, 2017.' } });
    await save('/plan/draft/messages/follow-up/closing/remove');
    expect(await textsOf()).toBeUndefined();
  });

  it('is saved for one message, then for all, and shown in the preview', async () => {
    expect(await save(HELP, { text: 'Ask **our** desk.' })).toMatchObject({
      statusCode: 303,
      location: HELP,
    });
    expect(await textsOf()).toEqual({ 'notice/help': { text: 'Ask **our** desk.' } });
    await save(HELP, { text: 'Ask **our** desk,\nplease.', where: 'all' });
    expect(await textsOf()).toEqual({ help: { text: 'Ask **our** desk,\nplease.' } });
    const text = await good(HELP);
    expect(words(text)).toContain('This is your text, in every message that has this section.');
    expect(words(text)).toContain('Ask our desk, please.');
    expect(words(await good('/plan/draft/messages'))).toContain('Your text, in every message');
    for (const message of ['follow-up', PAGE])
      expect((await clara.get(`/plan/draft/messages/${message}/html`)).text).toContain(
        'Ask <strong>our</strong> desk,<br>please.',
      );
  });

  it('is previewed for a group and for one filer, whose account no URL holds', async () => {
    const path = '/plan/draft/messages/notice/preview';
    const sample = words(await good(`${path}?state=needs-upgrade`));
    expect(sample).toContain('A sample filer, in the state');
    expect(sample).toContain('Earlier emails None: written as the first email that a filer gets');
    expect(words(await good('/plan/draft/messages/date-change/preview'))).toContain(
      'Earlier emails Written for a filer who was told the earlier dates',
    );
    const found = await save(path, { account: ' JDoe ' });
    expect(found.location).toMatch(/^\/plan\/draft\/messages\/notice\/preview\?filer=[0-9a-f]{16}$/);
    expect(words(await good(found.location))).toContain('Dear Jane Doe:');
    const lost = await save(path, { account: 'nobody' });
    expect(words((await clara.get(lost.location)).text)).toContain(
      'The active roster has no filer with this ID.',
    );
  });

  it('is not replaced in silence where someone else changed it meanwhile', async () => {
    const { revision } = (await store().read()).draft!;
    await save(HELP, { text: 'Theirs.', where: 'all' });
    const { location } = await save(HELP, { text: 'Mine.', where: 'all' }, revision);
    expect(words((await clara.get(location)).text)).toContain('Every message: Who can help');
    expect(await textsOf()).toEqual({ help: { text: 'Theirs.' } });
  });

  it('becomes part of the plan with its HTML, is in its history, and is audited without its text', async () => {
    await save(HELP, { text: 'Ask **us**.', where: 'all' });
    const check = await good('/plan/draft/check');
    expect(words(check)).toContain('Court-specific wording: Every message: Who can help');
    const value = (name: string) => plain(new RegExp(`name="${name}" value="([^"]*)"`).exec(check)![1]!);
    const fields = { base: value('base'), draft: value('draft') };
    await clara.post('/plan/confirm', { csrf: await clara.csrf(), ...fields, why: 'Our own words' });
    await console.cloud.settle();
    const current = await planStore(console.cloud.env).current();
    expect(current?.plan.sectionTexts?.help?.made?.html).toContain('Ask <strong>us</strong>.');
    const entries = await auditReaderOf(console.cloud).entries(50);
    expect(JSON.stringify(entries)).toContain('sectionTexts.help');
    expect(JSON.stringify(entries)).not.toContain('Ask **us**');
    await clara.post('/plan/draft', { csrf: await clara.csrf() });
    expect(words(await good(HELP))).toMatch(/Earlier texts .*Clara.* Ask \*\*us\*\*\./);
  });
});
