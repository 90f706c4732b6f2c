import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filerIdOf } from '../../../../functions/domain/filer/filer-id.ts';
import type { Browser } from '../../../support/console/browser.ts';
import { problemsOf } from '../../../support/console/check-page.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';
import { expectNoErrors } from '../../../support/console/expect-no-errors.ts';

const ROSTER = `user id,last name,first name,phone,email,user type,pacer account,pacer account type
user1,Smith,Jane,212-555-0100,jane@example.com,attorney,individual,legacy
user2,Jones,Bo,,bo@example.com,attorney,individual,upgraded
user3,Quinn,Otis,,otis@example.com,attorney,individual,upgraded
`;
const JANE = `/filers/${filerIdOf('test', 'user1')}`;

let console: TestConsole;
let clara: Browser;
let otto: Browser;
beforeAll(async () => {
  console = await aConsole();
  clara = await console.signedIn('clara');
  otto = await console.signedIn('otto');
  await console.cloud.put('inbox/roster/roster.csv', ROSTER);
  await console.cloud.settle();
}, 60_000);
afterAll(async () => {
  expectNoErrors(console);
  await console.stop();
});

async function read(path: string, browser = clara): Promise<string> {
  const { statusCode, text } = await browser.open(path);
  expect(statusCode, path).toBe(200);
  expect(await problemsOf(text), path).toEqual([]);
  return text
    .slice(text.indexOf('<main'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** What a person reads of the page to which the page of a correction leads once that is taken in. */
async function readResult(waiting: string): Promise<string> {
  await console.cloud.settle();
  const { statusCode, location } = await clara.get(waiting);
  return read(statusCode === 303 ? location! : waiting);
}

/** Sends the form as a browser would: every field as the page has it, but for these. */
async function correct(changes: Readonly<Record<string, string>>, path = JANE): Promise<string> {
  const { text } = await clara.open(`${path}/correct`);
  const form = text.slice(text.indexOf('<form class="usa-form'));
  const inputs = [...form.matchAll(/<input class="usa-input[^>]* name="(\w+)"[^>]* value="([^"]*)"/g)];
  const selects = [...form.matchAll(/<select[^>]* name="(\w+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name, options = '']) => [name, /value="([^"]*)" selected/.exec(options)?.[1] ?? ''] as const,
  );
  const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const boxes = [...form.matchAll(/<input class="usa-checkbox__input"[^>]* name="([\w-]+)"[^>]* checked/g)];
  const fields = Object.fromEntries([
    ...[...inputs, ...hidden].map(([, name, value]) => [name, value]),
    ...boxes.map(([, name]) => [name, 'yes']),
    ...selects,
  ]);
  const csrf = await clara.csrf();
  const { statusCode, location } = await clara.post(`${path}/correct`, { ...fields, csrf, ...changes });
  expect(statusCode).toBe(303);
  return location!;
}

describe('correcting one filer', () => {
  it('changes that row alone, says the state that results, and is in the audit log and the timeline', async () => {
    const waiting = await correct({ pacer_account_type: 'upgraded', why: 'She called: it is upgraded' });
    expect(waiting).toMatch(new RegExp(`^${JANE}/corrections/`));
    expect(await read(waiting)).toContain('Saving the correction');
    const page = await readResult(waiting);
    expect(page).toContain('The status was “Needs to upgrade” and is now “Ready to link”.');
    expect(page).toContain('Upgraded or legacy: Legacy → Upgraded');
    expect(page).toContain('212-555-0100');
    const audit = await read('/audit');
    expect(audit).toContain('corrected filer ');
    expect(audit).toContain('She called: it is upgraded');
    expect(await read('/filers')).toContain('bo @example.com');
  });

  it('offers words for what the roster has codes for, and changes nothing that stays ticked', async () => {
    const form = await read(`${JANE}/correct`);
    expect(form).toContain('PACER account Individual Shared PACER Administrative Account Case search None');
    expect(form).not.toContain('case_search');
    const page = await readResult(
      await correct({ 'pacer_account-case_search': 'yes', why: 'She searches too' }),
    );
    expect(page).toContain('PACER account: Individual → Individual, case search');
    const { text } = await clara.open(await correct({ why: 'Nothing else' }));
    expect(text).toContain('Nothing is different from the roster.');
  });

  it('may be made again after it was undone', async () => {
    for (const pacer_account_type of ['legacy', 'upgraded', 'legacy']) {
      const waiting = await correct({ pacer_account_type, why: 'It changed' });
      expect(await readResult(waiting)).toContain('Correction saved');
    }
    expect(await read(JANE)).toContain('Needs to upgrade');
  });

  it.each([
    [{ email: 'jane' }, 'Invalid email address'],
    [{ last_name: '' }, 'The name is blank'],
    [{ link_as_of: 'soon', link_status: 'linked' }, 'Unreadable date'],
    [{ link_status: 'nonsense' }, 'Unrecognized value'],
    [{}, 'Nothing is different from the roster.'],
    [{ email: 'jane@new.example', why: '' }, 'Enter a reason'],
  ])('refuses beside the field what the intake would refuse: %j', async (changes, said) => {
    const before = await read('/roster');
    const location = await correct({ why: 'A try', ...changes });
    expect(location).toMatch(new RegExp(`^${JANE}/correct\\?form=`));
    const text = await read(location);
    expect(text).toContain(said);
    expect(text).toMatch(/There (is a problem|are \d problems)/);
    await console.cloud.settle();
    expect(await read('/roster')).toBe(before);
  });

  it('asks once about a value that looks mistyped, and takes it when the clerk is sure', async () => {
    const changes = { email: 'jane@gmial.com', why: 'Her new address' };
    const location = await correct(changes);
    const text = await read(location);
    expect(text).toContain('An address that looks mistyped');
    expect(text).toContain('check this box and save again');
    const waiting = await correct({ ...changes, sure: 'yes' });
    expect(await readResult(waiting)).toContain('jane @gmial.com');
  });

  it('is held by the same limits as every upload', async () => {
    const waiting = await correct({ email: '', why: 'She has no address any more' });
    const text = await readResult(waiting);
    expect(text).toContain('The correction needs a decision');
    expect(text).toContain('have lost their usable address');
    expect(await read('/')).toContain('A roster update needs your decision');
  });

  it('attack: only a clerk may, with the session’s secret, and only for a filer of the roster', async () => {
    expect((await otto.get(`${JANE}/correct`)).statusCode).toBe(403);
    const csrf = await otto.csrf();
    expect((await otto.post(`${JANE}/correct`, { csrf, email: 'x@example.com', why: 'x' })).statusCode).toBe(
      403,
    );
    expect((await clara.post(`${JANE}/correct`, { csrf: 'x', why: 'x' })).statusCode).toBe(403);
    expect((await clara.get('/filers/0000000000000000/correct')).statusCode).toBe(404);
    expect((await clara.get(`${JANE}/corrections/x`)).statusCode).toBe(404);
    const { location } = await clara.post(`${JANE}/correct`, {
      csrf: await clara.csrf(),
      phone: '=HYPERLINK("x")',
      why: 'A formula',
    });
    const page = await readResult(location!);
    expect(page).toContain('Correction saved');
    expect(page).toContain('=HYPERLINK(&quot;x&quot;)');
  });
});
