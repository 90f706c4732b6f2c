import { pick } from '../aws/pick.ts';
import { auditLog, events, roster, rosterInbox } from '../aws/services.ts';
import { rosterDecisionSchema } from '../domain/command.ts';
import { lambda } from '../lib/lambda.ts';
import type { Create } from '../lib/runtime.ts';
import { keepKnown } from './keep-known.ts';
import { applyRosterDecision, type RosterDecisionResult } from './roster-decision.ts';

/**
 * A person activates a version, goes back to an earlier one, rejects one, or has its file read again keeping what was
 * known.
 */
export const create: Create<unknown, RosterDecisionResult> = (runtime) => {
  const services = pick(runtime, { auditLog, events, roster, rosterInbox });
  return async (event, { awsRequestId: requestId }) => {
    const decision = rosterDecisionSchema.safeParse(event);
    if (!decision.success) {
      const wrong = decision.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
      return {
        done: false,
        reason: `The decision must name action, version, by and why: ${wrong.join('; ')}`,
      };
    }
    const { action, ...rest } = decision.data;
    const context = { services, requestId };
    return action === 'keep' ? keepKnown(rest, context) : applyRosterDecision({ action, ...rest }, context);
  };
};

/** What Lambda calls. */
export const handler = lambda(create);
