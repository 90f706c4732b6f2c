import { afterEach, describe, expect, it } from 'vitest';
import { phaseMarks as marksOf, pick } from '../../../functions/aws/services.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import { planWith } from '../../support/builders/plan.ts';
import type { Answer, Browser } from '../../support/console/browser.ts';
import { aConsole, type TestConsole } from '../../support/console/console.ts';

/** Clara uploads, Ada approves; whatever comes in by `cloud.put` comes in outside the console. */
let console: TestConsole;
let clara: Browser;
let ada: Browser;
let files = 0;
const QUIET = { info: () => {}, error: () => {} };
const NOTICE = { phaseId: 'notice-1', scheduledFor: '2018-07-24T13:00:00Z' };

const ROWS = ['a,Abel,a@example.com', 'b,Baker,b@example.com', 'c,Cole,c@example.com'];
const GUARDS = { maxGonePercent: 100, maxNewPercent: 100, maxAddressChangedPercent: 100 };
const PLAN = { twoPersonApproval: true, roster: GUARDS };
const fields = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"\/?>/g)].map(([, name, value]) => [
      name!,
      value!
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&lt;', '<')
        .replaceAll('&amp;', '&'),
    ]),
  );
const words = (text: string) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

async function uploadPlan(changes: Readonly<Record<string, unknown>>, who = clara): Promise<void> {
  await later();
  const form = new FormData();
  form.set('csrf', await who.csrf());
  form.set('file', new Blob([JSON.stringify(planWith({ ...PLAN, ...changes }))]), 'launch.json');
  const body = new Response(form);
  const { text } = await who.post('/plan/check', '', {
    headers: { 'content-type': body.headers.get('content-type')! },
    event: { body: Buffer.from(await body.arrayBuffer()).toString('base64') },
  });
  const { statusCode } = await who.post('/plan/confirm', { ...fields(text), why: 'new' });
  expect(statusCode).toBe(303);
  await console.cloud.settle();
}

async function uploadRoster(rows: readonly string[], kind = 'roster', who = clara): Promise<void> {
  await later();
  files += 1;
  const name = `${files}.csv`;
  const answer = await who.post('/roster/upload', { csrf: await who.csrf(), kind, name });
  const { url, fields: signed } = JSON.parse(answer.text) as { url: string; fields: Record<string, string> };
  const form = new FormData();
  for (const [field, value] of Object.entries(signed)) form.set(field, value);
  form.set('file', new Blob([csv(rows)]), name);
  expect((await fetch(url, { method: 'POST', body: form })).status).toBe(201);
  await console.cloud.settle();
}

const csv = (rows: readonly string[]) => ['user id,last_name,email', ...rows].join('\n');

/** Uploads have an order. */
const later = () => console.cloud.advanceTo(console.cloud.clock.now().add({ seconds: 5 }));

async function approve(who = ada, phase = 'notice-1'): Promise<Answer> {
  const page = await who.get(`/phases/${phase}/release`);
  const basis = { plan: '', roster: '', turn: '1', ...fields(page.text) };
  const form = { ...basis, csrf: await who.csrf(), why: 'right', confirm: phase };
  return who.post(`/phases/${phase}/release`, form);
}

async function erase(user: string): Promise<void> {
  await later();
  const filerId = filerIdOf('test', user);
  const command = { act: 'erase', filerId, confirm: filerId, by: 'ops1', why: 'asked by letter' };
  expect(await console.cloud.invoke('Erase', command)).toMatchObject({ done: true });
  await console.cloud.settle();
}

/** The hour of the first notice, and the tick after it. */
async function atItsTime(): Promise<number> {
  await console.cloud.advanceTo('2018-07-24T13:06:00Z');
  await console.cloud.settle();
  return console.cloud.outbox.length;
}

const holds = () =>
  console.cloud.events
    .filter((event) => event['detail-type'] === 'PhaseHeld')
    .map(({ detail }) => detail as { phase: string; reason: string; void?: { code: string }[] });

async function begin(): Promise<void> {
  console = await aConsole(null);
  clara = await console.signedIn('clara');
  ada = await console.signedIn('ada');
  await uploadPlan({});
  await uploadRoster(ROWS);
}

afterEach(async () => {
  await console.stop();
  expect(console.log.filter(({ level }) => level === 'ERROR')).toEqual([]);
  expect(console.cloud.denials).toEqual([]);
  expect(console.cloud.failures).toEqual([]);
});

describe('two-person approval', () => {
  it('sends at its time what an approver approved ahead, to those who are still on the roster', async () => {
    await begin();
    expect(words((await clara.get('/phases/notice-1')).text)).toContain('waits for a person’s release');
    expect((await approve()).statusCode).toBe(303);
    await uploadRoster(ROWS.slice(0, 2));
    expect(await atItsTime()).toBe(2);
  });

  it('sends nothing that no one approved, though the plan says that it starts automatically', async () => {
    await begin();
    expect(await atItsTime()).toBe(0);
    expect(holds().at(-1)).toMatchObject({ phase: 'notice-1', reason: 'needs-release' });
    expect((await approve()).statusCode).toBe(303);
    await console.cloud.settle();
    expect(console.cloud.outbox.length).toBe(3);
  });

  const changes: [what: string, change: () => Promise<void>, code: string, says: string][] = [
    [
      'a filer is added',
      () => uploadRoster([...ROWS, 'd,Dole,d@example.com']),
      'filers-added',
      '1 filer was added',
    ],
    [
      'an address changes by a one-row update',
      () => uploadRoster(['a,Abel,evil@example.com'], 'update'),
      'addresses-changed',
      'the address of 1 filer changed',
    ],
    [
      'the wording changes',
      () => uploadPlan({ 'court.helpDesk.hours': 'never' }),
      'wording-changed',
      'the wording changed',
    ],
    [
      'the phase gets another time of day',
      () =>
        uploadPlan({
          phases: (planWith({}) as { phases: { when: object }[] }).phases.map((phase, index) =>
            index === 0 ? { ...phase, when: { ...phase.when, at: '09:01' } } : phase,
          ),
        }),
      'schedule-changed',
      'the schedule changed',
    ],
  ];
  it.each(changes)(
    'attack: after the approval, %s; nothing is sent, and page and event say why',
    async (_what, change, code, says) => {
      await begin();
      await approve();
      await change();
      await console.cloud.advanceTo('2018-07-24T12:20:00Z');
      await console.cloud.settle();
      const page = words((await clara.get('/phases/notice-1')).text);
      expect(page).toContain('Its approval is void');
      expect(page).toContain(says);
      expect(holds().at(-1)).toMatchObject({ reason: 'approval-void', void: [{ code }] });
      expect(await atItsTime()).toBe(0);
      expect((await approve()).statusCode).toBe(303);
      await console.cloud.advanceTo('2018-07-24T13:30:00Z');
      await console.cloud.settle();
      expect(console.cloud.outbox.length).toBeGreaterThanOrEqual(3);
    },
  );

  it('stays approved while a filer is erased, and mails the others', async () => {
    await begin();
    await approve();
    await erase('a');
    expect(words((await clara.get('/phases/notice-1')).text)).not.toContain('approval is void');
    expect(await atItsTime()).toBe(2);
    expect(console.cloud.outbox.flatMap(({ to }) => to).toSorted()).toEqual([
      'b@example.com',
      'c@example.com',
    ]);
  });

  it('stays approved while a filer is erased and others leave with a new roster', async () => {
    await begin();
    await approve();
    await erase('a');
    await uploadRoster(ROWS.slice(1, 2));
    await erase('c');
    expect(await atItsTime()).toBe(1);
  });

  it('attack: a filer who was erased after the approval is uploaded again; nothing is sent', async () => {
    await begin();
    await approve();
    await erase('a');
    await uploadRoster(ROWS.toReversed());
    expect(await atItsTime()).toBe(0);
    expect(holds().at(-1)).toMatchObject({
      reason: 'approval-void',
      void: [{ code: 'filers-added', filers: 1 }],
    });
  });

  it('is void once the approved roster is no longer kept, and says what to do', async () => {
    await begin();
    await uploadPlan({ roster: { ...GUARDS, keepDays: 1 } });
    await approve(ada, 'warning');
    await uploadRoster(ROWS.slice(0, 2));
    await console.cloud.advanceTo('2018-07-27T13:00:00Z');
    await console.cloud.settle();
    expect(words((await ada.get('/phases/warning')).text)).toContain(
      'Its approval is void: the roster that was approved is no longer kept, so the active one can’t be compared ' +
        'with it. Review it and approve it again.',
    );
    const held = holds().findLast(({ phase }) => phase === 'warning');
    expect(held).toMatchObject({ reason: 'approval-void', void: [{ code: 'roster-gone' }] });
    expect((await approve(ada, 'warning')).statusCode).toBe(303);
    expect(words((await ada.get('/phases/warning')).text)).not.toContain('approval is void');
  });

  it('attack: after the approval, a new roster and a new plan come in outside the console; nothing is sent', async () => {
    await begin();
    await approve();
    await later();
    await console.cloud.put(
      'inbox/launch/x.json',
      JSON.stringify(planWith({ ...PLAN, 'court.name': 'Other Court' })),
    );
    await console.cloud.put('inbox/roster/x.csv', csv([...ROWS, 'd,Dole,d@example.com']));
    await console.cloud.settle();
    expect(await atItsTime()).toBe(0);
    const refused = await approve();
    expect([refused.statusCode, words(refused.text).includes('outside the console')]).toEqual([403, true]);
  });

  it('attack: a clerk releases alone what the clerk uploaded; the console refuses', async () => {
    await begin();
    expect((await approve(clara)).statusCode).toBe(403);
    expect(console.refusals().at(-1)).toBe('not-by-you');
    expect(await atItsTime()).toBe(0);
  });

  it('attack: a caller of ReleasePhase claims to be the approver; it is refused with a sentence', async () => {
    await begin();
    const answer = await console.cloud.invoke('ReleasePhase', { phaseId: 'notice-1', by: 'ada', why: 'x' });
    expect(answer).toMatchObject({
      started: false,
      reason: 'not-signed-in',
      message: expect.stringContaining('only in the console'),
    });
    expect(await atItsTime()).toBe(0);
  });

  it('attack: a colleague’s one-row update hides who uploaded the roster; the uploader still may not approve', async () => {
    await begin();
    const { phaseMarks } = pick(
      { env: console.cloud.env, clock: console.cloud.clock, log: QUIET },
      { phaseMarks: marksOf },
    );
    expect((await phaseMarks.marks(NOTICE)).approval).toBeUndefined();
    await uploadRoster(['a,Abel,abel@example.com'], 'update');
    await approve();
    expect((await phaseMarks.marks(NOTICE)).approval).toMatchObject({
      authors: ['clara'],
      by: { id: 'ada' },
    });
  });
});

describe('a plan that turns two-person approval off', () => {
  const OFF = { twoPersonApproval: false };
  const isOn = async () => words((await clara.get('/plan')).text).includes('Two-person approval on');

  it('attack: a clerk uploads it and releases alone; it waits, and nothing is sent', async () => {
    await begin();
    await uploadPlan(OFF);
    expect(await isOn()).toBe(true);
    expect(words((await clara.get('/plan')).text)).toContain('Waiting for a second person');
    expect(console.cloud.events.map((event) => event['detail-type'])).toContain('LaunchPending');
    expect((await approve(clara)).statusCode).toBe(403);
    const { version = '' } = fields((await ada.get('/plan')).text);
    const own = await clara.post('/plan/approve', { csrf: await clara.csrf(), version, why: 'x' });
    expect(own.statusCode).toBe(403);
    await uploadPlan(OFF);
    expect(await isOn()).toBe(true);
    expect(await atItsTime()).toBe(0);
  });

  it('attack: it comes in outside the console, twice; it waits, and no one can approve it', async () => {
    await begin();
    for (const key of ['inbox/launch/x.json', 'inbox/launch/y.json']) {
      await later();
      await console.cloud.put(key, JSON.stringify(planWith({ ...PLAN, ...OFF })));
      await console.cloud.settle();
    }
    expect(await isOn()).toBe(true);
    const page = words((await ada.get('/plan')).text);
    expect(page).toContain('Someone must upload it in the console');
    expect(await atItsTime()).toBe(0);
  });

  it('takes effect once an approver approves it', async () => {
    await begin();
    await uploadPlan(OFF);
    await later();
    const { version = '' } = fields((await ada.get('/plan')).text);
    const answer = await ada.post('/plan/approve', { csrf: await ada.csrf(), version, why: 'we agreed' });
    expect(answer.statusCode).toBe(303);
    await console.cloud.settle();
    expect(await isOn()).toBe(false);
    expect(await atItsTime()).toBe(3);
  });
});
