import { exampleRoster, MAIN, passMinute, phasePaths, planOf } from './example-inputs.ts';
import type { Stage } from './stage.ts';

const STATES = [
  ...['inactive', 'not-required', 'linked', 'conflict', 'awaiting-court', 'link-failed', 'verify-account'],
  ...['needs-individual-account', 'ready-to-link', 'needs-upgrade'],
];

/** From nothing to the roster that is active before the first notice. */
export async function playStart(stage: Stage): Promise<void> {
  await signedOut(stage);
  await empty(stage);
  await firstPlan(stage);
  await heldRoster(stage);
  await activeRoster(stage);
}

async function signedOut({ scene, stranger }: Stage): Promise<void> {
  scene('01-signed-out');
  for (const path of [
    ...['/sign-in', '/sign-in?to=%2Flog%3Frun%3Dx', '/sign-in?ended=yes', '/sign-in/start', '/signed-out'],
    ...['/sign-in/return?code=x&state=y', '/', '/nowhere?q=a%20b', '/assets/0000/css/console.css'],
    ...['/bad%path', '/a//b'],
  ]) {
    await stranger.get(path);
  }
  await stranger.send('/sending/hold', { why: 'x' });
}

async function empty({ scene, clara, otto, look, lookAsOps }: Stage): Promise<void> {
  scene('02-empty');
  const mine = ['/roster/upload', '/roster/upload?kind=update', '/plan/upload', '/plan/dates'];
  await look([...MAIN, ...mine]);
  await lookAsOps([...MAIN, ...mine]);
  await look([
    ...['/log/attention', '/log/given-up', '/log/search?q=smith', '/log?run=nobody_x', '/log/exports/x'],
    ...[
      '/nowhere',
      '/phases/notice-1',
      '/plan/file',
      '/plan/versions/x',
      '/plan?awaits=x',
      '/roster?before=x',
    ],
    ...['/roster/versions/x', '/roster/versions/20180720T120000Z-000000000000'],
    ...['/filers/x', '/filers/0123456789abcdef', '/roster/uploads/roster/x/y'],
  ]);
  await clara.send('/sending/hold', { why: 'x' });
  await clara.post('/roster/upload', { kind: 'x' });
  await clara.post('/filers/phone-list/file');
  await otto.post('/roster/upload', { kind: 'roster', name: 'x.csv' });
  await clara.post('/log/exports', { run: 'x_y' });
}

async function firstPlan({ scene, clara, otto, cloud, look, lookAsOps }: Stage): Promise<void> {
  scene('03-first-plan');
  await clara.post('/plan/check');
  for (const plan of [
    ...['', '{"name":', '[]', planOf({ 'notice-2': { id: 'notice-1' }, 'notice-3': { kind: 'x' } })],
    planOf({}, { goLive: { certainty: 'exact', date: '2018-13-45' }, pacer: 7, phases: [] }),
  ]) {
    await clara.postPlan(plan);
  }
  const byHand = { approval: 'by-hand' };
  const plan = planOf({ 'notice-1': byHand, 'notice-4': byHand, 'follow-up-2': { hold: true } });
  await clara.postPlan(plan);
  const why = 'The judges have agreed';
  await clara.post('/plan/confirm', { plan, base: '', why: '' });
  await clara.post('/plan/confirm', { plan: '{}', base: '', why });
  await clara.post('/plan/confirm', { plan, base: 'x', why });
  await clara.post('/plan/confirm', { plan, base: '', why });
  await otto.get('/plan?awaits=0123456789ab');
  await cloud.settle();
  await clara.get('/plan?awaits=0123456789ab');
  scene('04-plan-without-roster');
  const paths = [...MAIN, '/roster/upload', '/roster/upload?kind=update', '/plan/upload', '/plan/dates'];
  await look([...paths, ...phasePaths()]);
  await lookAsOps([...MAIN, '/phases/notice-1', '/phases/launch-day']);
}

/** Nearly none of its rows can be taken: it waits for the clerk. */
const FAULTY = `user id,name,email,pacer account,pacer account type
jsmith,"Smith, Jane",jane@example.com,individual,legacy
jsmith,"Smith, Janet",janet@example.com,individual,legacy
,"Quinn, Otis",otis@example.com,individual,upgraded
afox,"Fox, Ann",ann.example.com,individual,upgraded
${Array.from({ length: 120 }, (_, at) => `,"Nemo, ${at}",nemo${at}@example.com,"<i>&amp;""",sometimes`).join('\n')}
`;

async function heldRoster({ scene, clara, otto, cloud, look, lookAsOps }: Stage): Promise<void> {
  scene('05-roster-held');
  const refused = await clara.upload('roster', { name: 'no roster.csv', text: 'a,b\n1,2\n' });
  await clara.get(refused);
  await cloud.settle();
  await clara.get(refused);
  await otto.get(`${refused}/refused`);
  await passMinute(cloud);
  const faulty = await clara.upload('roster', { name: 'faulty & "odd".csv', text: FAULTY });
  await otto.get(faulty);
  await cloud.settle();
  const { location: version } = await clara.get(faulty);
  await look(['/roster', '/', '/filers', '/audit']);
  await look([
    version,
    `${version}/activate`,
    `${version}/reject`,
    `${version}/mend.csv`,
    `${version}?from=7`,
  ]);
  await lookAsOps([version, `${version}/activate`, '/roster']);
  const sure = 'yes';
  for (const action of ['activate', 'reject']) {
    await clara.post(`${version}/${action}`, { why: '', seen: '' });
    await clara.post(`${version}/${action}`, { why: 'x'.repeat(501), sure, seen: '' });
    await clara.post(`${version}/${action}`, { why: 'I have looked', sure, seen: 'x' });
  }
  await passMinute(cloud);
  await clara.post(`${version}/activate`, { why: 'I have looked', sure, seen: '' });
  await passMinute(cloud);
  await clara.post(`${version}/reject`, { why: 'Not after all', sure, seen: nameOf(version) });
  await look([version, '/roster', `${version}/activate`]);
}

async function activeRoster({ scene, clara, otto, cloud, look, lookAsOps }: Stage): Promise<void> {
  scene('06-roster-active');
  const current = (await clara.get('/roster')).text;
  const [, seen = ''] = /\/roster\/versions\/([\w-]+)"/.exec(current) ?? [];
  await passMinute(cloud);
  const upload = await clara.upload('roster', { name: 'roster.csv', text: exampleRoster() });
  await cloud.settle();
  const { location: version } = await clara.get(upload);
  await clara.get(`${version}/activate`);
  await passMinute(cloud);
  await clara.post(`${version}/activate`, { why: 'The other was a try', sure: 'yes', seen });
  await cloud.settle();
  await look([
    version,
    '/roster/upload?kind=update',
    `${version}/activate`,
    `/roster/versions/${seen}/activate`,
  ]);
  await look([...MAIN, ...phasePaths()]);
  await look(
    STATES.map((state) => `/filers?state=${state}`),
    9,
  );
  await look([
    ...[
      '/filers?q=gwen',
      '/filers?q=g',
      '/filers?q=zzz',
      '/filers?type=trustee&reach=email',
      '/filers?cursor=x',
    ],
    ...['/filers?reach=no-address', '/filers?state=conflict&type=judge', '/filers/phone-list?cursor=x'],
    ...['/filers?q=a%22%3Cb&state=unsure', '/log/search?q=gwen', '/log/search?q=g', '/log/search?q=zzz'],
    ...['/phases/follow-up-1/preview', '/phases/launch-day/preview', '/phases/nowhere/preview'],
    ...STATES.map((state) => `/phases/notice-1/preview?state=${state}`),
    ...['/phases/notice-1/release', '/phases/notice-1/cancel'],
  ]);
  await lookAsOps([...MAIN, ...phasePaths(), '/phases/notice-1/preview', version]);
  await otto.post('/filers/phone-list/file');
  await clara.post('/phases/notice-1/test', { state: 'needs-upgrade' });
  await clara.post('/phases/notice-1/test', { filer: '0123456789abcdef' });
}

function nameOf(version: string): string {
  return version.split('/').at(-1)!;
}
