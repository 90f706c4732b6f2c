import { z } from 'zod';
import { dynamo } from '../shared/aws.client.ts';
import { lambda } from '../shared/entry.client.ts';
import { eventPublisher } from '../shared/events.client.ts';
import type { Create } from '../shared/runtime.ts';
import { actOnRoster } from './act-on-roster.client.ts';
import type { ActResult } from './active-roster.ts';
import { rosterStore } from './roster.client.ts';

const decisionSchema = z.strictObject({
  action: z.enum(['activate', 'reject']),
  version: z.string().min(1),
  by: z.string().trim().min(1),
  why: z.string().trim().min(1),
});

/** A person activates a version, goes back to an earlier one, or rejects one. */
export const create: Create<unknown, ActResult> = (runtime) => {
  const { env, clock, log } = runtime;
  const services = { clock, log, roster: rosterStore(env, dynamo()), events: eventPublisher(runtime) };
  return async (event) => {
    const decision = decisionSchema.safeParse(event);
    if (decision.success) return actOnRoster(decision.data, services);
    const wrong = decision.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { done: false, reason: `The decision must name action, version, by and why: ${wrong.join('; ')}` };
  };
};

export const handler = lambda(create);
