import { pick } from '../aws/pick.ts';
import { auditLog, startNow } from '../aws/services.ts';
import { releaseSchema } from '../domain/command.ts';
import { lambda } from '../lib/lambda.ts';
import type { Create } from '../lib/runtime.ts';
import { PHASE_SERVICES } from '../start-phase/services.ts';
import { type ReleaseResult, releasePhase } from './release-phase.ts';

/** A person's release of a phase: "filing is open", a phase by hand, a held, missed or canceled one, new dates. */
export const create: Create<unknown, ReleaseResult> = (runtime) => {
  const services = pick(runtime, { ...PHASE_SERVICES, auditLog, startNow });
  return (event, { awsRequestId: requestId }) =>
    releasePhase(releaseSchema.parse(event), { services, requestId });
};

/** What Lambda calls. */
export const handler = lambda(create);
