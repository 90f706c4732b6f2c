import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Batch, BatchResult } from './worker.ts';

/** Processes that simulate, one for each of the first cores. */
export interface Workers {
  readonly count: number;
  /** Simulates a batch in the next process that is free. @throws Error when the process dies. */
  simulate(batch: Batch): Promise<BatchResult>;
  close(): void;
}

const MAX = 4;
/** A run makes many short-lived objects: in a larger nursery they die there. */
const FLAGS = ['--max-semi-space-size=32'];

export function startWorkers(count = Math.min(MAX, availableParallelism())): Workers {
  const make = () => fork(join(import.meta.dirname, 'worker.ts'), { execArgv: FLAGS });
  const all = Array.from({ length: count }, make);
  const free: ChildProcess[] = [...all];
  const waiting: ((worker: ChildProcess) => void)[] = [];

  async function take(): Promise<ChildProcess> {
    return free.pop() ?? new Promise((resolve) => waiting.push(resolve));
  }

  function giveBack(worker: ChildProcess): void {
    const next = waiting.shift();
    if (next) next(worker);
    else free.push(worker);
  }

  return {
    count,
    simulate: async (batch) => {
      const worker = await take();
      worker.send(batch);
      const over = new AbortController();
      const death = once(worker, 'exit', over).then(() => {
        throw new Error(`Cannot go on with seeds ${batch.first} to ${batch.last} because their process died`);
      });
      death.catch(() => {});
      const [result] = (await Promise.race([once(worker, 'message', over), death])) as [BatchResult];
      over.abort();
      giveBack(worker);
      return result;
    },
    close: () => {
      for (const worker of all) {
        worker.removeAllListeners('exit');
        worker.kill();
      }
    },
  };
}
