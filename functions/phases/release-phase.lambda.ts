import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { phasesOf } from '../launch/phases.ts';
import { lambda } from '../shared/entry.client.ts';
import type { Create } from '../shared/runtime.ts';
import { phaseServices } from './services.client.ts';
import { type StartResult, startPhase } from './start-phase.client.ts';

const actSchema = z.object({
  phaseId: z.string().min(1),
  /** Who releases it: a sign-in id, never a name or an address. */
  by: z.string().min(1),
  why: z.string().min(1),
});

export type ReleaseResult = StartResult | { readonly started: false; readonly reason: 'released-ahead' };

/** A person's release of a phase, recorded: "filing is open", a phase by hand, a held or a missed one. */
export const create: Create<unknown, ReleaseResult> = (runtime) => {
  const services = phaseServices(runtime);
  return async (event) => {
    const { phaseId, by, why } = actSchema.parse(event);
    const current = await services.launch.currentPlan();
    if (!current) return { started: false, reason: 'no-plan' };
    const phase = phasesOf(current.plan).find(({ id }) => id === phaseId);
    if (!phase) return { started: false, reason: 'not-in-plan' };
    const now = services.clock.now();
    const name = { phaseId, scheduledFor: phase.at.toInstant().toString() };
    await services.phases.release(name, { by, why, at: now.toString() });
    runtime.log.info('phase-released', { phase: phaseId });
    if (Temporal.Instant.compare(now, name.scheduledFor) < 0) {
      return { started: false, reason: 'released-ahead' };
    }
    return startPhase(name, { startedBy: 'person', services });
  };
};

export const handler = lambda(create);
