import * as z from 'zod';
import type { StartResult } from '../aws/start-phase.ts';
import { lambda } from '../lib/lambda.ts';
import type { Create } from '../lib/runtime.ts';
import { phaseServices } from './services.ts';
import { startByName } from './start-by-name.ts';

const eventSchema = z.object({
  phaseId: z.string(),
  scheduledFor: z.iso.datetime(),
  /** The console and ReleasePhase call it after a person's release, which they have recorded; the sweep, for announcements. */
  startedBy: z.enum(['schedule', 'person', 'sweep']).default('schedule'),
});

/** What a phase's schedule calls at its time, and others after a release; each may call more than once. */
export const create: Create<unknown, StartResult> = (runtime) => {
  const services = phaseServices(runtime);
  return async (event) => {
    const { startedBy, ...name } = eventSchema.parse(event);
    const result = await startByName(name, { startedBy, services });
    if (!result.started) runtime.log.info('phase-not-started', { reason: result.reason });
    return result;
  };
};

/** The Lambda's entry. */
export const handler = lambda(create);
