import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { auditReaderOf } from '../../../../functions/aws/audit-reader.ts';
import { runStore } from '../../../../functions/aws/runs.ts';
import type { Problem } from '../../../../functions/domain/plan/problem.ts';
import { aPlanInput, planWith } from '../../../support/builders/plan.ts';
import type { Answer, Browser } from '../../../support/console/browser.ts';
import { problemsOf } from '../../../support/console/check-page.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';
import { expectNoErrors } from '../../../support/console/expect-no-errors.ts';
import { uploadAs } from '../../../support/console/upload-as.ts';

const XSS = '<script>alert(1)</script>"&';
/** The court is live within the hour, so that no one waits long here. */
const DATES = {
  goLive: { certainty: 'exact', date: '2018-07-24', time: '08:30' },
  outages: { filing: { from: '2018-07-21T08:30', to: '2018-07-24T08:30' } },
};
const PLAN = planWith({ ...DATES, confirmFilingOpen: true, 'court.name': XSS });

let console: TestConsole;
let clara: Browser;
beforeAll(async () => {
  console = await aConsole(null);
  clara = await console.signedIn('clara');
}, 60_000);
afterAll(() => console.stop());
afterEach(() => expectNoErrors(console));

async function good(path: string): Promise<string> {
  const { statusCode, text } = await clara.get(path);
  expect([path, statusCode, await problemsOf(text.replace(/<noscript>.*?<\/noscript>/, ''))]).toEqual([
    path,
    200,
    [],
  ]);
  expect(text).not.toContain(XSS);
  return text;
}

async function post(path: string, fields: Record<string, string>): Promise<Answer> {
  return clara.post(path, { csrf: await clara.csrf(), ...fields });
}

/** Sends a file as a browser does, and continues to where it leads. */
async function check(content: string | Uint8Array, csrf?: string): Promise<Answer> {
  const form = new FormData();
  form.set('csrf', csrf ?? (await clara.csrf()));
  form.set('file', new Blob([content]), 'launch.json');
  const body = new Response(form);
  const answer = await clara.post('/plan/check', '', {
    headers: { 'content-type': body.headers.get('content-type')! },
    event: { body: Buffer.from(await body.arrayBuffer()).toString('base64') },
  });
  return followed(answer);
}

/** The page that a form leads to; the answer itself if it leads to none. */
async function followed(answer: Answer): Promise<Answer> {
  return answer.statusCode === 303 ? clara.get(answer.location) : answer;
}

/** The hidden fields of a page's forms but the secret. */
function hidden(text: string): Record<string, string> {
  const inputs = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"\/?>/g)];
  const plain = (value: string) =>
    value
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  return Object.fromEntries(
    inputs
      .map(([, name, value]): [string, string] => [name!, plain(value!)])
      .filter(([name]) => name !== 'csrf'),
  );
}

const words = (text: string) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const uploads = async () => [...(await console.cloud.read('inbox/launch/')).keys()];
const planActs = async () =>
  (await auditReaderOf(console.cloud).entries(50)).filter(({ act }) => act.act === 'plan');

/** Activates a plan as another clerk does it, or someone past the console. */
async function putPlan(plan: unknown, by?: string): Promise<void> {
  await console.cloud.advanceTo(console.cloud.clock.now().add({ seconds: 2 }));
  await uploadAs(by, { name: 'launch/other.json', content: JSON.stringify(plan), cloud: console.cloud });
}

describe('without a plan', () => {
  it.each(['/plan', '/phases', '/audit'])('%s says what to do first', async (path) => {
    expect(await good(path)).toContain('crier-empty');
  });

  it.each(['/plan/file', '/plan/dates', '/phases/notice-1', '/plan/versions/20180701T130000Z-1a2b3c4d5e6f'])(
    '%s is not there',
    async (path) => {
      expect((await clara.get(path)).statusCode).toBe(404);
    },
  );
});

describe('a plan’s file', () => {
  const wrong: [string, string | Uint8Array, number, string][] = [
    ['that is no JSON', '{"name":', 200, 'This plan can’t be used'],
    [
      'with every kind of mistake',
      JSON.stringify({ name: XSS, goLive: { certainty: XSS } }),
      200,
      '$.goLive',
    ],
    ['of another launch', JSON.stringify(planWith({ ...DATES, name: 'other-2018' })), 200, '$.name'],
    ['that is empty', '', 200, 'Choose the plan’s file first.'],
    ['that is no text', Uint8Array.of(0xff, 0xfe, 0x41), 200, 'The file isn’t UTF-8 text'],
    ['that is too large for a plan', 'x'.repeat(210_000), 200, 'too large to be a plan'],
    ['that has too many bytes for a plan', '§'.repeat(100_001), 200, 'too large to be a plan'],
    ['that is larger than any form', 'x'.repeat(300_000), 413, 'The request was too large'],
  ];
  it.each(wrong)('%s changes nothing, and says why', async (_what, content, status, says) => {
    const { statusCode, text } = await check(content);
    expect([statusCode, text.includes(says), text.includes(XSS)]).toEqual([status, true, false]);
    expect(text.includes('<title>Error: ')).toBe(status === 200);
    expect(await problemsOf(text)).toEqual([]);
    expect(await uploads()).toEqual([]);
  });

  it.each([
    ['linkDomains', { linkDomains: ['uscourts.gov', 'example.com'] }],
    ['sender', { 'court.sender.address': 'clerk@other.uscourts.gov' }],
  ])(
    'attack: a plan uses a domain that is not the deployment’s (%s); the page and ops changes refuse it with the same sentence',
    async (_, changes) => {
      const plan = JSON.stringify(planWith({ ...DATES, ...changes }));
      const { statusCode, text } = await check(plan);
      const command = { act: 'changes', plan } as const;
      const { problems } = (await console.cloud.invoke('Act', command)) as { problems: Problem[] };
      expect(problems).toHaveLength(1);
      expect(problems[0]!.message).toContain('this deployment');
      expect([statusCode, words(text).includes(`It ${problems[0]!.message}.`)]).toEqual([200, true]);
    },
  );

  it('without the secret is refused', async () => {
    const { statusCode } = await check(JSON.stringify(PLAN), 'guess');
    expect([statusCode, console.refusals().at(-1)]).toEqual([403, 'csrf']);
  });

  it('that is right shows what changes; only a confirmation activates it, by the way of every upload', async () => {
    await good('/plan/upload');
    const { statusCode, text } = await check(JSON.stringify(PLAN));
    expect([statusCode, await problemsOf(text), text.includes(XSS)]).toEqual([200, [], false]);
    expect(words(text)).toContain('Nothing has changed yet.');
    expect(await uploads()).toEqual([]);
    const unsaid = await followed(await post('/plan/confirm', { ...hidden(text), why: '' }));
    expect(unsaid.text).toMatch(/<a href="#fix-why">Enter a reason/);
    const confirmed = await post('/plan/confirm', { ...hidden(unsaid.text), why: 'the first plan' });
    expect(confirmed.location).toMatch(/^\/plan\?awaits=[0-9a-f]{12}$/);
    const [key, ...more] = await uploads();
    expect([key, more]).toEqual([expect.stringMatching(/^inbox\/launch\/console-20180724T12\d{4}Z-/), []]);
    expect((await planActs()).map(({ act }) => act)).toEqual([
      {
        act: 'plan',
        key,
        hash: confirmed.location.slice(-12),
        by: { kind: 'person', id: 'clara' },
        why: 'the first plan',
      },
    ]);
    const awaited = await clara.get(confirmed.location);
    expect(awaited.text).toContain('<div id="plan" data-live="3">');
    expect(words(awaited.text)).toContain('The new plan is being processed');
    expect(words(awaited.text)).not.toContain('There is no plan yet');
    await console.cloud.settle();
    const shown = words(await good(confirmed.location));
    expect(shown).toContain('uploaded by Clara Clerk');
    expect(shown).not.toContain('is being processed');
    expect(words(await good('/plan?awaits=0123456789ab'))).toContain('is being processed');
  });

  it('that says the same again is told to change nothing', async () => {
    const { text } = await check(JSON.stringify(PLAN));
    expect(text).toContain('This plan changes nothing');
    expect(text).not.toContain('/plan/confirm');
  });

  it('in the form that confirms counts for nothing: only what the server keeps is uploaded', async () => {
    const before = await uploads();
    const { text } = await check(JSON.stringify(planWith({ ...DATES, linkStatusMaxAgeDays: 5 })));
    for (const plan of [JSON.stringify(PLAN), '', 'A'.repeat(24)]) {
      const { location } = await post('/plan/confirm', { ...hidden(text), why: 'x', plan });
      expect([location, await uploads()]).toEqual(['/plan/upload', before]);
    }
    expect(words(await good('/plan/upload'))).toContain('That plan is no longer available');
  });

  it('is shown again where the basis is left out, with the reason', async () => {
    const before = await uploads();
    const { text } = await check(JSON.stringify(planWith({ ...DATES, linkStatusMaxAgeDays: 5 })));
    const answer = await followed(
      await post('/plan/confirm', { ...hidden(text), why: 'for July', base: '' }),
    );
    expect(words(answer.text)).toContain('Another plan became active after you opened this page.');
    expect(answer.text).toMatch(/name="why"[^>]* value="for July"/);
    expect(await uploads()).toEqual(before);
  });
});

describe('dates in the court’s wording', () => {
  const STALE = planWith({ ...DATES, wording: { deadlines: 'Please file before March 5, 2018.' } });

  it('that are none of the plan’s must be confirmed before the plan can be', async () => {
    const { text } = await check(JSON.stringify(STALE));
    expect(await problemsOf(text)).toEqual([]);
    expect(words(text)).toContain('The wording mentions March 5, 2018,');
    const again = await followed(await post('/plan/meant', hidden(text)));
    expect(again.text).toMatch(/<a href="#fix-meant">Check this box/);
    expect(await problemsOf(again.text)).toEqual([]);
    const meant = await followed(await post('/plan/meant', { ...hidden(text), meant: 'yes' }));
    expect([meant.statusCode, await problemsOf(meant.text)]).toEqual([200, []]);
    expect(words(meant.text)).toContain('What this plan changes');
  });

  it('can’t be confirmed away where something else is wrong', async () => {
    const { text } = await check(JSON.stringify({ ...(STALE as object), name: 'another' }));
    expect(text).not.toContain('/plan/meant');
    const list = await check('[]');
    const [, id = ''] =
      /plan=([\w-]{24})/.exec((await post('/plan/meant', { plan: 'x', meant: 'yes' })).location) ?? [];
    expect([list.text.includes('/plan/meant'), id]).toEqual([false, '']);
  });
});

describe('the claim that filing is open', () => {
  it('is one button at its hour, and a box to check', async () => {
    await console.cloud.put('inbox/roster/r.csv', 'cmecf_user_id,last_name,email\na,Abel,a@example.com\n');
    await console.cloud.advanceTo('2018-07-24T12:46:00Z');
    expect(await good('/phases/open')).toContain('Confirm that filing is open…');
    const form = { ...hidden(await good('/phases/open/release')), why: 'filing is open' };
    const unchecked = await post('/phases/open/release', form);
    expect([unchecked.statusCode, unchecked.location]).toEqual([
      303,
      expect.stringMatching(/^\/phases\/open\/release\?form=/),
    ]);
    expect(await problemsOf((await clara.get(unchecked.location)).text)).toEqual([]);
    await console.cloud.settle();
    expect(await runStore(console.cloud.env).runs()).toEqual([]);
    await post('/phases/open/release', { ...form, confirm: 'release' });
    await console.cloud.settle();
    expect(console.cloud.outbox.map(({ to }) => to)).toEqual([['a@example.com']]);
    // The sweep tells that it is complete.
    await console.cloud.advanceTo('2018-07-24T12:56:00Z');
  });
});

describe('the dates', () => {
  const MOVED = {
    'goLive-date': '2018-09-03',
    'outages-filing-from': '2018-08-31T08:30',
  };
  let form: Record<string, string>;

  it('are in a form as the current plan has them', async () => {
    const text = await good('/plan/dates');
    expect(text).toMatch(/name="goLive-date" type="date" value="2018-07-24"/);
    expect(text).toMatch(/name="outages-filing-from" type="datetime-local" value="2018-07-21T08:30"/);
    form = {
      ...hidden(text),
      'goLive-certainty': 'exact',
      'goLive-date': '2018-07-24',
      'goLive-time': '08:30',
      'outages-filing-from': '2018-07-21T08:30',
      'outages-viewing-from': '',
      'outages-viewing-to': '',
      'outages-registration-from': '',
      'outages-registration-to': '',
    };
  });

  it.each([
    ['a date that is none', { 'goLive-date': '2018-02-30' }, 'goLive-date-problem'],
    ['a window of one end', { 'outages-viewing-from': '2018-07-21T08:30' }, 'outages-viewing-to-problem'],
    [
      'a window that ends before it begins',
      { 'outages-viewing-from': '2018-07-21T08:30', 'outages-viewing-to': '2018-07-20T08:30' },
      'outages-viewing-to-problem',
    ],
    ['no certainty', { 'goLive-certainty': 'maybe' }, 'Choose how certain the date is.'],
    ['markup', { 'goLive-time': XSS }, 'goLive-time-problem'],
  ])('with %s are shown again with what is wrong', async (_what, changes, says) => {
    const { location } = await post('/plan/dates', { ...form, ...changes });
    expect(location).toMatch(/^\/plan\/dates\?form=/);
    const { text } = await clara.get(location);
    expect([text.includes(says), text.includes(XSS)]).toEqual([true, false]);
    expect(text).toContain('<title>Error: ');
    expect(await problemsOf(text)).toEqual([]);
  });

  it('that put a phase out of its place name it as pages do, not as the file', async () => {
    const early = { ...form, 'outages-filing-from': '2018-04-20T08:30' };
    const { text } = await followed(await post('/plan/dates', early));
    expect(words(text)).toContain(
      'Notice: “Time of day” must be before the filing outage’s start, Fri, Apr 20, 2018, 8:30 a.m. How',
    );
  });

  it('that move show every phase that moves, and who was told the old ones', async () => {
    const { statusCode, text } = await followed(await post('/plan/dates', { ...form, ...MOVED }));
    expect([statusCode, await problemsOf(text)]).toEqual([200, []]);
    expect(words(text)).toContain('Tue, Jul 24, 2018, 8:30 a.m. becomes Mon, Sep 3, 2018, 8:30 a.m.');
    expect(words(text)).toContain(
      'Launch day Moved It was already sent, and won’t be sent again unless someone chooses “Send again.”',
    );
    expect(words(text)).toContain('1 filer was told the earlier dates.');
    expect(words(text)).toMatch(/Who gets each phase .*As many filers as before.* Follow-up 1 1 /);
    const confirmed = await post('/plan/confirm', { ...hidden(text), why: 'the vendor needs time' });
    await console.cloud.settle();
    expect(words(await good(confirmed.location))).toContain('Mon, Sep 3, 2018, 8:30 a.m.');
  });

  it('that moved leave a phase sent that was sent, with its emails', async () => {
    const says =
      'Sent Sent Tue, Jul 24, 2018, under the earlier dates. It won’t be sent again automatically.';
    for (const path of ['/phases', '/phases/open'])
      expect([path, words(await good(path))]).toEqual([path, expect.stringContaining(says)]);
    const overview = words(await good('/'));
    expect(overview).toContain('under the earlier dates');
    expect(overview).not.toContain('Launch day Next');
    const page = await good('/phases/open');
    // No one can confirm before its new time that filing is open.
    expect(page).not.toContain('Send again…');
    expect(words(page)).toContain('Result');
    expect(words(page)).toContain('How it starts Only if someone sends it again.');
    expect(words(page)).not.toContain('It starts automatically.');
  });

  it('that moved are told as a phase that waits for a release', async () => {
    expect(words(await good('/phases'))).toContain('Change of dates Dates active since');
    expect(words(await good('/phases/date-change'))).toContain(
      '1 filer was told dates that have since changed',
    );
    expect(await good('/phases/date-change/preview')).toContain('September 3');
    const text = await good('/phases/date-change/release');
    await post('/phases/date-change/release', { ...hidden(text), why: 'tell them', confirm: 'release' });
    await console.cloud.advanceTo(console.cloud.clock.now().add({ minutes: 10 }));
    expect(console.cloud.outbox).toHaveLength(2);
    expect(words(await good('/phases/date-change'))).toContain('Complete');
  });

  it('beside a phase that is new and one that is gone say how many filers each is for', async () => {
    const { phases } = aPlanInput();
    const [first, ...others] = phases.slice(0, -1);
    const second = { ...first!, id: 'notice-2', when: { ...first!.when, at: '11:00' } };
    const plan = planWith({ ...DATES, phases: [first, second, ...others] });
    const { text } = await check(JSON.stringify(plan));
    expect(words(text)).toMatch(/Emails before Emails after .*Notice 2 of 2 none 1 .*Follow-up 1 none /);
  });

  it('that someone else has changed meanwhile are shown again, by the form and by the confirmation', async () => {
    const { text: dates } = await clara.get('/plan/dates');
    const moved = { ...form, ...hidden(dates), ...MOVED, 'goLive-time': '08:40' };
    const { text: shown } = await followed(await post('/plan/dates', moved));
    const before = await uploads();
    await putPlan(planWith({ ...DATES, linkStatusMaxAgeDays: 7 }), 'jd2');
    const late = await followed(await post('/plan/confirm', { ...hidden(shown), why: 'for August' }));
    expect(words(late.text)).toContain('Another plan became active after you opened this page.');
    expect(words(late.text)).toContain('What follows is what would change now.');
    expect(late.text).toMatch(/name="why"[^>]* value="for August"/);
    const stale = await followed(await post('/plan/dates', moved));
    expect(words(stale.text)).toContain('Another plan became active after you opened this page.');
    expect(stale.text).toMatch(/name="goLive-date" type="date" value="2018-09-03"/);
    expect((await uploads()).filter((key) => !before.includes(key))).toEqual([
      expect.stringMatching(/\/other\.json$/),
    ]);
  });
});

describe('the plans there were', () => {
  it('are listed with who and when, and each says what it changed', async () => {
    const text = await good('/plan');
    const versions = [...text.matchAll(/href="(\/plan\/versions\/[^"]+)"/g)].map(([, path]) => path!);
    expect(versions).toHaveLength(3);
    expect(words(text)).toContain('Active jd2');
    expect(words(text)).toContain('the first plan');
    expect(words(await good(versions[0]!))).toContain('at most 3 days old at most 7 days old');
    const file = await clara.get(`/plan/file?version=${versions[2]!.split('/').at(-1)}`);
    expect(file.headers['content-disposition']).toBe('attachment; filename="launch.json"');
    expect(JSON.parse(file.text)).toMatchObject({ court: { name: XSS } });
  });
});
