import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as PreparedChanges from '../../functions/date-change/prepare-date-change.client.ts';
import type * as SweptChanges from '../../functions/date-change/sweep-date-change.client.ts';
import type * as ChunkStores from '../../functions/delivery/chunk.client.ts';
import type * as ChunkSenders from '../../functions/delivery/chunk-sender.client.ts';
import type * as GateStores from '../../functions/delivery/gate.client.ts';
import type * as RunStores from '../../functions/delivery/run.client.ts';
import type * as Runs from '../../functions/delivery/run.ts';
import type * as Senders from '../../functions/delivery/send-chunk.client.ts';
import type * as SendServices from '../../functions/delivery/services.client.ts';
import type * as Trips from '../../functions/delivery/trip.client.ts';
import type * as Feedback from '../../functions/feedback/record-feedback.lambda.ts';
import type * as Launches from '../../functions/launch/launch.client.ts';
import type * as Syncing from '../../functions/launch/sync-launch.client.ts';
import type * as Acts from '../../functions/ops/acts.client.ts';
import type * as Holding from '../../functions/ops/hold.client.ts';
import type * as Retrying from '../../functions/ops/retry.client.ts';
import type * as Releases from '../../functions/phases/release-phase.client.ts';
import type * as PhaseServices from '../../functions/phases/services.client.ts';
import type * as Starters from '../../functions/phases/start-phase.client.ts';
import type * as LogReaders from '../../functions/send-log/log-reader.client.ts';
import type * as Recounts from '../../functions/send-log/recount.client.ts';
import type * as SendLogs from '../../functions/send-log/send-log.client.ts';
import type * as Statuses from '../../functions/send-log/status.ts';
import type * as Aws from '../../functions/shared/aws.client.ts';
import type * as Resends from '../../functions/sweep/resend-unknown.client.ts';
import type * as SweepPhases from '../../functions/sweep/sweep-phases.client.ts';
import type * as SweepRuns from '../../functions/sweep/sweep-runs.client.ts';
import type * as HoldTellers from '../../functions/sweep/tell-holds.client.ts';

/** The functions under test: the project's own, or a copy of them with a mutation. */
export interface Pipeline {
  readonly aws: typeof Aws;
  readonly chunks: typeof ChunkStores;
  readonly gates: typeof GateStores;
  readonly runs: typeof Runs & typeof RunStores;
  readonly dateChange: typeof PreparedChanges & typeof SweptChanges;
  readonly senders: typeof ChunkSenders & typeof Senders & typeof SendServices & typeof Trips;
  readonly feedback: typeof Feedback;
  readonly launches: typeof Launches & typeof Syncing;
  readonly ops: typeof Acts & typeof Holding & typeof Retrying;
  readonly phases: typeof PhaseServices & typeof Releases & typeof Starters;
  readonly sendLog: typeof LogReaders & typeof Recounts & typeof SendLogs & typeof Statuses;
  readonly sweep: typeof Resends & typeof SweepPhases & typeof SweepRuns & typeof HoldTellers;
}

/** Loads the functions from a folder. @param folder Path of `functions/` or of a mutated copy. */
export async function loadPipeline(folder = 'functions'): Promise<Pipeline> {
  const load = async (...files: string[]) =>
    Object.assign(
      {},
      ...(await Promise.all(files.map((file) => import(pathToFileURL(resolve(folder, file)).href)))),
    );
  return {
    aws: await load('shared/aws.client.ts'),
    chunks: await load('delivery/chunk.client.ts'),
    gates: await load('delivery/gate.client.ts'),
    runs: await load('delivery/run.ts', 'delivery/run.client.ts'),
    dateChange: await load(
      'date-change/prepare-date-change.client.ts',
      'date-change/sweep-date-change.client.ts',
    ),
    senders: await load(
      'delivery/chunk-sender.client.ts',
      'delivery/send-chunk.client.ts',
      'delivery/services.client.ts',
      'delivery/trip.client.ts',
    ),
    feedback: await load('feedback/record-feedback.lambda.ts'),
    launches: await load('launch/launch.client.ts', 'launch/sync-launch.client.ts'),
    ops: await load('ops/acts.client.ts', 'ops/hold.client.ts', 'ops/retry.client.ts'),
    phases: await load(
      'phases/release-phase.client.ts',
      'phases/services.client.ts',
      'phases/start-phase.client.ts',
    ),
    sendLog: await load(
      'send-log/log-reader.client.ts',
      'send-log/recount.client.ts',
      'send-log/send-log.client.ts',
      'send-log/status.ts',
    ),
    sweep: await load(
      'sweep/resend-unknown.client.ts',
      'sweep/sweep-phases.client.ts',
      'sweep/sweep-runs.client.ts',
      'sweep/tell-holds.client.ts',
    ),
  };
}
