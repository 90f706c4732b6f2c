import { chunkStore } from '../aws/chunks.ts';
import { dynamo, s3 } from '../aws/clients.ts';
import { eventPublisher } from '../aws/event-bus.ts';
import { phaseStore } from '../aws/phase-marks.ts';
import { phaseSchedules } from '../aws/phase-schedules.ts';
import { launchStore } from '../aws/plans.ts';
import { runStore } from '../aws/runs.ts';
import { sendLogStore } from '../aws/send-log.ts';
import { uploadOf } from '../domain/upload.ts';
import { ENV, required } from '../lib/env.ts';
import { lambda } from '../lib/lambda.ts';
import { queueHandler } from '../lib/queue-handler.ts';
import type { Create, QueueEvent, QueueResult, Runtime } from '../lib/runtime.ts';
import { type PlanLaunchServices, planLaunch } from './plan-launch.ts';

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
