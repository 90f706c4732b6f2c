import * as z from 'zod';
import { pick } from '../aws/pick.ts';
import {
  mailboxMarks,
  plans,
  readiness,
  retrySoon,
  roster,
  search,
  searchWriter,
  suppressedNow,
} from '../aws/services.ts';
import { lambda } from '../lib/lambda.ts';
import { queueHandler } from '../lib/queue-handler.ts';
import type { Create, QueueEvent, QueueResult } from '../lib/runtime.ts';
import { indexRoster, recountReadiness } from './index-roster.ts';

const rosterSchema = z.object({ detail: z.object({ version: z.string().min(1) }) });
const eventSchema = z.object({ 'detail-type': z.string() });

/**
 * Makes a new roster version searchable, counts its readiness and lists whom to call; counts and lists again when a plan
 * was activated.
 */
export const create: Create<QueueEvent, QueueResult> = (runtime) => {
  const picked = { mailboxMarks, plans, readiness, roster, search, searchWriter, suppressedNow, retrySoon };
  const services = pick(runtime, picked);
  return queueHandler({ log: runtime.log, code: 'index-failed', retrySoon: services.retrySoon }, (body) => {
    const event: unknown = JSON.parse(body);
    if (eventSchema.parse(event)['detail-type'] === 'LaunchPlanned') return recountReadiness(services);
    return indexRoster(rosterSchema.parse(event).detail.version, services);
  });
};

/** What Lambda calls. */
export const handler = lambda(create);
