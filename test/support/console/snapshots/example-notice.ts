import { MAIN } from './example-inputs.ts';
import { hiddenIn, linkIn, type Stage } from './stage.ts';

const RUN = 'notice-1_20180724T130000Z';
const LOG = `/log?run=${RUN}`;
const PHASE = '/phases/notice-1';

/** The first notice, from its release to what became of it. */
export async function playNotice(stage: Stage): Promise<void> {
  await release(stage);
  await sending(stage);
  await heldRun(stage);
  await afterNotice(stage);
  await triedAgain(stage);
}

async function release({ scene, clara, otto, cloud, look, lookAsOps }: Stage): Promise<void> {
  scene('07-waits-for-release');
  await cloud.advanceTo('2018-07-24T13:05:00Z');
  await look(['/', '/phases', PHASE, `${PHASE}/release`]);
  await lookAsOps(['/', '/phases', PHASE, `${PHASE}/release`]);
  const basis = hiddenIn(await clara.get(`${PHASE}/release`));
  await clara.post(`${PHASE}/release`, { ...basis, why: '', confirm: '' });
  await clara.post(`${PHASE}/release`, { ...basis, why: 'Ready', confirm: 'notice-2' });
  await clara.post(`${PHASE}/release`, { ...basis, plan: 'x', why: 'Ready', confirm: 'notice-1' });
  await otto.post(`${PHASE}/release`, { ...basis, why: 'Ready', confirm: 'notice-1' });
  await clara.post(`${PHASE}/release`, { ...basis, why: 'Ready', confirm: 'notice-1' });
  await clara.post(`${PHASE}/release`, { ...basis, why: 'Ready', confirm: 'notice-1' });
}

async function sending({ scene, otto, cloud, look, lookAsOps }: Stage): Promise<void> {
  scene('08-sending');
  cloud.sesLimits.maxSendRate = 1;
  await cloud.advanceTo('2018-07-24T13:07:00Z');
  await look(['/', '/phases', PHASE, '/log', LOG, `${PHASE}/cancel`]);
  await cloud.advanceTo('2018-07-24T13:07:30Z');
  await look([PHASE, `${LOG}&status=waiting`]);
  await lookAsOps([PHASE, `${PHASE}/cancel`, LOG]);
  await otto.post(`${PHASE}/hold`, { run: RUN, why: '' });
  await otto.post(`${PHASE}/hold`, { run: 'x', why: 'x' });
  await otto.post(`${PHASE}/hold`, { run: RUN, why: 'The help desk is flooded' });
}

async function heldRun({ scene, clara, cloud, look, lookAsOps }: Stage): Promise<void> {
  scene('09-run-held');
  await cloud.advanceTo('2018-07-24T13:08:00Z');
  await look(['/', '/phases', PHASE, '/log', '/audit', `${PHASE}/cancel`]);
  await lookAsOps(['/', PHASE]);
  await clara.post(`${PHASE}/cancel`, { run: RUN, why: '', confirm: 'x' });
  await clara.post(`${PHASE}/lift`, { run: RUN, why: '', reason: 'person' });
  await clara.post(`${PHASE}/lift`, { run: RUN, why: 'They keep up', reason: 'other' });
  await clara.post(`${PHASE}/lift`, { run: RUN, why: 'They keep up', reason: 'person' });
  cloud.sesLimits.maxSendRate = 14;
}

async function afterNotice({ scene, cloud, look, lookAsOps }: Stage): Promise<void> {
  scene('10-after-notice');
  await cloud.advanceTo('2018-07-24T15:30:00Z');
  await look([...MAIN, PHASE, '/log/attention', LOG], 4);
  for (const status of ['failed', 'unknown', 'bounced', 'complained', 'skipped', 'delivered']) {
    await look([`${LOG}&status=${status}`], 5);
  }
  await look([
    ...[
      '/filers?reach=suppressed',
      `${LOG}&state=needs-upgrade`,
      `${LOG}&cursor=x`,
      '/log/attention?cursor=x',
    ],
    ...[
      '/log/search?q=gwen',
      '/log/search?q=exa&status=failed',
      `/log/search?q=gwen&run=${RUN}&state=linked`,
    ],
  ]);
  await lookAsOps([...MAIN, PHASE, LOG]);
}

async function triedAgain({ scene, clara, otto, cloud, look }: Stage): Promise<void> {
  scene('11-tried-again');
  const failed = linkIn(await clara.get(`${LOG}&status=failed`), `/log/${RUN}/`);
  await otto.post(`${failed}/retry`, { why: ' ' });
  await otto.post(`${failed}/retry`, { why: 'The address is verified again' });
  await otto.post(`/log/${RUN}/retry`, { why: '' });
  await otto.post(`/log/${RUN}/retry`, { why: 'All of them' });
  const stopped = linkIn(await clara.get('/filers?reach=suppressed'), '/filers/');
  await otto.post(`${stopped}/unsuppress`, { why: '' });
  await otto.post(`${stopped}/unsuppress`, { why: 'They have called us' });
  await otto.post(`${stopped}/unsuppress`, { why: 'They have called us' });
  const exported = await otto.post('/log/exports', { run: RUN, status: 'bounced' });
  const searched = await clara.post('/log/exports', { q: 'gwen', run: RUN });
  await cloud.settle();
  await look([exported, `${exported}/file`, searched, `${searched}/file`]);
  await otto.post('/log/given-up', { why: '' });
  await otto.post('/log/given-up', { why: 'Nothing there' });
  await cloud.advanceTo('2018-07-24T16:00:00Z');
  await look(['/log', '/audit', failed, stopped]);
}
