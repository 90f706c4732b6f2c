import { chunkStore } from '../delivery/chunk.client.ts';
import { runStore } from '../delivery/run.client.ts';
import { phaseStore } from '../phases/phase.client.ts';
import { sendLogStore } from '../send-log/send-log.client.ts';
import { dynamo, s3 } from '../shared/aws.client.ts';
import { lambda } from '../shared/entry.client.ts';
import { ENV, required } from '../shared/env.ts';
import { eventPublisher } from '../shared/events.client.ts';
import { queueHandler } from '../shared/queue.ts';
import type { Create, QueueEvent, QueueResult, Runtime } from '../shared/runtime.ts';
import { uploadOf } from '../shared/upload.ts';
import { launchStore } from './launch.client.ts';
import { type PlanLaunchServices, planLaunch } from './plan-launch.client.ts';
import { phaseSchedules } from './schedules.client.ts';

/** Takes uploaded launch plans. One that fails comes back with its message. */
export const create: Create<QueueEvent, QueueResult> = (runtime) => {
  const services = servicesOf(runtime);
  return queueHandler({ log: runtime.log, code: 'plan-launch-failed' }, (body) =>
    planLaunch(uploadOf(body), services),
  );
};

export const handler = lambda(create);

function servicesOf(runtime: Runtime): PlanLaunchServices {
  const { env, clock, log } = runtime;
  const db = dynamo();
  return {
    clock,
    log,
    launchName: required(env, ENV.launchName),
    launch: launchStore(env, db),
    runs: runStore(env, db),
    chunks: chunkStore(env, db),
    sendLog: sendLogStore(runtime, db),
    phases: phaseStore(env, db),
    schedules: phaseSchedules(runtime),
    events: eventPublisher(runtime),
    s3: s3(),
  };
}
