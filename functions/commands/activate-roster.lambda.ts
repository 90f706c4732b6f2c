import { auditLog, events, pick, roster } from '../aws/services.ts';
import { rosterDecisionSchema } from '../domain/audit.ts';
import { lambda } from '../lib/lambda.ts';
import type { Create } from '../lib/runtime.ts';
import { applyRosterDecision, type RosterDecisionResult } from './roster-decision.ts';

/** A person activates a version, goes back to an earlier one, or rejects one. */
export const create: Create<unknown, RosterDecisionResult> = (runtime) => {
  const services = pick(runtime, { auditLog, events, roster });
  return async (event, { awsRequestId: requestId }) => {
    const decision = rosterDecisionSchema.safeParse(event);
    if (decision.success) return applyRosterDecision(decision.data, { services, requestId });
    const wrong = decision.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { done: false, reason: `The decision must name action, version, by and why: ${wrong.join('; ')}` };
  };
};

/** What Lambda calls. */
export const handler = lambda(create);
