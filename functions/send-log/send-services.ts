import type { ChunkStore } from '../delivery/chunk.client.ts';
import type { ChunkRange } from '../delivery/chunk-range.client.ts';
import type { RunStore } from '../delivery/run.client.ts';
import type { ReadRunPlan } from '../delivery/run-plan.client.ts';
import type { RosterStore } from '../roster/roster.client.ts';
import type { LogReader } from './log-reader.client.ts';
import type { SendLogStore } from './send-log.client.ts';

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
