import { MAIN } from './example-inputs.ts';
import { hiddenIn, linkIn, type Stage } from './stage.ts';

const RUN = 'notice-1_20180724T130000Z';
const LOG = `/log?run=${RUN}`;
const PHASE = '/phases/notice-1';

/** The first notice, from its release to what happened to it. */
export async function playNotice(stage: Stage): Promise<void> {
  await release(stage);
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
  await clara.post(`${PHASE}/release`, { ...basis, plan: 'x', why: 'Ready', confirm: 'release' });
  await otto.post(`${PHASE}/release`, { ...basis, why: 'Ready', confirm: 'release' });
  await clara.post(`${PHASE}/release`, { ...basis, why: 'Ready', confirm: 'release' });
  await clara.post(`${PHASE}/release`, { ...basis, why: 'Ready', confirm: 'release' });
}

async function afterNotice({ scene, cloud, look, lookAsOps }: Stage): Promise<void> {
  scene('08-after-notice');
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
  scene('09-tried-again');
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
  const { search = '' } = hiddenIn(await clara.browser.open('/log/search?q=gwen'));
  const searched = await clara.post('/log/exports', { search, run: RUN });
  await cloud.settle();
  await look([exported, `${exported}/file`, searched, `${searched}/file`]);
  await otto.post('/log/given-up', { why: '' });
  await otto.post('/log/given-up', { why: 'Nothing there' });
  await cloud.advanceTo('2018-07-24T16:00:00Z');
  await look(['/log', '/audit', failed, stopped]);
}
