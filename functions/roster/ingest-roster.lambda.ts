import { inboxOf } from '../inbox/inbox.client.ts';
import { launchStore } from '../launch/launch.client.ts';
import { actStore } from '../ops/acts.client.ts';
import { dynamo, s3 } from '../shared/aws.client.ts';
import { lambda } from '../shared/entry.client.ts';
import { eventPublisher } from '../shared/events.client.ts';
import { queueHandler } from '../shared/queue.ts';
import type { Create, QueueEvent, QueueResult, Runtime } from '../shared/runtime.ts';
import { uploadOf } from '../shared/upload.ts';
import { type IngestServices, ingest } from './ingest.client.ts';
import { rosterStore } from './roster.client.ts';
import { rosterWriter } from './roster-writer.client.ts';

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
