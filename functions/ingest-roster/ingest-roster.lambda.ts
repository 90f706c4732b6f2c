import { actStore } from '../aws/audit-log.ts';
import { dynamo, s3 } from '../aws/clients.ts';
import { eventPublisher } from '../aws/event-bus.ts';
import { inboxOf } from '../aws/inbox.ts';
import { launchStore } from '../aws/plans.ts';
import { rosterWriter } from '../aws/roster-writer.ts';
import { rosterStore } from '../aws/rosters.ts';
import { uploadOf } from '../domain/upload.ts';
import { lambda } from '../lib/lambda.ts';
import { queueHandler } from '../lib/queue-handler.ts';
import type { Create, QueueEvent, QueueResult, Runtime } from '../lib/runtime.ts';
import { type IngestServices, ingest } from './ingest.ts';

/** Takes uploaded rosters and updates in. One that fails comes back with its message, and goes on where it stopped. */
export const create: Create<QueueEvent, QueueResult> = (runtime) => {
  const services = servicesOf(runtime);
  return queueHandler({ log: runtime.log, code: 'roster-failed' }, (body) =>
    ingest(uploadOf(body), services),
  );
};

export const handler = lambda(create);

function servicesOf(runtime: Runtime): IngestServices {
  const { env, clock, log } = runtime;
  const db = dynamo();
  return {
    clock,
    log,
    launch: launchStore(env, db),
    roster: rosterStore(runtime, db),
    writer: rosterWriter(runtime, db),
    inbox: inboxOf(s3()),
    events: eventPublisher(runtime),
    acts: actStore(env, db),
  };
}
