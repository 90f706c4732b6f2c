import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Runtime } from '../lib/runtime.ts';
import { type ToldStore, toldStore } from './announced-dates.ts';
import { type ActStore, actStore } from './audit-log.ts';
import { type ChunkQueue, chunkQueue } from './chunk-queue.ts';
import { type ChunkStore, chunkStore } from './chunks.ts';
import { dynamo, sqs } from './clients.ts';
import { type DeadLetterQueues, deadLetterQueues } from './dead-letters.ts';
import { type PhaseStore, phaseStore } from './phase-marks.ts';
import { type ReadRunPlan, runPlanReader } from './plan-cache.ts';
import { type LaunchStore, launchStore } from './plans.ts';
import { type RosterStore, rosterStore } from './rosters.ts';
import { type RunStore, runStore } from './runs.ts';
import { type GateStore, gateStore } from './send-gate.ts';
import { type SendLogStore, sendLogStore } from './send-log.ts';
import { type SuppressionStore, suppressionStore } from './suppressions.ts';

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
