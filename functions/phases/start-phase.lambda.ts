import { z } from 'zod';
import { lambda } from '../shared/entry.client.ts';
import type { Create } from '../shared/runtime.ts';
import { phaseServices } from './services.client.ts';
import { type StartResult, startPhase } from './start-phase.client.ts';

const eventSchema = z.object({ phaseId: z.string(), scheduledFor: z.iso.datetime() });

/** What a phase's schedule calls at its time; Scheduler may call more than once. */
export const create: Create<unknown, StartResult> = (runtime) => {
  const services = phaseServices(runtime);
  return async (event) => {
    const result = await startPhase(eventSchema.parse(event), { startedBy: 'schedule', services });
    if (!result.started) runtime.log.info('phase-not-started', { reason: result.reason });
    return result;
  };
};

export const handler = lambda(create);
