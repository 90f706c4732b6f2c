import { loadPipeline, type Pipeline } from './pipeline.ts';
import { random } from './random.ts';
import { type Outcome, play } from './run.ts';
import { SCRIPTS, type ScriptName } from './scripts.ts';
import { pickTheme } from './workloads.ts';

/** Some plays for one process: `first` to `last`. */
export interface Batch {
  /** Folder of the functions, or of a mutated copy. */
  readonly folder: string;
  readonly first: number;
  readonly last: number;
  /** The first play that breaks a promise ends the batch. */
  readonly stops: boolean;
  /** Only plays that are about one of these. */
  readonly themes?: readonly string[];
  /** A scripted play instead. */
  readonly script?: ScriptName;
}

export interface BatchResult {
  readonly plays: number;
  readonly broken: readonly Outcome[];
}

const pipelines = new Map<string, Promise<Pipeline>>();

process.on('message', async ({ folder, first, last, stops, themes, script }: Batch) => {
  const loaded = pipelines.get(folder) ?? loadPipeline(folder);
  pipelines.set(folder, loaded);
  const pipeline = await loaded;
  const broken: Outcome[] = [];
  let plays = 0;
  if (script) {
    plays++;
    const outcome = await SCRIPTS[script](pipeline);
    if (outcome.broken.length > 0) broken.push(outcome);
  }
  for (let seed = first; !script && seed <= last && !(stops && broken.length > 0); seed++) {
    if (themes && !themes.includes(pickTheme(random(seed)).name)) continue;
    plays++;
    const outcome = await play(seed, { pipeline });
    if (outcome.broken.length > 0) broken.push(outcome);
  }
  const result: BatchResult = { plays, broken };
  process.send!(result);
});
