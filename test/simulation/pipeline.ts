import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Acts from '../../functions/aws/audit-log.ts';
import type * as ChunkStores from '../../functions/aws/chunks.ts';
import type * as Aws from '../../functions/aws/clients.ts';
import type * as OneOffStores from '../../functions/aws/one-offs.ts';
import type * as Launches from '../../functions/aws/plans.ts';
import type * as RunStores from '../../functions/aws/runs.ts';
import type * as GateStores from '../../functions/aws/send-gate.ts';
import type * as SendLogs from '../../functions/aws/send-log.ts';
import type * as LogReaders from '../../functions/aws/send-log-reader.ts';
import type * as Holding from '../../functions/commands/hold.ts';
import type * as Releases from '../../functions/commands/release-phase.ts';
import type * as Retrying from '../../functions/commands/retry.ts';
import type * as Facts from '../../functions/domain/plan/stated-facts.ts';
import type * as Names from '../../functions/domain/run/announcement.ts';
import type * as OneOffs from '../../functions/domain/run/one-off.ts';
import type * as Runs from '../../functions/domain/run/run.ts';
import type * as Statuses from '../../functions/domain/send/status.ts';
import type * as Syncing from '../../functions/plan-launch/sync-launch.ts';
import type * as Recounts from '../../functions/queries/recount.ts';
import type * as Feedback from '../../functions/record-feedback/record-feedback.lambda.ts';
import type * as ChunkSenders from '../../functions/send-email/chunk-sender.ts';
import type * as Trips from '../../functions/send-email/circuit-breaker.ts';
import type * as Senders from '../../functions/send-email/send-chunk.ts';
import type * as SendServices from '../../functions/send-email/services.ts';
import type * as PhaseServices from '../../functions/start-phase/services.ts';
import type * as NamedStarters from '../../functions/start-phase/start-by-name.ts';
import type * as Starters from '../../functions/start-phase/start-phase.ts';
import type * as HoldTellers from '../../functions/sweep/notify-holds.ts';
import type * as Resends from '../../functions/sweep/resend-unknown.ts';
import type * as Seeing from '../../functions/sweep/seen.ts';
import type * as SweptChanges from '../../functions/sweep/sweep-announcements.ts';
import type * as SweepPhases from '../../functions/sweep/sweep-phases.ts';
import type * as SweepRuns from '../../functions/sweep/sweep-runs.ts';

/** The functions under test: the project's own, or a copy of them with a mutation. */
export interface Pipeline {
  readonly aws: typeof Aws;
  readonly chunks: typeof ChunkStores;
  readonly gates: typeof GateStores;
  readonly oneOffs: typeof OneOffStores;
  readonly runs: typeof Facts & typeof Names & typeof OneOffs & typeof Runs & typeof RunStores;
  readonly announcements: typeof SweptChanges;
  readonly senders: typeof ChunkSenders & typeof Senders & typeof SendServices & typeof Trips;
  readonly feedback: typeof Feedback;
  readonly launches: typeof Launches & typeof Syncing;
  readonly ops: typeof Acts & typeof Holding & typeof Retrying;
  readonly phases: typeof NamedStarters & typeof PhaseServices & typeof Releases & typeof Starters;
  readonly sendLog: typeof LogReaders & typeof Recounts & typeof SendLogs & typeof Statuses;
  readonly sweep: typeof Resends & typeof Seeing & typeof SweepPhases & typeof SweepRuns & typeof HoldTellers;
}

/** Loads the functions from a folder. @param folder Path of `functions/` or of a mutated copy. */
export async function loadPipeline(folder = 'functions'): Promise<Pipeline> {
  const load = async (...files: string[]) =>
    Object.assign(
      {},
      ...(await Promise.all(files.map((file) => import(pathToFileURL(resolve(folder, file)).href)))),
    );
  return {
    aws: await load('aws/clients.ts'),
    chunks: await load('aws/chunks.ts'),
    gates: await load('aws/send-gate.ts'),
    oneOffs: await load('aws/one-offs.ts'),
    runs: await load(
      'domain/run/run.ts',
      'domain/run/announcement.ts',
      'domain/run/one-off.ts',
      'domain/plan/stated-facts.ts',
      'aws/runs.ts',
    ),
    announcements: await load('sweep/sweep-announcements.ts'),
    senders: await load(
      'send-email/chunk-sender.ts',
      'send-email/send-chunk.ts',
      'send-email/services.ts',
      'send-email/circuit-breaker.ts',
    ),
    feedback: await load('record-feedback/record-feedback.lambda.ts'),
    launches: await load('aws/plans.ts', 'plan-launch/sync-launch.ts'),
    ops: await load('aws/audit-log.ts', 'commands/hold.ts', 'commands/retry.ts'),
    phases: await load(
      'commands/release-phase.ts',
      'start-phase/services.ts',
      'start-phase/start-by-name.ts',
      'start-phase/start-phase.ts',
    ),
    sendLog: await load(
      'aws/send-log-reader.ts',
      'queries/recount.ts',
      'aws/send-log.ts',
      'domain/send/status.ts',
    ),
    sweep: await load(
      'sweep/resend-unknown.ts',
      'sweep/seen.ts',
      'sweep/sweep-phases.ts',
      'sweep/sweep-runs.ts',
      'sweep/notify-holds.ts',
    ),
  };
}
