import type { ChunkRange } from '../aws/chunk-range.ts';
import type { ChunkStore } from '../aws/chunks.ts';
import type { ReadRunPlan } from '../aws/plan-cache.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { RunStore } from '../aws/runs.ts';
import type { SendLogStore } from '../aws/send-log.ts';
import type { LogReader } from '../aws/send-log-reader.ts';

/** What showing sends needs. */
export interface SendPageServices {
  readonly runs: Pick<RunStore, 'runs' | 'run'>;
  readonly chunks: Pick<ChunkStore, 'chunk'>;
  readonly chunkRange: ChunkRange;
  readonly planOf: ReadRunPlan;
  readonly roster: Pick<RosterStore, 'filersById'>;
  readonly sendLog: Pick<SendLogStore, 'factsOf'>;
  readonly logReader: LogReader;
}
