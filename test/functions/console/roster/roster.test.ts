import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Browser } from '../../../support/console/browser.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';

const XSS = '<img src=x onerror=alert(1)>';
const HEADER = 'cmecf_user_id,last_name,email,firm,pacer_account_type,link_status';
const GOOD = `${HEADER}\na,Abel,a@example.com,,legacy,\nb,Baker,b@example.com,,upgraded,\nc,Cole,c@example.com,,,\n`;
/** Of five rows two are refused: more than the plan lets through by itself. */
const FAULTY = `${HEADER},"${XSS}"\na,Abel,a@example.com,,legacy,,1\nb,Baker,"${XSS}",,upgraded,,2\nc,,c@example.com,,,"${XSS}",3\n"${XSS}",Dole,d@example.com,"${XSS}",,,4\n,Evans,e@example.com,,,,5\n`;
const MENDED = `${HEADER}\na,Abel,a@example.com,,legacy,\nb,Baker,b@example.com,,upgraded,linked\nc,Cole,c@example.com,,,\ne,Evans,e@example.com,,,\n`;

let console: TestConsole;
let clara: Browser;
let otto: Browser;
beforeAll(async () => {
  console = await aConsole({ roster: { maxGonePercent: 100 } });
  clara = await console.signedIn('clara');
  otto = await console.signedIn('otto');
}, 60_000);
afterAll(() => console.stop());

const tagsIn = (text: string) => [...text.matchAll(/crier-tag--\w+">([^<]+)</g)].map(([, words]) => words!);

/** The form of a page as a browser without scripts reads it. */
function formIn(text: string): { action: string; fields: Record<string, string> } {
  const [, form = ''] = /<form class="crier-upload"([\s\S]*?)<\/form>/.exec(text) ?? [];
  const action = unescaped(/action="([^"]+)"/.exec(form)![1]!);
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"\/?>/g)];
  return { action, fields: Object.fromEntries(inputs.map(([, name, value]) => [name, unescaped(value!)])) };
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

async function send({ action, fields }: { action: string; fields: Record<string, string> }, content: string) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([content]), 'whatever.csv');
  return fetch(action, { method: 'POST', body: form, redirect: 'manual' });
}

/** Uploads by the form of the page, waits for the intake and follows to what came of it. */
async function upload(content: string, query = ''): Promise<Answer> {
  await console.cloud.advanceTo(console.cloud.clock.now().add({ minutes: 1 }).toString());
  const sent = await send(formIn((await clara.get(`/roster/upload${query}`)).text), content);
  expect(sent.status).toBe(303);
  const to = new URL(sent.headers.get('location')!);
  expect(to.origin).toBe(console.cloud.console);
  await console.cloud.settle();
  return clara.get(`${to.pathname}${to.search}`);
}

async function uploaded(content: string, query = ''): Promise<string> {
  const { statusCode, location } = await upload(content, query);
  expect([statusCode, location]).toEqual([303, expect.stringMatching(/^\/roster\/versions\//)]);
  return location;
}

describe('a roster', () => {
  let first: string;
  let faulty: string;
  let mended: string;

  it('has none at first: the page says what it needs, and offers an example that comes in clean', async () => {
    const { text } = await clara.get('/roster');
    expect(text).toContain('<code>cmecf_user_id</code>');
    expect(text).toContain('href="/roster/upload"');
    expect((await otto.get('/roster')).text).not.toContain('href="/roster/upload"');
    const example = await clara.get('/roster/example.csv');
    expect(example.headers['content-disposition']).toBe('attachment; filename="roster-example.csv"');
    const page = await clara.get(await uploaded(example.text));
    expect(tagsIn(page.text).slice(0, 1)).toEqual(['Active']);
    expect(page.text).toContain('<dt>Filers</dt><dd><span class="crier-figure__main">3</span>');
    expect(page.text).toContain('No problems were found.');
  });

  it('is activated automatically when it is clean, with who uploaded it', async () => {
    first = await uploaded(GOOD);
    const { text } = await otto.get(first);
    expect(text).toContain('Every email uses this roster.');
    expect(text).toContain('No problems were found.');
    expect(text).toMatch(/<dt>By<\/dt><dd class="crier-break">Clara Clerk</);
    expect(text).toMatch(/<strong>Activated<\/strong> .* by Crier, automatically/);
    const acts = (await console.cloud.invoke('Act', { act: 'acts' })) as { act: object }[];
    expect(acts[0]?.act).toMatchObject({
      act: 'upload',
      kind: 'roster',
      by: { kind: 'person', id: 'clara' },
    });
  });

  it('is held when it is faulty: the report says why, what happened to each row, and escapes all of it', async () => {
    faulty = await uploaded(FAULTY);
    const { text } = await clara.get(faulty);
    expect(tagsIn(text)[0]).toBe('Needs a decision');
    expect(text).toContain('2 of 5 rows are skipped (40.0%): more than 2%.');
    expect(text).not.toContain('<img');
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(text).toContain('The name is blank');
    expect(text.length).toBeLessThan(100_000);
    expect(text).toContain(`href="${faulty}/mend.csv"`);
    expect(text).toContain(`href="${faulty}/activate"`);
    expect((await otto.get(faulty)).text).not.toContain('/activate');
  });

  it('is held when its addresses are broken: the report and the page of the decision say how many, and what to do', async () => {
    const broken = await uploaded(GOOD.replaceAll('@example.com', ''));
    const reason =
      '3 of 3 filers to be emailed have lost their usable address or are new without one (100.0%): more than 10%. If the column of addresses is damaged, correct it and upload the file again.';
    const report = await clara.get(broken);
    expect(tagsIn(report.text)[0]).toBe('Needs a decision');
    expect(report.text).toContain(reason);
    expect((await clara.get(`${broken}/activate`)).text).toContain(reason);
  });

  it('can be repaired: the table comes back with its problems beside the rows, by an address good for a minute', async () => {
    const { statusCode, location } = await clara.get(`${faulty}/mend.csv`);
    expect(statusCode).toBe(303);
    expect(new URL(location).searchParams.get('X-Amz-Expires')).toBe('60');
    const table = await (await fetch(location)).text();
    expect(table).toMatch(/^"crier_row","crier_problems","cmecf_user_id"/);
    mended = await uploaded(MENDED);
    const { text } = await clara.get(mended);
    expect(text).toMatch(/New filers<\/th><td class="crier-number">1</);
  });

  it('is reactivated by the clerk alone, who reads what that does and says why', async () => {
    const refused = await otto.post(`${first}/activate`, {
      csrf: await otto.csrf(),
      why: 'x',
      sure: 'yes',
      seen: '',
    });
    expect([refused.statusCode, console.refusals().at(-1)]).toEqual([403, 'role']);
    expect((await otto.get(`${first}/activate`)).statusCode).toBe(403);
    const { text } = await clara.get(`${first}/activate`);
    expect(text).toContain('It is older than the active roster');
    expect(text).toContain('will use the 3 filers in this');
    const seen = /name="seen" value="([^"]*)"/.exec(text)![1]!;
    const csrf = await clara.csrf();
    const blank = await clara.submit(`${first}/activate`, { csrf, why: ' ', seen });
    expect(blank.text).toContain('Enter a reason: it is recorded with your name.');
    expect(blank.text).toContain('Check the box once you have reviewed it');
    const stale = await clara.submit(`${first}/activate`, { csrf, why: 'x', sure: 'yes', seen: 'another' });
    expect(stale.text).toContain('Another roster has become active');
    const done = await clara.post(`${first}/activate`, { csrf, why: `${XSS} checked`, sure: 'yes', seen });
    expect([done.statusCode, done.location]).toEqual([303, first]);
    const page = await clara.get(first);
    expect(page.text).toContain('This roster is active');
    expect(page.text).toContain('by Clara Clerk: <q>&lt;img src=x onerror=alert(1)&gt; checked</q>');
    expect(console.log.at(-1)?.code).not.toBe('page-failed');
    const again = await clara.submit(`${first}/activate`, {
      csrf,
      why: 'x',
      sure: 'yes',
      seen: first.split('/').at(-1)!,
    });
    expect(again.text).toContain('is already active');
  });

  it('is rejected, with a reason', async () => {
    const { text } = await clara.get(`${faulty}/reject`);
    const seen = /name="seen" value="([^"]*)"/.exec(text)![1]!;
    const done = await clara.post(`${faulty}/reject`, {
      csrf: await clara.csrf(),
      why: 'torn',
      sure: 'yes',
      seen,
    });
    expect(done.location).toBe(faulty);
    expect(tagsIn((await clara.get(faulty)).text)[0]).toBe('Rejected');
  });

  it('is in the list of versions, newest first, with its state, who and when', async () => {
    const { text } = await otto.get('/roster');
    const [, table = ''] = text.split(/<tbody[^>]*>/);
    // No one decided on the second, but a later roster was activated.
    expect(tagsIn(table)).toEqual(['Replaced', 'Replaced', 'Rejected', 'Active', 'Replaced']);
    expect(table).toContain('by Clara Clerk');
    expect(table).toContain('deleted after');
  });

  it('can be refused whole: the page says what is wrong, and what to do', async () => {
    const { location } = await upload('uid,last_name,email,password\na,Abel,a@example.com,x\n');
    expect(location).toMatch(/^\/roster\/uploads\/.*\/refused$/);
    const { text } = await clara.get(location);
    expect(text).toContain('<h1>This file can’t be used</h1>');
    expect(text).toContain('password');
    expect(text).toContain('href="/roster/upload"');
    const same = await upload(GOOD);
    expect((await clara.get(same.location)).text).toContain('This file is already here');
  });

  it('is changed by an update, which names its own place', async () => {
    const page = await clara.get(
      await uploaded('uid,link_status,link_as_of\nb,linked,2018-07-24\n', '?kind=update'),
    );
    expect(page.text).toContain('<h1>Update of ');
    expect(page.text).toContain('Conflict in the roster');
  });
});

describe('an upload', () => {
  it('is followed while it waits, is checked and is written', async () => {
    const { fields } = formIn((await clara.get('/roster/upload')).text);
    const path = fields.key!.replace(/^inbox/, '/roster/uploads');
    const { text } = await clara.get(path);
    expect(text).toContain('<h1>Your file is being read</h1>');
    expect(text).toContain('<noscript><meta http-equiv="refresh" content="4"></noscript>');
    expect(text).toMatch(/aria-current="step">\s*<h2[^>]*>Waiting to be read/);
  });

  it('by a script gets a form of its own, with the name of the file cleaned', async () => {
    const csrf = await clara.csrf();
    const answer = await clara.post('/roster/upload', { csrf, kind: 'update', name: '../../é vil"<b>.csv' });
    const { fields, next, url } = JSON.parse(answer.text);
    expect(next).toMatch(/^\/roster\/uploads\/update\/20180724T\d{6}Z-[0-9a-f]{8}\/e_vil_b_\.csv$/);
    expect(fields).toMatchObject({ 'x-amz-meta-form': expect.any(String), success_action_status: '201' });
    expect(fields).not.toHaveProperty('success_action_redirect');
    expect((await send({ action: url, fields }, 'uid,link_status\na,linked\n')).status).toBe(201);
    expect(console.log.map(({ code }) => code)).toContain('upload-signed');
  });

  it.each([
    ['operations staff', () => otto, { kind: 'roster', name: 'a.csv' }, 403],
    ['an unknown kind', () => clara, { kind: 'launch', name: 'a.json' }, 400],
    ['a name without end', () => clara, { kind: 'roster', name: 'a'.repeat(301) }, 400],
    ['a key of one’s own', () => clara, { kind: 'roster', name: 'a', key: 'inbox/launch/x' }, 400],
  ])('gets no form for %s', async (_what, who, fields, status) => {
    const answer = await who().post('/roster/upload', { csrf: await who().csrf(), ...fields });
    expect(answer.statusCode).toBe(status);
    expect(answer.text).not.toContain('Signature');
  });

  it('attack: a form changed to carry another one’s secret, or to go elsewhere, is refused', async () => {
    const form = formIn((await clara.get('/roster/upload')).text);
    const other = formIn((await clara.get('/roster/upload')).text).fields['x-amz-meta-form']!;
    for (const change of [{ 'x-amz-meta-form': other }, { key: 'inbox/launch/launch.json' }]) {
      expect((await send({ ...form, fields: { ...form.fields, ...change } }, GOOD)).status).toBe(403);
    }
    expect((await otto.get('/roster/upload')).statusCode).toBe(403);
  });

  it('attack: another file sent with a used form is not taken, and the page shows the one that is', async () => {
    await console.cloud.advanceTo(console.cloud.clock.now().add({ minutes: 1 }).toString());
    const form = formIn((await clara.get('/roster/upload')).text);
    const path = form.fields.key!.replace(/^inbox/, '/roster/uploads');
    await send(form, `${HEADER}\nz,Zoe,zoe@example.com,,legacy,\n`);
    await console.cloud.settle();
    const { location } = await clara.get(path);
    expect(location).toMatch(/^\/roster\/versions\//);
    const record = await console.cloud.invoke('Act', { act: 'acts' });
    await send(form, `${HEADER}\ny,Yan,yan@example.com,,legacy,\n`);
    await console.cloud.settle();
    expect(await console.cloud.invoke('Act', { act: 'acts' })).not.toEqual(record);
    expect((await clara.get(path)).location).toBe(location);
    expect((await clara.get(`${path}/refused`)).statusCode).toBe(404);
  });

  it.each([
    '/roster/uploads/launch/20180724T120000Z-00000000/a.csv',
    '/roster/uploads/roster/x/a.csv',
    '/roster/versions/current',
    '/roster/versions/20180724T120000Z-000000000000',
    '/roster/versions/20180724T120000Z-000000000000/mend.csv',
    '/roster/versions/20180724T120000Z-000000000000/activate',
    '/roster?before=zzz',
  ])('or a version that is not there: %s', async (path) => {
    expect((await clara.get(path)).statusCode).toBe(404);
  });
});

describe('the pages of a long report', () => {
  it('hold 50 problems each, by cursors that no one can make up', async () => {
    const rows = Array.from({ length: 120 }, (_, n) => `u${n},Name,u${n}@gmial.com,,legacy,\n`).join('');
    const path = await uploaded(`${HEADER}\n${rows}`);
    const seen: string[] = [];
    let next: string | undefined = path;
    let cursor = '';
    while (next) {
      const { text }: Answer = await clara.get(next);
      seen.push(...[...text.matchAll(/data-label="Row"[^>]*>(\d+)</g)].map(([, row]) => row!));
      next = /href="([^"#]+)#problems"/.exec(text)?.[1];
      cursor = next?.split('=').at(-1) ?? cursor;
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => String(n + 2)));
    for (const from of [String(Number(cursor) + 1), '0', '-1', '999999999', 'x', '1e3', '']) {
      expect([from, (await clara.get(`${path}?from=${from}`)).statusCode]).toEqual([from, 404]);
    }
  });

  it('log no error, and nothing of a person', () => {
    expect(console.log.filter(({ level }) => level === 'ERROR')).toEqual([]);
    expect(JSON.stringify(console.log)).not.toMatch(/clara|example\.com|Abel/);
    expect(console.cloud.denials).toEqual([]);
    expect(console.cloud.failures).toEqual([]);
  });
});
