import { loadPipeline, type Pipeline } from './pipeline.ts';
import { type Outcome, play } from './play.ts';
import { random } from './random.ts';
import { pickTheme } from './themes.ts';

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
}

export interface BatchResult {
  readonly plays: number;
  readonly broken: readonly Outcome[];
}

const pipelines = new Map<string, Promise<Pipeline>>();

process.on('message', async ({ folder, first, last, stops, themes }: Batch) => {
  const loaded = pipelines.get(folder) ?? loadPipeline(folder);
  pipelines.set(folder, loaded);
  const pipeline = await loaded;
  const broken: Outcome[] = [];
  let plays = 0;
  for (let seed = first; seed <= last && !(stops && broken.length > 0); seed++) {
    if (themes && !themes.includes(pickTheme(random(seed)).name)) continue;
    plays++;
    const outcome = await play(seed, { pipeline });
    if (outcome.broken.length > 0) broken.push(outcome);
  }
  const result: BatchResult = { plays, broken };
  process.send!(result);
});
