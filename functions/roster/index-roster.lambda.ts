import { z } from 'zod';
import { launchStore } from '../launch/launch.client.ts';
import { dynamo, s3 } from '../shared/aws.client.ts';
import { lambda } from '../shared/entry.client.ts';
import { queueHandler } from '../shared/queue.ts';
import type { Create, QueueEvent, QueueResult } from '../shared/runtime.ts';
import { type IndexServices, indexRoster, recountReadiness } from './index-roster.client.ts';
import { readinessStore } from './readiness.client.ts';
import { rosterStore } from './roster.client.ts';
import { searchStore, searchWriter } from './search-store.client.ts';

const rosterSchema = z.object({ detail: z.object({ version: z.string().min(1) }) });
const eventSchema = z.object({ 'detail-type': z.string() });

/** Makes a new roster version searchable, and counts readiness; counts it anew when a plan was put in force. */
export const create: Create<QueueEvent, QueueResult> = (runtime) => {
  const { env, clock, log } = runtime;
  const db = dynamo();
  const storage = s3();
  const services: IndexServices = {
    clock,
    log,
    launch: launchStore(env, db),
    roster: rosterStore(runtime, db),
    readiness: readinessStore(env, db),
    search: { ...searchStore(env, storage), ...searchWriter(env, storage) },
  };
  return queueHandler({ log: runtime.log, code: 'index-failed' }, (body) => {
    const event: unknown = JSON.parse(body);
    if (eventSchema.parse(event)['detail-type'] === 'LaunchPlanned') return recountReadiness(services);
    return indexRoster(rosterSchema.parse(event).detail.version, services);
  });
};

export const handler = lambda(create);
