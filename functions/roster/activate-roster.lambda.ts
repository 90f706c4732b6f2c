import { rosterActSchema } from '../ops/act.ts';
import { actStore } from '../ops/acts.client.ts';
import { dynamo } from '../shared/aws.client.ts';
import { lambda } from '../shared/entry.client.ts';
import { eventPublisher } from '../shared/events.client.ts';
import type { Create } from '../shared/runtime.ts';
import { actOnRoster } from './act-on-roster.client.ts';
import type { ActResult } from './active-roster.ts';
import { rosterStore } from './roster.client.ts';

/** A person activates a version, goes back to an earlier one, or rejects one. */
export const create: Create<unknown, ActResult> = (runtime) => {
  const { env, clock, log } = runtime;
  const db = dynamo();
  const events = eventPublisher(runtime);
  const services = { clock, log, events, roster: rosterStore(runtime, db), acts: actStore(env, db) };
  return async (event, { awsRequestId: requestId }) => {
    const decision = rosterActSchema.safeParse(event);
    if (decision.success) return actOnRoster(decision.data, { services, requestId });
    const wrong = decision.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { done: false, reason: `The decision must name action, version, by and why: ${wrong.join('; ')}` };
  };
};

export const handler = lambda(create);
