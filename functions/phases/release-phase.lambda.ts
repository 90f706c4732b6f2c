import { releaseSchema } from '../ops/act.ts';
import { actStore } from '../ops/acts.client.ts';
import { dynamo } from '../shared/aws.client.ts';
import { lambda } from '../shared/entry.client.ts';
import type { Create } from '../shared/runtime.ts';
import { type ReleaseResult, releasePhase } from './release-phase.client.ts';
import { phaseServices } from './services.client.ts';

/** A person's release of a phase: "filing is open", a phase by hand, a held, missed or cancelled one, new dates. */
export const create: Create<unknown, ReleaseResult> = (runtime) => {
  const services = { ...phaseServices(runtime), acts: actStore(runtime.env, dynamo()) };
  return (event, { awsRequestId: requestId }) =>
    releasePhase(releaseSchema.parse(event), { services, requestId });
};

export const handler = lambda(create);
