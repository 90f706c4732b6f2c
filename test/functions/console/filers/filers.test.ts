import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filerIdOf } from '../../../../functions/domain/filer/filer-id.ts';
import type { Browser } from '../../../support/console/browser.ts';
import { problemsOf } from '../../../support/console/check-page.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';
import { expectNoErrors } from '../../../support/console/expect-no-errors.ts';

const RUN = 'notice-1_20180724T130000Z';
const NASTY = '"><script>alert(1)</script>';
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const ROSTER = `user id,last name,first name,firm,bar id,phone,email,secondary emails,user type,pacer account,pacer account type,pacer username length
user1,Smith,Jane,Smith & Sons,,212-555-0100,jane@example.com,,attorney,individual,legacy,
user2,Jones,Bo,"=HYPERLINK(""x"")",,+1 (212) 555-0101 x 7,bounce@simulator.amazonses.com,,attorney,individual,legacy,
user3,Quinn,Otis,,,,complaint@simulator.amazonses.com,,trustee,individual,upgraded,
user4,Nobody,Ann,,,,,,creditor,shared,,
user5,${quoted(`${NASTY} O'Neil`)},${quoted(NASTY)},${quoted(NASTY)},${quoted(NASTY)},${quoted(NASTY)},otto@example.com,,attorney,,,8
`;
const UPDATE = `user id,pacer account type,phone
user1,upgraded,212-555-0199
`;
const idOf = (user: string) => filerIdOf('test', user);

let console: TestConsole;
let clara: Browser;
let otto: Browser;
beforeAll(async () => {
  console = await aConsole({ roster: { maxUnreachablePercent: 40 } });
  clara = await console.signedIn('clara');
  otto = await console.signedIn('otto');
}, 60_000);
afterAll(async () => {
  expectNoErrors(console);
  await console.stop();
});

async function shown(path: string, browser = otto): Promise<string> {
  const { statusCode, text } = await browser.open(path);
  expect(statusCode, path).toBe(200);
  expect(await problemsOf(text), path).toEqual([]);
  expect(text, path).not.toContain(NASTY);
  return text;
}

/** What a person reads of a page. */
async function read(path: string, browser = otto): Promise<string> {
  const text = await shown(path, browser);
  return text
    .slice(text.indexOf('<main'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Whom a list shows. */
async function listed(path: string): Promise<string[]> {
  const text = await shown(path);
  return [...text.matchAll(/<th scope="row" data-label="Filer"[^>]*><a href="\/filers\/([0-9a-f]+)"/g)].map(
    ([, id]) => ['user1', 'user2', 'user3', 'user4', 'user5'].find((user) => idOf(user) === id) ?? id!,
  );
}

describe('filers', () => {
  it('say what comes first while no roster is active', async () => {
    expect(await read('/filers')).toContain('No roster is active');
    expect(await read('/filers/phone-list')).toContain('No roster is active');
    expect((await otto.post('/filers/phone-list/file', { csrf: await otto.csrf() })).statusCode).toBe(404);
  });

  it('are told what email comes next, and why none does', async () => {
    await console.cloud.put('inbox/roster/roster.csv', ROSTER);
    await console.cloud.settle();
    const jane = await read(`/filers/${idOf('user1')}`);
    expect(jane).toContain('Needs to upgrade Rule 10: because our records show a legacy PACER account.');
    expect(jane).toContain('Their next email Notice Scheduled');
    expect(jane).toContain('NextGen in another court Unknown');
    expect(await read(`/filers/${idOf('user4')}`)).toContain(
      'Their next email None. The roster has no usable address',
    );
    const email = await read(`/filers/${idOf('user1')}/emails/next`);
    expect(email).toContain('Not sent yet');
    expect(email).toContain('To jane@example.com');
    expect((await otto.get(`/filers/${idOf('user4')}/emails/next`)).statusCode).toBe(404);
  });

  it.each([
    ['', ['user1', 'user2', 'user3', 'user4', 'user5']],
    ['?q=jan', ['user1']],
    ['?q=smi%20ja', ['user1']],
    ['?q=sons', ['user1']],
    ['?q=user3', ['user3']],
    ['?q=example&state=needs-upgrade', ['user1']],
    ['?q=zzz', []],
    ['?state=needs-upgrade', ['user1', 'user2']],
    ['?type=trustee', ['user3']],
    ['?reach=no-address', ['user4']],
    ['?type=attorney&state=ready-to-link', ['user5']],
    ['?state=nonsense&type=%3Cscript%3E', ['user1', 'user2', 'user3', 'user4', 'user5']],
  ])('are found by %s', async (query, users) => {
    expect((await listed(`/filers${query}`)).toSorted()).toEqual(users);
  });

  it.each([
    ['?type=attorney&sort=firm', ['user5', 'user2', 'user1']],
    ['?type=attorney&sort=firm&order=z-a', ['user1', 'user2', 'user5']],
    ['?state=needs-upgrade&sort=firm', ['user2', 'user1']],
    ['?state=needs-upgrade&order=z-a', ['user1', 'user2']],
    ['?type=attorney&sort=state&order=z-a', ['user5', 'user1', 'user2']],
    ['?reach=no-address&sort=type', ['user4']],
    ['?reach=suppressed&sort=firm', []],
  ])('are filtered and sorted by %s', async (query, users) => {
    expect(await listed(`/filers${query}`)).toEqual(users);
  });

  it('show what was typed again, and ask for two letters', async () => {
    const text = await shown(`/filers?q=${encodeURIComponent(NASTY)}`);
    expect(text).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(await read('/filers?q=j')).toContain('Type at least two letters');
  });

  it.each([
    ['/filers?cursor=abc', 400],
    [`/filers?cursor=${Buffer.from('["filers x   ",{"after":""}]').toString('base64url')}`, 400],
    ['/filers/0000000000000000', 404],
    ['/filers/x', 404],
    ['/filers/0000000000000000/emails/next', 404],
    [`/filers/${idOf('user1')}/emails/nobody_x`, 404],
    [`/filers/${idOf('user1')}/emails/nobody_x/html`, 404],
  ])('attack: a forged cursor or id is refused: %s', async (path, status) => {
    const { statusCode, text } = await otto.get(path);
    expect(statusCode).toBe(status);
    expect(text).toContain('What to do:');
  });
});

describe('one filer after a notice', () => {
  let suppressedAfter: string[];
  beforeAll(async () => {
    await console.cloud.advanceTo('2018-07-24T14:00:00Z');
    suppressedAfter = await listed('/filers?reach=suppressed');
    await console.cloud.put('inbox/update/update.csv', UPDATE);
    await console.cloud.settle();
  });

  it('is among those who are never emailed from the bounce on, in each order and with other filters', async () => {
    expect(suppressedAfter).toEqual(['user2', 'user3']);
    expect(await listed('/filers?reach=suppressed&sort=firm&order=z-a')).toEqual(['user3', 'user2']);
    expect(await listed('/filers?reach=suppressed&type=trustee')).toEqual(['user3']);
    expect(await listed('/filers?reach=email&sort=firm')).toEqual(['user5', 'user1']);
  });

  it('has a history of uploads and emails, old beside new', async () => {
    const jane = await read(`/filers/${idOf('user1')}`);
    expect(jane).toContain('Phone: 212-555-0100 → 212-555-0199');
    expect(jane).toContain('Upgraded or legacy: Legacy → Upgraded');
    expect(jane).toContain('Needs to upgrade → Ready to link , because our records show an upgraded');
    expect(jane.slice(jane.indexOf('What happened'))).toContain(
      'Notice Delivered Tue, Jul 24, 2018, 9:00 a.m.',
    );
    const text = await shown(`/filers/${idOf('user1')}`);
    expect(text).toContain('href="tel:2125550199"');
    expect(text).toContain(`href="/log/${RUN}/${idOf('user1')}"`);
  });

  it('shows the very email that was sent, in a frame that can do nothing', async () => {
    const path = `/filers/${idOf('user1')}/emails/${RUN}`;
    const page = await read(path);
    expect(page).toContain('Re-created, not a stored copy');
    // The roster of now says otherwise; the email tells what its own said.
    expect(page).toContain('Needs to upgrade (rule 10)');
    const text = await shown(path);
    expect(text).toContain(
      `<iframe class="crier-frame" src="${path}/html" title="The email as HTML" sandbox="">`,
    );
    const { headers, text: document } = await otto.get(`${path}/html`);
    expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
    const sent = console.cloud.outbox.find(({ tags }) => tags.filer === idOf('user1'))!;
    const mail = await simpleParser(Buffer.from(sent.raw));
    expect(document.trim()).toBe(String(mail.html).trim());
    expect(page).toContain(`Subject ${mail.subject}`);
    expect(page).toContain(mail.text!.split('\n\n')[0]!);
  });

  it('escapes whatever a roster says, in the email too', async () => {
    await shown(`/filers/${idOf('user5')}`);
    await shown(`/filers/${idOf('user5')}/emails/${RUN}`);
    const { text } = await otto.get(`/filers/${idOf('user5')}/emails/${RUN}/html`);
    expect(text).not.toContain(NASTY);
  });

  it('says about an email that never was sent what it would have said', async () => {
    const page = await read(`/filers/${idOf('user4')}/emails/${RUN}`);
    expect(page).toContain('This email wasn’t sent Not sent, for the reason shown. No usable address.');
    expect(page).toContain('To No one: the roster has no usable address');
  });

  it('lets clerk and ops each email someone again with a reason, and keeps that', async () => {
    for (const [browser, user, by] of [
      [otto, 'user2', 'otto'],
      [clara, 'user3', 'clara'],
    ] as const) {
      const path = `/filers/${idOf(user)}`;
      expect(await read(path, browser)).toContain('Emails to this filer have been stopped');
      const csrf = await browser.csrf();
      const without = await browser.submit(`${path}/unsuppress`, { csrf, why: ' ' });
      expect(without.text).toContain('id="fix-why-problem"');
      const { statusCode, location } = await browser.post(`${path}/unsuppress`, {
        csrf,
        why: 'it works again',
      });
      expect([statusCode, location]).toEqual([303, path]);
      const after = await read(path, browser);
      expect(after).toContain('Emails to this filer are allowed again');
      expect(after).not.toContain('Emails to this filer have been stopped');
      expect(after).toContain('Their next email Pre-outage warning');
      expect(await read('/audit')).toMatch(
        new RegExp(`lifted the suppression of filer ${idOf(user)}: it works again\\..*Account ${by}`),
      );
      expect(after).toContain('Emails to this filer are allowed again');
      const since = 'Emails to this address were allowed again on Tue, Jul 24, 2018,';
      expect(after.split(since)).toHaveLength(3);
      const email = await read(`/log/${RUN}/${idOf(user)}`);
      expect(email).toContain(`What to do: Nothing. ${since}`);
      const status = user === 'user2' ? 'bounced' : 'complained';
      const emails = await read(`/log?run=${RUN}&status=${status}`);
      expect(emails).toContain(since);
      for (const text of [after, email, emails]) expect(text).not.toMatch(/suppressed|Crier stops/i);
      await browser.post(`${path}/unsuppress`, { csrf, why: 'once more' });
      expect(await read(path, browser)).toContain('Nothing has changed');
    }
    expect(await listed('/filers?reach=suppressed')).toEqual([]);
    const forged = await otto.post(`/filers/${idOf('user2')}/unsuppress`, { csrf: 'x', why: 'y' });
    expect(forged.statusCode).toBe(403);
  });
});

describe('the phone list', () => {
  it('tells whom to phone, why, and what they got last', async () => {
    expect(await listed('/filers/phone-list')).toEqual(['user4']);
    expect(await read('/filers/phone-list')).toMatch(
      /Ann Nobody .*The roster has no usable address\. .*None/,
    );
    expect(await read('/')).toContain('1 filer without a usable address');
  });

  it('attack: what is forged in its address is ignored, and a forged assignment changes nothing', async () => {
    const query = '?view=x&why=%3Cscript%3E&assigned=%3Cb%3E&sort=no&page=-1&cursor=abc';
    expect(await listed(`/filers/phone-list${query}`)).toEqual(['user4']);
    const csrf = await otto.csrf();
    const path = '/filers/phone-list/assign';
    for (const form of [{}, { [`filer-${'0'.repeat(16)}`]: 'yes' }, { [`filer-${NASTY}`]: 'yes' }]) {
      const { location } = await otto.post(path, { csrf, assignee: 'clara', ...form });
      expect(await read(location!)).toMatch(/No one was assigned|There is a problem/);
    }
    expect((await otto.post(path, { csrf: 'x', assignee: 'clara' })).statusCode).toBe(403);
  });

  it('is worked off: assigned, called in vain, reached; the overview and the filer’s page follow', async () => {
    const filer = idOf('user4');
    const csrf = await clara.csrf();
    await clara.post('/filers/phone-list/assign', { csrf, assignee: 'otto', [`filer-${filer}`]: 'yes' });
    expect(await read('/filers/phone-list')).toContain('Assigned to Otto Ops');
    expect(await listed('/filers/phone-list?assigned=me')).toEqual(['user4']);
    expect(await listed('/filers/phone-list?assigned=none')).toEqual([]);

    const path = `/filers/${filer}/call`;
    expect(await read(path)).toContain('The roster has no usable address.');
    const none = await otto.post(path, { csrf: await otto.csrf(), note: 'ann@example.com' });
    const back = await shown(none.location!);
    expect(back).toContain('Choose the result of the call.');
    expect(back).toContain('Remove the email address.');
    expect(back).toContain('ann@example.com</textarea>');

    const call = async (result: string, note: string) => {
      const { location } = await otto.post(path, { csrf: await otto.csrf(), result, note });
      return read(location!);
    };
    expect(await call('wrong-number', 'A bakery answers')).toContain('This filer stays on the phone list.');
    expect(await listed('/filers/phone-list')).toEqual(['user4']);
    expect(await read('/filers/phone-list')).toMatch(/Wrong number Otto Ops, Tue, Jul 24, 2018/);
    // Calls are listed by their time.
    await console.cloud.advanceTo(console.cloud.clock.now().add({ seconds: 1 }));
    expect(await call('reached', 'Will send an address')).toContain('no longer on the phone list');
    expect(await listed('/filers/phone-list')).toEqual([]);
    expect(await listed('/filers/phone-list?view=done')).toEqual(['user4']);
    expect(await read('/')).toContain('Nothing needs your attention.');
    const page = await read(`/filers/${filer}`);
    expect(page).toMatch(
      /Call: reached .* Otto Ops Will send an address .*Call: wrong number .*A bakery answers/,
    );
    const audit = await read('/audit');
    expect(audit).toContain('recorded a call to filer ');
    expect(audit).not.toContain('bakery');
  });

  it('attack: a formula in a roster does not run in the phone list’s table, and the download is recorded', async () => {
    await console.cloud.put(
      'inbox/update/gone.csv',
      `user id,email,phone,firm\nuser2,,+1 (212) 555-0101,"=1+1"\nuser5,,@SUM(1),-2\n`,
    );
    await console.cloud.settle();
    const csrf = await otto.csrf();
    const { statusCode, headers, text } = await otto.post('/filers/phone-list/file', { csrf });
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="phone-list-[\w-]+\.csv"$/);
    expect(headers['cache-control']).toBe('no-store');
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFlast_name,first_name,firm,phone,email,reason/);
    expect(lines).toHaveLength(4);
    expect(text).toContain("Jones,Bo,'=1+1,'+1 (212) 555-0101,");
    expect(text).toContain("'-2,'@SUM(1)");
    expect(text).toContain('Notice,bounced,2018-07-24T');
    expect(await read('/audit')).toContain('downloaded the phone list of the roster of');
    expect(console.log.at(-1)).toMatchObject({ code: 'phone-list-taken', fields: { filers: 3 } });
    expect((await otto.post('/filers/phone-list/file', { csrf: 'x' })).statusCode).toBe(403);
    expect((await otto.get('/filers/phone-list/file')).statusCode).toBe(404);
  });
});

describe('the overview', () => {
  it('shows readiness upload by upload, results with their emails, and what comes next', async () => {
    const text = await read('/');
    expect(text).toContain('Filer readiness');
    expect(text).toContain('Next phase in 85 days Pre-outage warning');
    expect(text).toMatch(
      /Notice Sent .*5 filers: 4 sent, 0 waiting, 1 not sent \(1 no usable address\)\. 2 delivered 1 bounced 1 marked as spam/,
    );
    expect(text).toContain('emails based on the current roster, sent in less than a minute.');
    expect(await shown('/')).toContain(`href="/log?run=${RUN}&amp;status=bounced"`);
  });
});

it('logs no name, address or user id', () => {
  const log = JSON.stringify(console.log);
  for (const word of ['jane', 'Smith', 'user1', 'example.com', 'alert(1)']) expect(log).not.toContain(word);
});
