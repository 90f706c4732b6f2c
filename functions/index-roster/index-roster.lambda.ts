import { z } from 'zod';
import { dynamo, s3 } from '../aws/clients.ts';
import { launchStore } from '../aws/plans.ts';
import { readinessStore } from '../aws/readiness.ts';
import { rosterStore } from '../aws/rosters.ts';
import { searchStore, searchWriter } from '../aws/search-index.ts';
import { lambda } from '../lib/lambda.ts';
import { queueHandler } from '../lib/queue-handler.ts';
import type { Create, QueueEvent, QueueResult } from '../lib/runtime.ts';
import { type IndexServices, indexRoster, recountReadiness } from './index-roster.ts';

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
