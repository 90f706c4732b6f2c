import { hiddenIn, type Stage } from './stage.ts';

const RUN = 'notice-2_20180823T130000Z';
const PHASE = '/phases/notice-2';
const LOG = `/log?run=${RUN}`;

/** A slow run, which is held, continues, is canceled, and is released again. */
export async function playRuns(stage: Stage): Promise<void> {
  await sending(stage);
  await held(stage);
  await cancelled(stage);
}

async function sending({ scene, clara, otto, cloud, look, lookAsOps }: Stage): Promise<void> {
  scene('04-sending');
  cloud.sesLimits.maxSendRate = 1;
  await cloud.advanceTo('2018-08-23T13:05:00Z');
  const basis = hiddenIn(await clara.get(`${PHASE}/release`));
  await clara.post(`${PHASE}/release`, { ...basis, why: 'Ready', confirm: 'release' });
  await cloud.advanceTo('2018-08-23T13:05:08Z');
  await look(['/', '/phases', PHASE, '/log', LOG, `${PHASE}/cancel`]);
  await cloud.advanceTo('2018-08-23T13:05:14Z');
  await look([PHASE, `${LOG}&status=waiting`]);
  await lookAsOps([PHASE, `${PHASE}/cancel`, LOG]);
  await otto.post(`${PHASE}/hold`, { run: RUN, why: '' });
  await otto.post(`${PHASE}/hold`, { run: 'x', why: 'x' });
  await otto.post(`${PHASE}/hold`, { run: RUN, why: 'The help desk is flooded' });
}

async function held({ scene, clara, cloud, look, lookAsOps }: Stage): Promise<void> {
  scene('05-run-held');
  await cloud.advanceTo('2018-08-23T13:06:00Z');
  await look(['/', '/phases', PHASE, '/log', '/audit', `${PHASE}/cancel`]);
  await lookAsOps(['/', PHASE]);
  await clara.post(`${PHASE}/cancel`, { run: RUN, why: '', confirm: 'x' });
  await clara.post(`${PHASE}/lift`, { run: RUN, why: '', reason: 'person' });
  await clara.post(`${PHASE}/lift`, { run: RUN, why: 'They keep up', reason: 'other' });
  await clara.post(`${PHASE}/lift`, { run: RUN, why: 'They keep up', reason: 'person' });
}

async function cancelled({ scene, clara, cloud, look }: Stage): Promise<void> {
  scene('06-cancelled');
  await cloud.advanceTo('2018-08-23T13:06:05Z');
  await clara.post(`${PHASE}/cancel`, { run: RUN, why: 'Wrong date in it', confirm: '' });
  await clara.post(`${PHASE}/cancel`, { run: RUN, why: 'Wrong date in it', confirm: 'cancel' });
  await cloud.advanceTo('2018-08-23T13:30:00Z');
  await look(['/', '/phases', PHASE, '/log', LOG, `${LOG}&status=skipped`, '/audit']);
  const basis = hiddenIn(await clara.get(`${PHASE}/release`));
  await clara.post(`${PHASE}/release`, { ...basis, why: 'Once more', confirm: 'release' });
  cloud.sesLimits.maxSendRate = 14;
  await cloud.advanceTo('2018-08-23T15:30:00Z');
  await look([PHASE, '/log', '/phases']);
}
