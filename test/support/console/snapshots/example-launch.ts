import { MAIN, passMinute, phasePaths, planOf, playUpdate, playUpdates } from './example-inputs.ts';
import { hiddenIn, type Stage } from './stage.ts';

/** From the second notice, at which everything is held, to the end of the launch, and long lists after it. */
export async function playLaunch(stage: Stage): Promise<void> {
  await heldEverywhere(stage);
  await beforeLaunch(stage);
  await launchDay(stage);
  await followUps(stage);
  await longLists(stage);
}

async function heldEverywhere({ scene, clara, otto, cloud, look }: Stage): Promise<void> {
  scene('10-all-held');
  await cloud.advanceTo('2018-08-23T12:59:00Z');
  await otto.post('/sending/hold', { why: '' });
  await otto.post('/sending/hold', { why: 'The help desk is flooded' });
  await cloud.advanceTo('2018-08-23T13:10:00Z');
  await look(['/', '/phases', '/phases/notice-2', '/phases/notice-2/cancel', '/log']);
  await clara.post('/sending/lift', { why: '', reason: 'person' });
  await clara.post('/sending/lift', { why: 'x', reason: '' });
  await clara.post('/sending/lift', { why: 'They keep up again', reason: 'person' });
  await clara.post('/sending/lift', { why: 'They keep up again', reason: 'person' });
}

async function beforeLaunch(stage: Stage): Promise<void> {
  const { scene, clara, cloud, look, lookAsOps } = stage;
  scene('11-mid-launch');
  await playUpdates(cloud, '2018-09-25T14:00:00Z');
  await look([...MAIN, ...phasePaths(), '/phases/notice-4/release', '/roster/upload?kind=update'], 2);
  await look(['/filers?state=needs-upgrade', '/filers?q=gwen', '/log/search?q=gwen']);
  await lookAsOps([...MAIN, '/phases/notice-4']);
  const basis = hiddenIn(await clara.get('/phases/notice-4/release'));
  await clara.post('/phases/notice-4/release', { ...basis, why: 'Checked', confirm: 'release' });
  await look(['/phases/notice-4', '/phases', '/']);
}

async function launchDay(stage: Stage): Promise<void> {
  const { scene, clara, cloud, look, lookAsOps } = stage;
  scene('12-launch-day');
  const phase = '/phases/launch-day';
  await playUpdates(cloud, '2018-10-22T12:50:00Z');
  await look(['/', '/phases', phase, `${phase}/release`, `${phase}/preview`]);
  await lookAsOps(['/', phase]);
  const basis = hiddenIn(await clara.get(`${phase}/release`));
  await clara.post(`${phase}/release`, { ...basis, why: 'I have filed', confirm: '' });
  await clara.post(`${phase}/release`, { ...basis, why: 'I have filed', confirm: 'release' });
  await cloud.advanceTo('2018-10-22T14:00:00Z');
  await look(['/', '/phases', phase, '/log']);
}

async function followUps(stage: Stage): Promise<void> {
  const { scene, cloud, look } = stage;
  scene('13-progress-stale');
  await cloud.advanceTo('2018-10-24T14:20:00Z');
  await look(['/', '/phases', '/phases/follow-up-1', '/roster']);
  await playUpdate(cloud, '2018-10-24');
  scene('14-held-by-plan');
  await playUpdates(cloud, '2018-10-29T14:20:00Z');
  await look([...MAIN, '/phases/follow-up-1', '/phases/follow-up-2', '/phases/follow-up-2/release']);
  scene('15-all-done');
  await playUpdates(cloud, '2018-12-20T14:20:00Z');
  await look([...MAIN, ...phasePaths(), '/filers?state=linked', '/filers?state=link-failed'], 3);
}

/** Enough of everything for second pages. */
async function longLists({ scene, clara, otto, cloud, look }: Stage): Promise<void> {
  scene('16-long-lists');
  for (let number = 0; number < 11; number++) {
    await cloud.put('inbox/launch/launch.json', planOf({}, { wording: { deadlines: `Version ${number}` } }));
    await cloud.settle();
    await passMinute(cloud);
  }
  for (let number = 0; number < 15; number++) {
    await cloud.put('inbox/update/phones.csv', `user id,phone\ngmoved,212-555-${1000 + number}\n`);
    await cloud.settle();
    await otto.post('/sending/hold', { why: `Try ${number}` });
    await passMinute(cloud);
    await clara.post('/sending/lift', { why: `Try ${number}`, reason: 'person' });
    await passMinute(cloud);
  }
  await look(['/roster', '/plan', '/audit'], 3);
  await clara.post('/sign-out');
}
