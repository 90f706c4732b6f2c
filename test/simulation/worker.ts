import { loadPipeline, type Pipeline } from './pipeline.ts';
import { random } from './random.ts';
import { type Outcome, simulate } from './run.ts';
import { SCRIPTS, type ScriptName } from './scripts.ts';
import { pickWorkload } from './workloads.ts';

/** Some runs for one process: seeds `first` to `last`. */
export interface Batch {
  /** Folder of the functions, or of a mutated copy. */
  readonly folder: string;
  readonly first: number;
  readonly last: number;
  /** The first run that breaks an invariant ends the batch. */
  readonly stops: boolean;
  /** Only runs of one of these workloads. */
  readonly workloads?: readonly string[];
  /** A scripted run instead. */
  readonly script?: ScriptName;
}

export interface BatchResult {
  readonly runs: number;
  readonly broken: readonly Outcome[];
}

const pipelines = new Map<string, Promise<Pipeline>>();

process.on('message', async ({ folder, first, last, stops, workloads, script }: Batch) => {
  const loaded = pipelines.get(folder) ?? loadPipeline(folder);
  pipelines.set(folder, loaded);
  const pipeline = await loaded;
  const broken: Outcome[] = [];
  let runs = 0;
  if (script) {
    runs++;
    const outcome = await SCRIPTS[script](pipeline);
    if (outcome.broken.length > 0) broken.push(outcome);
  }
  for (let seed = first; !script && seed <= last && !(stops && broken.length > 0); seed++) {
    if (workloads && !workloads.includes(pickWorkload(random(seed)).name)) continue;
    runs++;
    const outcome = await simulate(seed, { pipeline });
    if (outcome.broken.length > 0) broken.push(outcome);
  }
  const result: BatchResult = { runs, broken };
  process.send!(result);
});
