import type { SendingLimits } from '../domain/run/rate.ts';
import { CHUNK_SIZE, type Run } from '../domain/run/run.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Runtime } from '../lib/runtime.ts';
import { type ToldStore, toldStore } from './announced-dates.ts';
import { type ChunkQueue, chunkQueue } from './chunk-queue.ts';
import { type ChunkStore, chunkStore } from './chunks.ts';
import { type DeliveryClients, deliveryClients } from './clients.ts';
import { type EventPublisher, eventPublisher } from './event-bus.ts';
import { type PhaseStore, phaseStore } from './phase-marks.ts';
import { type ReadRunPlan, runPlanReader } from './plan-cache.ts';
import { type LaunchStore, launchStore } from './plans.ts';
import { type RosterStore, rosterStore } from './rosters.ts';
import { type CountStore, countStore } from './run-counts.ts';
import { type RunStore, runStore } from './runs.ts';
import { type GateStore, gateStore } from './send-gate.ts';
import { type SendLogStore, sendLogStore } from './send-log.ts';
import { accountQuota, sendingLimits } from './sending-limits.ts';
import { sesMailer } from './ses.ts';

/** What starting a phase needs, and going on with it. */
export interface PhaseServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly launch: LaunchStore;
  readonly planOf: ReadRunPlan;
  readonly roster: RosterStore;
  readonly phases: PhaseStore;
  readonly runs: RunStore;
  readonly chunks: ChunkStore;
  readonly gate: GateStore;
  readonly queue: ChunkQueue;
  readonly sendLog: SendLogStore;
  readonly counts: CountStore;
  readonly told: ToldStore;
  readonly events: EventPublisher;
  /** How many filers a chunk holds. */
  readonly chunkSize: number;
  readonly limits: (run: Pick<Run, 'planVersion'>) => Promise<SendingLimits>;
}

export function phaseServices(
  runtime: Runtime,
  { db, ses, sqs, eventBridge }: DeliveryClients = deliveryClients(),
): PhaseServices {
  const { env, clock, log } = runtime;
  const launch = launchStore(env, db);
  const planOf = runPlanReader(launch);
  const gate = gateStore(env, db);
  return {
    clock,
    log,
    launch,
    planOf,
    gate,
    chunkSize: CHUNK_SIZE,
    roster: rosterStore(runtime, db),
    phases: phaseStore(env, db),
    runs: runStore(env, db, gate),
    chunks: chunkStore(env, db),
    queue: chunkQueue(runtime, sqs),
    sendLog: sendLogStore(runtime, db),
    counts: countStore(env, db),
    told: toldStore(env, db),
    events: eventPublisher(runtime, eventBridge),
    limits: sendingLimits({ quota: accountQuota({ clock, mailer: sesMailer(env, ses) }), planOf }),
  };
}
