import { actStore } from '../aws/audit-log.ts';
import { dynamo } from '../aws/clients.ts';
import { eventPublisher } from '../aws/event-bus.ts';
import { rosterStore } from '../aws/rosters.ts';
import { rosterActSchema } from '../domain/audit.ts';
import type { ActResult } from '../domain/roster/activation.ts';
import { lambda } from '../lib/lambda.ts';
import type { Create } from '../lib/runtime.ts';
import { actOnRoster } from './act-on-roster.ts';

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
