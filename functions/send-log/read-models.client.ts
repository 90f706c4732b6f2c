import { type ChunkRange, chunkRange } from '../delivery/chunk-range.client.ts';
import type { Run } from '../delivery/run.ts';
import { type RunProgress, runProgress } from '../delivery/run-progress.client.ts';
import { type ReadinessStore, readinessStore } from '../roster/readiness.client.ts';
import { type SearchStore, searchStore } from '../roster/search-store.client.ts';
import { dynamo, s3, sqs } from '../shared/aws.client.ts';
import type { Runtime } from '../shared/runtime.ts';
import { type ExportStore, exportStore } from './export-store.client.ts';
import { type LogReader, logReader } from './log-reader.client.ts';
import { type CountStore, countStore } from './run-counts.client.ts';

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
