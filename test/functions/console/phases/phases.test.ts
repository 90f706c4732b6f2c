import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { auditReaderOf } from '../../../../functions/aws/audit-reader.ts';
import { readinessStore } from '../../../../functions/aws/readiness.ts';
import { runStore } from '../../../../functions/aws/runs.ts';
import { byOf } from '../../../../functions/domain/actor.ts';
import { filerIdOf } from '../../../../functions/domain/filer/filer-id.ts';
import { aPlanInput } from '../../../support/builders/plan.ts';
import type { Answer, Browser } from '../../../support/console/browser.ts';
import { problemsOf } from '../../../support/console/check-page.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';
import { expectNoErrors } from '../../../support/console/expect-no-errors.ts';

const XSS = '<script>alert(1)</script>"&';
const CELL = XSS.replaceAll('"', '""');
const ROSTER = [
  'cmecf_user_id,last_name,first_name,email,firm,pacer_account,pacer_account_type,user_type',
  `a,"${CELL}",Ann,a@example.com,"${CELL}",individual,legacy,attorney`,
  'b,Baker,Bo,b@example.com,,individual,upgraded,attorney',
  'c,Cole,Cy,,,individual,legacy,attorney',
  'j,Judge,Jo,j@example.com,,,,judge',
].join('\n');
const ANN = filerIdOf('test', 'a');
const NOTICE = 'notice-1_20180724T130000Z';

let console: TestConsole;
let clara: Browser;
let otto: Browser;
beforeAll(async () => {
  const [notice, ...others] = aPlanInput().phases;
  console = await aConsole({
    'court.name': XSS,
    phases: [{ ...notice, approval: 'by-hand' }, ...others],
    confirmFilingOpen: true,
    wording: { deadlines: 'File by October 12, 2018, or in person on Wednesday.' },
    meantDates: ['2018-10-12', 'Wednesday'],
    roster: { maxUnreachablePercent: 50 },
  });
  await console.cloud.put('inbox/roster/roster.csv', ROSTER);
  await console.cloud.settle();
  clara = await console.signedIn('clara');
  otto = await console.signedIn('otto');
}, 60_000);
afterAll(() => console.stop());
afterEach(() => expectNoErrors(console));

/** A page as it must be: valid, small, without anything that the policy forbids, and with every value escaped. */
async function good(browser: Browser, path: string): Promise<string> {
  const { statusCode, text } = await browser.get(path);
  // Without scripts a page may refresh itself; no one with them sees that.
  const scripted = text.replace(/<noscript>.*?<\/noscript>/, '');
  expect([path, statusCode, await problemsOf(scripted)]).toEqual([path, 200, []]);
  expect(text).not.toContain(XSS);
  return text;
}

async function post(browser: Browser, path: string, fields: Record<string, string>): Promise<Answer> {
  return browser.post(path, { csrf: await browser.csrf(), ...fields });
}

/** The hidden fields of a page's forms but the secret. */
function hidden(text: string): Record<string, string> {
  const inputs = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"\/?>/g)];
  return Object.fromEntries(
    inputs.map(([, name, value]) => [name!, value!]).filter(([name]) => name !== 'csrf'),
  );
}

/** How often each person did what, without Crier’s own acts: acts of one moment stand in no order. */
async function acts(): Promise<Record<string, number>> {
  const entries = await auditReaderOf(console.cloud).entries(100);
  const names = entries
    .filter(({ act }) => act.act !== 'upload' && act.by.kind !== 'crier')
    .map(({ act }) => `${act.act} ${byOf(act.by)}`);
  return Object.fromEntries(
    [...new Set(names)].map((name) => [name, names.filter((one) => one === name).length]),
  );
}
const runs = () => runStore(console.cloud.env).runs();
const words = (text: string) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the phases', () => {
  it('are listed with their status', async () => {
    const text = words(await good(clara, '/phases'));
    expect(text).toContain('Notice Tue, Jul 24, 2018, 9:00 a.m. EDT');
    expect(text).toContain('Scheduled It must be released before it can start.');
    expect(text).toContain(
      'Scheduled At its scheduled time, it waits until someone confirms that filing is open.',
    );
  });

  it('have a page each, with whom they mail, whom not, and whether it fits', async () => {
    const text = words(await good(otto, '/phases/notice-1'));
    expect(text).toContain('2 emails , and 1 filer who won’t be emailed');
    expect(text).toContain('1 filer: no usable address');
    expect(text).toContain('Not for: 1 not required to link');
    expect(text).toContain('That fits:');
    expect(text).toContain('It costs about $0.01, at AWS’s list prices of Jul 22, 2026.');
    expect(text).toContain('Only a clerk or an approver can do this.');
  });

  it('say that filers are being counted right after the day of go-live moved, and refresh automatically', async () => {
    const counted = readinessStore(console.cloud.env);
    const [current] = await counted.all();
    await counted.put({ ...current!, pivotDate: '2018-10-15' });
    const text = await good(clara, '/phases/notice-1');
    expect(words(text)).toContain('The roster’s filers are being counted. This page updates automatically.');
    expect(text).toContain('http-equiv="refresh"');
    await counted.put(current!);
    expect(words(await good(clara, '/phases/notice-1'))).toContain('2 emails , and 1 filer');
  });

  it.each(['/phases/nothing', '/phases/nothing/preview', '/phases/date-change'])(
    'have none at %s',
    async (path) => {
      expect((await clara.get(path)).statusCode).toBe(404);
    },
  );

  it('have nothing to cancel before a run, and say so', async () => {
    const form = { why: 'x', confirm: 'cancel', run: NOTICE };
    for (const ask of [
      () => clara.get('/phases/notice-1/cancel'),
      () => post(clara, '/phases/notice-1/cancel', form),
    ]) {
      const { statusCode, location } = await ask();
      expect([statusCode, location]).toEqual([303, '/phases/notice-1']);
      expect(words(await good(clara, location))).toContain('Nothing to cancel');
    }
  });
});

describe('what is the clerk’s alone', () => {
  it.each(['/phases/notice-1/release', '/phases/notice-1/cancel', '/plan/upload', '/plan/dates'])(
    'is refused operations at %s, and logged',
    async (path) => {
      expect([(await otto.get(path)).statusCode, console.refusals().at(-1)]).toEqual([403, 'role']);
    },
  );

  it.each([
    '/phases/notice-1/release',
    '/phases/notice-1/cancel',
    '/plan/check',
    '/plan/dates',
    '/plan/confirm',
  ])('is refused operations who send a form to %s', async (path) => {
    const { statusCode } = await post(otto, path, { why: 'x', confirm: 'cancel', run: NOTICE });
    expect([statusCode, console.refusals().at(-1)]).toEqual([403, 'role']);
    expect([await acts(), await runs()]).toEqual([{}, []]);
  });
});

describe('times in the wording that are not the plan’s', () => {
  it.each(['/phases/notice-1', '/phases/notice-1/preview', '/phases/notice-1/release'])(
    'are listed with their place on %s',
    async (path) => {
      const text = await good(clara, path);
      for (const time of ['October 12, 2018', 'Wednesday'])
        expect(text).toContain(`“${time}” in “Deadlines while the system is closed”`);
    },
  );
});

describe('a preview', () => {
  it('shows the very email, for each state or one filer, in a frame that can do nothing', async () => {
    const byState = await good(clara, '/phases/notice-1/preview?state=needs-upgrade');
    expect(byState).toContain('src="/phases/notice-1/preview/html?state=needs-upgrade"');
    expect(byState).toContain('None: written as the first email that a filer gets');
    expect(await good(clara, '/phases/warning/preview?state=needs-upgrade')).toContain(
      'Written for a filer who got every email before it, the last of them: ',
    );
    expect(byState).toContain('sandbox=""');
    expect(await good(clara, `/phases/notice-1/preview?filer=${ANN}`)).toContain('Needs to upgrade, because');
    const { text, headers } = await clara.get(`/phases/notice-1/preview/html?filer=${ANN}`);
    expect(text).toContain('&lt;script&gt;alert(1)');
    expect(text).not.toContain(XSS);
    expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none';/);
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
  });

  it('makes someone up where the roster has no one, and says when someone gets none', async () => {
    expect(await good(clara, '/phases/notice-1/preview?state=needs-individual-account')).toContain(
      'Alex Example (sample)',
    );
    const judge = await good(clara, `/phases/notice-1/preview?filer=${filerIdOf('test', 'j')}`);
    expect(judge).toContain('This filer gets no email in this phase: not required to link.');
    expect(await good(clara, `/phases/notice-1/preview?filer=${'0'.repeat(16)}`)).toContain(
      'No filer in the active roster has this ID.',
    );
    expect((await clara.get(`/phases/notice-1/preview?filer=${XSS}&state=${XSS}`)).text).not.toContain(XSS);
  });
});

const OTTO = 'otto@court.example';
const TEST = { state: 'needs-upgrade', to: 'clara@court.example' };

describe('a test', () => {
  it('goes to the own address, marked, and is an act of no run', async () => {
    const answer = await post(otto, '/phases/notice-1/test', { filer: ANN, to: OTTO });
    expect(answer.statusCode).toBe(303);
    expect((await otto.get(answer.location)).text).toContain('Test sent');
    const [mail, ...more] = console.cloud.outbox;
    expect([mail?.to, more]).toEqual([[OTTO], []]);
    expect(mail?.tags).toEqual({ purpose: 'test' });
    const raw = Buffer.from(mail!.raw).toString();
    expect(raw).toMatch(/^Subject: \[TEST\] /m);
    expect(raw).toMatch(/^To: otto@court\.example/m);
    expect([await acts(), await runs()]).toEqual([{ 'test otto': 1 }, []]);
    const [logged] = console.log.filter(({ code }) => code === 'test-sent');
    expect(logged?.fields).toEqual({ phase: 'notice-1', outcome: 'sent' });
  });

  it('is refused beyond five a minute, for each person separately', async () => {
    for (let n = 0; n < 6; n++) await post(clara, '/phases/notice-1/test', TEST);
    expect(console.cloud.outbox).toHaveLength(1 + 5);
    expect(console.log.at(-1)).toMatchObject({ code: 'test-refused', fields: { reason: 'too-many' } });
    clara.now += 60_000;
    await post(clara, '/phases/notice-1/test', TEST);
    expect(console.cloud.outbox).toHaveLength(1 + 6);
  });

  it('is refused while everything is held', async () => {
    await post(otto, '/sending/hold', { why: 'wrong date' });
    clara.now += 60_000;
    await post(clara, '/phases/notice-1/test', TEST);
    expect(console.log.at(-1)).toMatchObject({ code: 'test-refused', fields: { reason: 'held' } });
    expect(console.cloud.outbox).toHaveLength(1 + 6);
    expect(words(await good(clara, '/phases'))).toContain(
      'All sending is paused No emails of this launch are being sent.',
    );
    await post(otto, '/sending/lift', { why: 'corrected', reason: 'person' });
    expect(await acts()).toMatchObject({ 'hold otto': 1, 'lift otto': 1 });
  });
});

describe('holding everything', () => {
  it('asks why', async () => {
    const { text } = await otto.get((await post(otto, '/sending/hold', { why: ' ' })).location);
    expect(text).toContain('Enter a reason: it is recorded with your name.');
    expect(await acts()).toMatchObject({ 'hold otto': 1 });
  });
});

describe('a release', () => {
  let form: Record<string, string>;

  it('begins with a summary: who, what, when, from whose files', async () => {
    await console.cloud.advanceTo('2018-07-24T13:01:00Z');
    expect(words(await good(clara, '/phases/notice-1'))).toContain('Waiting This phase must be released.');
    expect(words(await good(clara, '/'))).toMatch(/Next phase Waiting Notice .*Phases Notice Waiting /);
    const text = await good(clara, '/phases/notice-1/release');
    form = { ...hidden(text), why: 'looked at it', confirm: ' Release' };
    expect(words(text)).toContain(
      'It starts as soon as you confirm. Emails can’t be recalled once they are sent.',
    );
    expect(words(text)).toContain('2 emails , and 1 filer who won’t be emailed');
    expect(words(text)).toContain('by someone outside the console');
    expect(text).toContain('will move to a new filing system');
  });

  it.each([
    ['the wrong word', { confirm: 'notice-1' }, 'Nothing was released.'],
    ['no word', { confirm: '' }, 'Nothing was released.'],
    ['no reason', { why: '' }, 'Enter a reason'],
    ['a summary of another plan', { plan: 'other' }, 'changed after you opened this page'],
    ['a summary of another roster', { roster: 'other' }, 'changed after you opened this page'],
    ['a summary from before a canceled run', { turn: '2' }, 'changed after you opened this page'],
  ])('with %s does nothing, and keeps the reason', async (_what, changes: Record<string, string>, says) => {
    const { location } = await post(clara, '/phases/notice-1/release', { ...form, ...changes });
    expect(location).toMatch(/^\/phases\/notice-1\/release\?form=/);
    const { text } = await clara.get(location);
    expect(text).toContain(says);
    if (changes.why === undefined) expect(text).toMatch(/name="why"[^>]* value="looked at it"/);
    expect([(await acts())['release clara'], await runs()]).toEqual([undefined, []]);
  });

  it('makes one run of a double click, and says so to who comes late', async () => {
    await post(otto, '/sending/hold', { why: 'not yet' });
    const twice = await Promise.all([1, 2].map(() => post(clara, '/phases/notice-1/release', form)));
    expect(twice.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    await console.cloud.settle();
    const late = await post(clara, '/phases/notice-1/release', form);
    expect((await clara.get(late.location)).text).toContain('Nothing to release');
    expect((await runs()).map(({ runId, startedBy }) => [runId, startedBy])).toEqual([[NOTICE, 'person']]);
    expect(words(await good(clara, '/phases/notice-1'))).toContain('By Clara Clerk');
  });

  it('is followed on its page: how far, how fast, and what happened to them', async () => {
    const text = await good(otto, '/phases/notice-1');
    expect(words(text)).toContain('Paused All sending is paused.');
    expect(text).toContain('<progress class="crier-progress" max="3" value="1"');
    expect(text).toContain('<noscript><meta http-equiv="refresh" content="10"></noscript>');
    expect(text).toContain('data-live="5"');
  });
});

describe('a run', () => {
  it('is held and continues, by operations too', async () => {
    const { location } = await post(otto, '/phases/notice-1/hold', { run: NOTICE, why: '' });
    const { text } = await otto.get(location);
    expect(text).toContain('Enter a reason: it is recorded with your name.');
    await post(otto, '/phases/notice-1/hold', { run: NOTICE, why: 'odd' });
    expect(words(await good(otto, '/phases/notice-1'))).toContain(
      'All sending is paused. Otto Ops paused it Tue, Jul 24, 2018, 9:01 a.m. EDT: not yet.',
    );
    expect(words(await good(otto, '/phases/notice-1'))).toContain(
      'Otto Ops paused it Tue, Jul 24, 2018, 9:01 a.m. EDT: odd.',
    );
    await post(otto, '/phases/notice-1/lift', { run: NOTICE, why: 'fine', reason: 'person' });
    expect(words(await good(otto, '/phases/notice-1'))).toContain(
      'Still paused That pause is over, but another one isn’t.',
    );
    expect(await acts()).toMatchObject({ 'hold otto': 3, 'lift otto': 2 });
    const other = await post(otto, '/phases/notice-1/hold', { run: 'open_20181022T124500Z', why: 'odd' });
    expect((await otto.get(other.location)).text).toContain('The phase has another run');
  });

  it('is canceled permanently by a clerk who types so', async () => {
    await good(clara, '/phases/notice-1/cancel');
    const wrong = await post(clara, '/phases/notice-1/cancel', { run: NOTICE, why: 'x', confirm: 'notice' });
    expect((await clara.get(wrong.location)).text).toContain('Nothing was canceled.');
    await post(clara, '/phases/notice-1/cancel', { run: NOTICE, why: 'wrong letter', confirm: 'cancel' });
    const [run] = await runs();
    expect([run?.cancelled, (await acts())['cancel clara']]).toEqual(['person', 1]);
    await post(otto, '/sending/lift', { why: 'go', reason: 'person' });
    await console.cloud.advanceTo('2018-07-24T13:10:00Z');
    expect(console.cloud.outbox.filter(({ to }) => to[0]?.endsWith('@example.com'))).toEqual([]);
  });

  it('that was canceled runs again by another release, which says so', async () => {
    expect(words(await good(clara, '/phases/notice-1'))).toContain(
      'Waiting A run of this phase was canceled.',
    );
    const text = await good(clara, '/phases/notice-1/release');
    expect(text).toContain('An earlier run was canceled.');
    await post(clara, '/phases/notice-1/release', { ...hidden(text), why: 'right now', confirm: 'release' });
    // The sweep starts it once the canceled run's emails have their outcome, and tells that it is complete.
    await console.cloud.advanceTo('2018-07-24T13:30:00Z');
    const mailed = console.cloud.outbox.flatMap(({ to }) => to).filter((to) => to.endsWith('@example.com'));
    expect(mailed.toSorted()).toEqual(['a@example.com', 'b@example.com']);
    const done = await good(clara, '/phases/notice-1');
    expect(words(done)).toContain('Sent ');
    expect(done).toContain('href="/log?run=notice-1--2_20180724T130000Z&amp;status=delivered"');
  });
});
