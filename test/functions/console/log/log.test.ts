import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqs } from '../../../../functions/aws/clients.ts';
import { filerIdOf } from '../../../../functions/domain/filer/filer-id.ts';
import type { Browser } from '../../../support/console/browser.ts';
import { problemsOf } from '../../../support/console/check-page.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';
import { chunkDeadLetters } from '../../../support/queues.ts';

const RUN = 'notice-1_20180724T130000Z';
const ROSTER = `user id,name,email,pacer account,pacer account type
user1,"Smith, Jane",jane@example.com,individual,legacy
user2,"Jones, <script>alert(1)</script>",bounce@simulator.amazonses.com,individual,legacy
user3,"Quinn, Otis",otis@example.com,individual,upgraded
user4,"Nobody, Ann",,individual,upgraded
`;

let console: TestConsole;
let clara: Browser;
let otto: Browser;
let isRefusing = true;
beforeAll(async () => {
  const fault = ({ to }: { to: readonly string[] }) =>
    isRefusing && to[0] === 'otis@example.com'
      ? ({ kind: 'refuse', code: 'MessageRejected', message: 'no' } as const)
      : null;
  console = await aConsole({ roster: { maxUnreachablePercent: 25 } }, { ses: { fault } });
  clara = await console.signedIn('clara');
  otto = await console.signedIn('otto');
}, 60_000);
afterAll(() => console.stop());

async function shown(path: string, browser = otto): Promise<string> {
  const { statusCode, text } = await browser.open(path);
  expect(statusCode, path).toBe(200);
  expect(await problemsOf(text), path).toEqual([]);
  return text;
}

/** What a person reads of a page. */
function words(text: string): string {
  const main = text.slice(text.indexOf('<main'));
  return main
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

describe('the send log', () => {
  it('says what to do first while nothing has run', async () => {
    expect(words(await shown('/log'))).toContain('No phase has been sent yet');
    expect(words(await shown('/audit'))).toContain('Someone outside the console (not');
    expect(words(await shown('/log/search?q=smith'))).toContain('No roster is active');
  });

  it('shows runs with their counts, and what needs attention, newest first', async () => {
    await console.cloud.put('inbox/roster/roster.csv', ROSTER);
    await console.cloud.settle();
    await console.cloud.advanceTo('2018-07-24T14:00:00Z');
    const text = words(await shown('/log'));
    expect(text).toContain(
      'Audience Sent Waiting Not sent Unconfirmed Notice Tue, Jul 24, 2018, 9:00 a.m. EDT Sent 4 2 0 2 0',
    );
    expect(text).toContain('The mailbox permanently refused the email.');
    expect(text).toContain('Retry it. If it fails again, call the filer.');
    expect(text).not.toContain('Jane Smith');
  });

  it('shows the subject that was sent, which leads to the email', async () => {
    const jane = filerIdOf('test', 'user1');
    const mail = console.cloud.outbox.find(({ to }) => to.includes('jane@example.com'))!;
    const { subject } = await simpleParser(Buffer.from(mail.raw));
    expect(subject).toMatch(/\w{5}/);
    const link = `<a href="/filers/${jane}/emails/${RUN}">${subject}</a>`;
    for (const path of [`/log?run=${RUN}`, '/log/search?q=jane']) {
      expect(await shown(path), path).toContain(link);
    }
    expect(words(await shown(`/log/${RUN}/${jane}`))).toContain(`Subject: ${subject}`);
    const skipped = filerIdOf('test', 'user4');
    expect(await shown(`/log?run=${RUN}&status=skipped`)).not.toContain(`/filers/${skipped}/emails/`);
  });

  it('escapes what a roster says', async () => {
    const { text } = await otto.get(`/log?run=${RUN}`);
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it.each([
    ['', ['Jane Smith', 'Otis Quinn', 'Ann Nobody']],
    ['&status=delivered', ['Jane Smith']],
    ['&status=failed', ['Otis Quinn']],
    ['&status=skipped', ['Ann Nobody']],
    ['&state=ready-to-link', ['Otis Quinn', 'Ann Nobody']],
    ['&status=delivered&state=ready-to-link', []],
  ])('shows the sends of a run that fit %s', async (query, names) => {
    const text = words(await shown(`/log?run=${RUN}${query}`));
    for (const name of ['Jane Smith', 'Otis Quinn', 'Ann Nobody']) {
      expect(text.includes(name), name).toBe(names.includes(name));
    }
  });

  it.each([
    ['', ['user2', 'user4', 'user3', 'user1'], 'Filer', 'ascending'],
    ['&order=z-a', ['user1', 'user3', 'user4', 'user2'], 'Filer', 'descending'],
    ['&sort=state', ['user2', 'user1', 'user4', 'user3'], null, null],
    ['&sort=state&order=z-a&status=skipped', ['user4'], null, null],
    ['&sort=firm&state=ready-to-link', ['user4', 'user3'], 'Firm', 'ascending'],
  ] as const)('sorts the sends of a run by %s', async (query, users, head, sorted) => {
    const text = await shown(`/log?run=${RUN}${query}`);
    const rows = [...text.matchAll(/<th scope="row"[^>]*><a href="\/filers\/([0-9a-f]+)"/g)];
    expect(rows.map(([, id]) => id)).toEqual(users.map((user) => filerIdOf('test', user)));
    expect(/<th scope="col"[^>]*aria-sort="(\w+)"[^>]*>([^<]+)/.exec(text)?.slice(1) ?? []).toEqual(
      head ? [sorted, head] : [],
    );
  });

  it.each([
    ['jane', 'Jane Smith'],
    ['SMI ja', 'Jane Smith'],
    ['otis@', 'Otis Quinn'],
  ])('finds %s by the beginning of a word', async (typed, name) => {
    expect(words(await shown(`/log/search?q=${encodeURIComponent(typed)}`))).toContain(name);
  });

  it('asks for two letters', async () => {
    expect(words(await shown('/log/search?q=j'))).toContain('Type at least two letters');
  });

  it.each([
    [`/log?run=${RUN}&cursor=abc`, 400],
    [`/log?run=${RUN}&cursor=${Buffer.from('["sends other  ",{"after":""}]').toString('base64url')}`, 400],
    ['/log/attention?cursor=abc', 400],
    ['/log/attention?status=bounced&cursor=abc', 400],
    ['/audit?cursor=abc', 400],
    ['/log?run=nobody_x', 404],
    ['/log?run=%3Cscript%3E', 404],
    [`/log/${RUN}/0000000000000000`, 404],
    [`/log/${RUN}/x`, 404],
    ['/log/exports/00000000-0000-4000-8000-000000000000', 404],
    ['/log/exports/x/file', 404],
  ])('attack: a forged cursor or id is refused: %s', async (path, status) => {
    const { statusCode, text } = await otto.get(path);
    expect(statusCode).toBe(status);
    expect(text).toContain('What to do:');
  });

  it('lets ops try one email again with a reason, and keeps that', async () => {
    const filer = filerIdOf('test', 'user3');
    const path = `/log/${RUN}/${filer}`;
    expect(words(await shown(path))).toContain('SES refused the email.');
    const csrf = await otto.csrf();
    const without = await otto.submit(`${path}/retry`, { csrf, why: ' ' });
    expect(words(without.text)).toContain('Enter a reason');
    isRefusing = false;
    const { statusCode, location } = await otto.post(`${path}/retry`, { csrf, why: 'SES is well again' });
    expect([statusCode, location]).toEqual([303, path]);
    expect(words(await shown(path))).toContain('Retrying 1 email.');
    await console.cloud.settle();
    await console.cloud.advanceTo('2018-07-24T14:10:00Z');
    expect(words(await shown(path))).toMatch(/Delivered .*attempt 2/);
    const audit = words(await shown('/audit'));
    expect(audit).toMatch(new RegExp(`retried the Notice.* email to filer ${filer}: SES is well again\\.`));
    // What was proved stays so: a second click changes nothing.
    await otto.post(`${path}/retry`, { csrf, why: 'once more' });
    expect(words(await shown(path))).toContain('Nothing was retried');
  });

  it('exports exactly what is filtered, as a table that runs nothing', async () => {
    const csrf = await clara.csrf();
    const asked = await clara.post('/log/exports', { csrf, run: RUN, status: 'bounced' });
    expect(asked.statusCode).toBe(303);
    await console.cloud.settle();
    expect(words(await shown(asked.location, clara))).toContain('1 line');
    const { statusCode, location } = await clara.get(`${asked.location}/file`);
    expect(statusCode).toBe(303);
    const table = await (await fetch(location)).text();
    expect(table.trim().split('\n')).toHaveLength(2);
    expect(table).toContain('bounce@simulator.amazonses.com');
    const audit = words(await shown('/audit'));
    expect(audit).toContain('Clara Clerk exported the send log of Notice');
  });

  it.each([
    ['', ['Jane Smith', 'Ann Nobody']],
    ['&status=delivered', ['Jane Smith']],
    ['&status=skipped', ['Ann Nobody']],
    ['&state=ready-to-link', ['Ann Nobody']],
    [`&run=${RUN}&status=delivered`, ['Jane Smith']],
    ['&run=other_20180724T130000Z', []],
  ])('searches among the emails that fit %s', async (query, names) => {
    // Everyone’s user id begins so.
    const text = words(await shown(`/log/search?q=user${query}`));
    for (const name of ['Jane Smith', 'Ann Nobody'])
      expect(text.includes(name), name).toBe(names.includes(name));
    expect(text.includes('No filer who matches your search has such an email.')).toBe(names.length === 0);
  });

  it('exports what a search found, and keeps no word of it', async () => {
    const csrf = await clara.csrf();
    const { text: found } = await clara.open('/log/search?q=smith');
    const [, search = ''] = /name="search" value="([^"]+)"/.exec(found) ?? [];
    const asked = await clara.post('/log/exports', { csrf, search, status: 'delivered' });
    await console.cloud.settle();
    const { location } = await clara.get(`${asked.location}/file`);
    const table = await (await fetch(location)).text();
    expect(table.trim().split('\n')).toHaveLength(2);
    expect(table).toContain('jane@example.com');
    const audit = words(await shown('/audit'));
    expect(audit).toContain('found by a search');
    expect(audit).not.toContain('smith');
    expect((await clara.post('/log/exports', { csrf })).statusCode).toBe(404);
  });

  it.each([
    ['', true],
    ['?status=bounced', true],
    ['?status=complained', false],
    ['?status=nonsense', true],
  ])('lists what needs a person over all phases%s', async (query, isThere) => {
    expect(words(await shown(`/log/attention${query}`)).includes('alert(1)')).toBe(isThere);
  });

  it('gives one advice for a bounce everywhere, and asks no more once a call has settled it', async () => {
    const filer = filerIdOf('test', 'user2');
    const pages = [`/log/${RUN}/${filer}`, `/log?run=${RUN}`, '/log/search?q=user2'];
    for (const path of pages) expect(words(await shown(path)), path).toContain('Call the filer, and add a');
    const csrf = await otto.csrf();
    await otto.post(`/filers/${filer}/call`, { csrf, result: 'reached', note: '' });
    for (const path of pages) {
      const text = words(await shown(path));
      expect(text, path).toContain('Nothing more to do: a call, another address');
      expect(text, path).not.toContain('Call the filer, and add a');
    }
    for (const path of ['/log', '/log/attention']) {
      expect(words(await shown(path)), path).not.toContain('alert(1)');
    }
  });

  it('tells of work that was given up, and lets ops bring it back', async () => {
    expect(words(await shown('/log/given-up'))).toContain('There are no failed jobs.');
    const from = chunkDeadLetters(console.cloud.env);
    const letter = JSON.stringify({ runId: RUN, chunk: '00001' });
    await sqs().send(new SendMessageCommand({ QueueUrl: from, MessageBody: letter }));
    expect(words(await shown('/'))).toContain('1 failed job');
    const csrf = await otto.csrf();
    const without = await otto.submit('/log/given-up', { csrf, why: '' });
    expect(words(without.text)).toContain('Enter a reason');
    const { location } = await otto.post('/log/given-up', { csrf, why: 'The table answers again' });
    expect(words(await shown(location))).toMatch(
      /Failed jobs are being retried .*There are no failed jobs\./,
    );
    expect(words(await shown('/audit'))).toContain('The table answers again');
    await console.cloud.settle();
    expect(console.cloud.denials).toEqual([]);
  });
});
