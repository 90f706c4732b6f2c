import { type ToldStore, toldStore } from '../date-change/told.client.ts';
import { type ChunkStore, chunkStore } from '../delivery/chunk.client.ts';
import { type ChunkQueue, chunkQueue } from '../delivery/chunk-queue.client.ts';
import { type GateStore, gateStore } from '../delivery/gate.client.ts';
import { accountQuota, type SendingLimits, sendingLimits } from '../delivery/limits.client.ts';
import { type RunStore, runStore } from '../delivery/run.client.ts';
import { CHUNK_SIZE, type Run } from '../delivery/run.ts';
import { type ReadRunPlan, runPlanReader } from '../delivery/run-plan.client.ts';
import { sesMailer } from '../delivery/ses.client.ts';
import { type LaunchStore, launchStore } from '../launch/launch.client.ts';
import { type RosterStore, rosterStore } from '../roster/roster.client.ts';
import { type CountStore, countStore } from '../send-log/run-counts.client.ts';
import { type SendLogStore, sendLogStore } from '../send-log/send-log.client.ts';
import { type DeliveryClients, deliveryClients } from '../shared/aws.client.ts';
import type { Clock } from '../shared/clock.ts';
import { type EventPublisher, eventPublisher } from '../shared/events.client.ts';
import type { Log } from '../shared/log.ts';
import type { Runtime } from '../shared/runtime.ts';
import { type PhaseStore, phaseStore } from './phase.client.ts';

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
