import * as z from 'zod';
import { DATE_CHANGE } from '../domain/plan/kinds.ts';
import { lambda } from '../lib/lambda.ts';
import type { Create } from '../lib/runtime.ts';
import { startDateChange } from './date-change/start-date-change.ts';
import { phaseServices } from './services.ts';
import { type StartResult, startPhase } from './start-phase.ts';

const eventSchema = z.object({
  phaseId: z.string(),
  scheduledFor: z.iso.datetime(),
  /** The console calls it after a person's release, which it has recorded. */
  startedBy: z.enum(['schedule', 'person']).default('schedule'),
});

/** What a phase's schedule calls at its time, and the console after a release; both may call more than once. */
export const create: Create<unknown, StartResult> = (runtime) => {
  const services = phaseServices(runtime);
  return async (event) => {
    const { startedBy, ...name } = eventSchema.parse(event);
    const result =
      name.phaseId === DATE_CHANGE
        ? await startDateChange(startedBy, services)
        : await startPhase(name, { startedBy, services });
    if (!result.started) runtime.log.info('phase-not-started', { reason: result.reason });
    return result;
  };
};

/** The Lambda's entry. */
export const handler = lambda(create);
