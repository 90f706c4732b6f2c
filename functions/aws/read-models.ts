import type { Run } from '../domain/run/run.ts';
import type { Runtime } from '../lib/runtime.ts';
import { type ChunkRange, chunkRange } from './chunk-range.ts';
import { dynamo, s3, sqs } from './clients.ts';
import { type ExportStore, exportStore } from './exports.ts';
import { type ReadinessStore, readinessStore } from './readiness.ts';
import { type CountStore, countStore } from './run-counts.ts';
import { type RunProgress, runProgress } from './run-progress.ts';
import { type SearchStore, searchStore } from './search-index.ts';
import { type LogReader, logReader } from './send-log-reader.ts';

/** What the console's pages of filers and sends read, besides what ops' questions need (`OpsServices`). */
export interface ReadModels {
  readonly chunkRange: ChunkRange;
  /** How far a run is, in four reads at most; `null` before its audience is counted. */
  readonly progress: (run: Run) => Promise<RunProgress | null>;
  readonly logReader: LogReader;
  readonly counts: CountStore;
  readonly search: SearchStore;
  readonly readiness: ReadinessStore;
  readonly exports: ExportStore;
}

export function readModels(runtime: Runtime): ReadModels {
  const { env } = runtime;
  const db = dynamo();
  const client = s3();
  return {
    chunkRange: chunkRange(env, db),
    progress: (run) => runProgress(run, runtime, db),
    logReader: logReader(env, db),
    counts: countStore(env, db),
    search: searchStore(env, client),
    readiness: readinessStore(env, db),
    exports: exportStore(runtime, { client, queues: sqs() }),
  };
}
