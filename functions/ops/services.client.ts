import { type ToldStore, toldStore } from '../date-change/told.client.ts';
import { type ChunkStore, chunkStore } from '../delivery/chunk.client.ts';
import { type ChunkQueue, chunkQueue } from '../delivery/chunk-queue.client.ts';
import { type GateStore, gateStore } from '../delivery/gate.client.ts';
import { type RunStore, runStore } from '../delivery/run.client.ts';
import { type ReadRunPlan, runPlanReader } from '../delivery/run-plan.client.ts';
import { type SuppressionStore, suppressionStore } from '../feedback/suppression.client.ts';
import { type LaunchStore, launchStore } from '../launch/launch.client.ts';
import { type PhaseStore, phaseStore } from '../phases/phase.client.ts';
import { type RosterStore, rosterStore } from '../roster/roster.client.ts';
import { type SendLogStore, sendLogStore } from '../send-log/send-log.client.ts';
import { dynamo, sqs } from '../shared/aws.client.ts';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import type { Runtime } from '../shared/runtime.ts';
import { type ActStore, actStore } from './acts.client.ts';
import { type DeadLetterQueues, deadLetterQueues } from './dead-letters.client.ts';

/** What people's acts and questions need. */
export interface OpsServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly launch: LaunchStore;
  readonly planOf: ReadRunPlan;
  readonly roster: RosterStore;
  readonly runs: RunStore;
  readonly chunks: ChunkStore;
  readonly gate: GateStore;
  readonly queue: ChunkQueue;
  readonly sendLog: SendLogStore;
  readonly phases: PhaseStore;
  readonly told: ToldStore;
  readonly suppression: SuppressionStore;
  readonly acts: ActStore;
  readonly deadLetters: DeadLetterQueues;
}

export function opsServices(runtime: Runtime): OpsServices {
  const { env, clock, log } = runtime;
  const db = dynamo();
  const queues = sqs();
  const launch = launchStore(env, db);
  const gate = gateStore(env, db);
  return {
    clock,
    log,
    launch,
    gate,
    planOf: runPlanReader(launch),
    roster: rosterStore(runtime, db),
    runs: runStore(env, db, gate),
    chunks: chunkStore(env, db),
    queue: chunkQueue(runtime, queues),
    sendLog: sendLogStore(runtime, db),
    phases: phaseStore(env, db),
    told: toldStore(env, db),
    suppression: suppressionStore(runtime, db),
    acts: actStore(env, db),
    deadLetters: deadLetterQueues(env, queues),
  };
}
