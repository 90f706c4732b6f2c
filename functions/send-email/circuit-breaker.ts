import type { EventPublisher } from '../aws/event-bus.ts';
import type { GateStore, Hold } from '../aws/send-gate.ts';
import type { Run } from '../domain/run/run.ts';
import type { Log } from '../lib/log.ts';

/** A hold that Crier places by itself. */
export interface Trip extends Hold {
  /** The run that met the trouble; `null`: not known any more. */
  readonly run: Pick<Run, 'runId' | 'phaseId'> | null;
  /** What the log and the event say besides: counts. */
  readonly detail?: Readonly<Record<string, number>>;
}

interface TripServices {
  readonly gate: GateStore;
  readonly log: Log;
  readonly events: EventPublisher;
}

/** Holds a run, or everything, and tells people when that is new. What stops between the two is told by the sweep. */
export async function trip(hold: Trip, services: TripServices): Promise<void> {
  if (await services.gate.trip(hold.scope, hold.reason)) await tellTrip(hold, services);
}

/** Tells people of a hold, and notes that they know: in the other order a crash would leave them without the news. */
export async function tellTrip(
  { scope, reason, run, detail }: Trip,
  { gate, log, events }: TripServices,
): Promise<void> {
  if (scope === 'all') log.error('sending-held', { reason, ...detail });
  else log.error('run-held', { run: scope, reason, ...detail });
  const of = {
    ...(run && { phase: run.phaseId, run: run.runId }),
    ...(scope === 'all' ? { scope } : { run: scope }),
  };
  await events.publish([{ kind: 'PhaseHeld', detail: { ...of, reason, ...detail } }]);
  await gate.told(scope, reason);
}
