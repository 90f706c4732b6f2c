import type { Clients } from '../aws/clients.ts';
import { type Picked, pick } from '../aws/pick.ts';
import {
  chunkSize,
  chunks,
  counts,
  events,
  frozenAudiences,
  gate,
  limits,
  oneOffs,
  phaseMarks,
  planOf,
  plans,
  queue,
  roster,
  runs,
  sendLog,
} from '../aws/services.ts';
import type { Runtime } from '../lib/runtime.ts';

/** What starting a phase needs, and resuming it. */
export const PHASE_SERVICES = {
  chunkSize,
  chunks,
  counts,
  events,
  frozenAudiences,
  gate,
  oneOffs,
  plans,
  limits,
  phaseMarks,
  planOf,
  queue,
  roster,
  runs,
  sendLog,
};
/** The services of {@link PHASE_SERVICES}. */
export type PhaseServices = Picked<keyof typeof PHASE_SERVICES>;

/** Builds what starting a phase needs. @param clients Clients instead of the SDK's own, for tests. */
export function phaseServices(runtime: Runtime, clients?: Partial<Clients>): PhaseServices {
  return pick(runtime, PHASE_SERVICES, clients);
}
