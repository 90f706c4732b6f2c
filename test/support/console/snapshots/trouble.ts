import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { sqs } from '../../../../functions/aws/clients.ts';
import { virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { startCloud } from '../../../../local/cloud/cloud.ts';
import { chunkDeadLetters } from '../../queues.ts';
import type { Answer } from '../browser.ts';
import { MAIN, planOf } from './example-inputs.ts';
import { elementsOf } from './normal-dom.ts';
import { aStage, hiddenIn, type Stage } from './stage.ts';
import { MARKUP, TROUBLE_ROSTER } from './trouble-roster.ts';
import { playRuns } from './trouble-runs.ts';

const RUN = 'notice-1_20180724T130000Z';
const SAFEGUARDS = { maxRejectedPercent: 100, maxGonePercent: 100, maxUnreachablePercent: 100 };
const MEMBERS = {
  court: { ...JSON.parse(planOf()).court, name: `${MARKUP} Court` },
  wording: { deadlines: `${MARKUP}\n\nSecond paragraph` },
  twoPersonApproval: true,
  confirmFilingOpen: false,
  roster: SAFEGUARDS,
  breaker: { failuresInARow: 5 },
};

/** A launch in which much goes wrong, at a court that writes markup everywhere. @returns how many answers were kept */
export async function playTrouble(out: string): Promise<number> {
  let isRefusing = true;
  const fault = ({ to }: { to: readonly string[] }) =>
    isRefusing && to[0]?.startsWith('some')
      ? ({ kind: 'refuse', code: 'MessageRejected', message: 'no' } as const)
      : null;
  const cloud = await startCloud({
    clock: virtualClock('2018-07-20T12:00:00Z'),
    ses: { fault, max24HourSend: 500 },
    places: { clock: 'http://127.0.0.1:9999' },
  });
  const stage = await aStage(cloud, out);
  await missedPhase(stage);
  await brokenRun(stage);
  isRefusing = false;
  await playRuns(stage);
  await movedDates(stage);
  await givenUp(stage);
  await cloud.stop();
  return stage.size;
}

async function missedPhase({ scene, clara, otto, cloud, look }: Stage): Promise<void> {
  scene('01-no-roster');
  await cloud.put('inbox/launch/launch.json', planOf({ 'notice-2': { approval: 'by-hand' } }, MEMBERS));
  await cloud.settle();
  await cloud.advanceTo('2018-07-24T13:20:00Z');
  await look([
    '/',
    '/phases',
    '/phases/notice-1',
    '/phases/notice-1/preview',
    '/phases/notice-1/release',
    '/log',
  ]);
  await cloud.advanceTo('2018-07-24T15:20:00Z');
  await look(['/', '/phases', '/phases/notice-1', '/phases/notice-1/release']);
  scene('02-missed');
  const upload = await clara.upload('roster', { name: `a ${MARKUP}.csv`, text: TROUBLE_ROSTER });
  await cloud.settle();
  await clara.get(upload);
  await cloud.advanceTo(cloud.clock.now().add({ minutes: 10 }));
  await look([...MAIN, '/phases/notice-1', '/phases/notice-1/release', '/phases/notice-1/preview']);
  const basis = hiddenIn(await clara.get('/phases/notice-1/release'));
  await clara.post('/phases/notice-1/release', { ...basis, why: MARKUP, confirm: '' });
  await clara.post('/phases/notice-1/release', { ...basis, why: MARKUP, confirm: 'release' });
  await otto.post('/phases/notice-1/test', { state: 'unsure' });
  await look([
    '/filers?q=img',
    `/filers?q=${encodeURIComponent(MARKUP)}`,
    '/log/search?q=img',
    '/filers?q=nobody',
  ]);
  await look(['/filers/phone-list', '/filers?reach=no-address', '/filers?type=pro-se']);
  await otto.post('/filers/phone-list/file');
}

async function brokenRun({ scene, clara, otto, cloud, look }: Stage): Promise<void> {
  scene('03-breaker');
  const plan = planOf({ 'notice-2': { approval: 'by-hand' } }, { ...MEMBERS, twoPersonApproval: false });
  await clara.postPlan(plan);
  const { plan: text, base } = hiddenIn(await checked(clara, plan));
  await clara.post('/plan/confirm', { plan: text!, base: base!, why: MARKUP });
  await cloud.advanceTo(cloud.clock.now().add({ minutes: 10 }));
  const basis = hiddenIn(await clara.get('/phases/notice-1/release'));
  await clara.post('/phases/notice-1/release', { ...basis, why: MARKUP, confirm: 'release' });
  await cloud.advanceTo(cloud.clock.now().add({ minutes: 20 }));
  await look(['/', '/phases', '/phases/notice-1', '/log', `/log?run=${RUN}&status=failed`, '/audit'], 4);
  for (let times = 0; times < 4; times++) {
    const page = await otto.get('/phases/notice-1');
    const { reason } = hiddenIn(page);
    if (!reason) break;
    await otto.post('/phases/notice-1/lift', { run: RUN, reason, why: MARKUP });
    await cloud.advanceTo(cloud.clock.now().add({ minutes: 10 }));
  }
  await look(
    ['/log', '/log/attention', '/log/attention?status=failed', '/phases/notice-1', '/filers/phone-list'],
    4,
  );
  await look(['/log/search?q=some', '/log/search?q=some&status=failed', '/log/search?q=user']);
}

/** The page that tells what a plan would change. */
async function checked({ browser }: Stage['clara'], plan: string): Promise<Answer> {
  const form = new FormData();
  form.set('csrf', await browser.csrf());
  form.set('file', new Blob([plan]), 'launch.json');
  const request = new Response(form);
  const headers = { 'content-type': request.headers.get('content-type')! };
  const { location } = await browser.post('/plan/check', await request.text(), { headers });
  return browser.get(location);
}

async function movedDates({ scene, clara, cloud, look }: Stage): Promise<void> {
  scene('07-dates-moved');
  const dates = datesOf(await clara.get('/plan/dates'));
  const goLive = { certainty: 'exact', date: '2018-11-05', time: '08:30' };
  const filing = { from: '2018-11-02T08:30', to: '2018-11-05T08:30' };
  const fields = {
    ...dates,
    'goLive-certainty': goLive.certainty,
    'goLive-date': goLive.date,
    'goLive-time': goLive.time,
    'outages-filing-from': filing.from,
    'outages-filing-to': filing.to,
  };
  await clara.post('/plan/dates', { ...fields, 'goLive-date': '' });
  await clara.post('/plan/dates', { ...fields, 'outages-filing-to': '2018-11-01T08:30' });
  await clara.post('/plan/dates', { ...fields, base: 'x' });
  await clara.post('/plan/dates', { ...fields, extra: 'x' });
  const moved = { goLive, outages: { filing } };
  await clara.post('/plan/dates', fields);
  const plan = planOf({}, { ...MEMBERS, twoPersonApproval: false, ...moved });
  const { plan: text, base } = hiddenIn(await checked(clara, plan));
  await clara.postPlan(plan);
  await clara.post('/plan/confirm', { plan: text!, base: base!, why: '' });
  const to = await clara.post('/plan/confirm', { plan: text!, base: base!, why: 'The vendor needs time' });
  await cloud.settle();
  await clara.get(to);
  await look(
    ['/', '/plan', '/phases', '/phases/date-change', '/phases/date-change/preview', '/phases/notice-3'],
    4,
  );
  const basis = hiddenIn(await clara.get('/phases/date-change/release'));
  await clara.post('/phases/date-change/release', {
    ...basis,
    why: 'They must know',
    confirm: 'release',
  });
  await cloud.advanceTo(cloud.clock.now().add({ minutes: 30 }));
  await look(['/', '/phases', '/phases/date-change', '/log', '/filers?q=linda', '/audit'], 4);
  const unknown = { goLive: { certainty: 'to-be-announced' }, outages: undefined };
  await clara.postPlan(planOf({}, { ...MEMBERS, ...unknown }));
  await cloud.put('inbox/launch/launch.json', planOf({}, { ...MEMBERS, ...unknown }));
  await cloud.settle();
  await look(['/', '/plan', '/phases', '/plan/dates', '/filers?q=linda', '/phases/notice-4'], 4);
}

/** Everything that the form for dates sends when nothing is changed. */
function datesOf({ text }: Answer): Record<string, string> {
  const fields = elementsOf(text).flatMap(({ name, attribs }): [string, string][] =>
    name === 'input' &&
    attribs.name &&
    attribs.name !== 'csrf' &&
    !['radio', 'checkbox'].includes(attribs.type ?? '')
      ? [[attribs.name, attribs.value ?? '']]
      : [],
  );
  return Object.fromEntries(fields);
}

async function givenUp({ scene, otto, cloud, look }: Stage): Promise<void> {
  scene('08-given-up');
  const from = chunkDeadLetters(cloud.env);
  const letter = JSON.stringify({ runId: RUN, chunk: '00001' });
  await sqs().send(new SendMessageCommand({ QueueUrl: from, MessageBody: letter }));
  await look(['/', '/log/given-up']);
  await otto.post('/log/given-up', { why: '' });
  await otto.post('/log/given-up', { why: MARKUP });
  await look(['/', '/log/given-up', '/audit']);
}
