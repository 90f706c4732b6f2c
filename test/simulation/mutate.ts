import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Hunt, runOf } from './hunt.ts';
import type { Mutation } from './mutation.ts';
import { MUTATIONS } from './mutations.ts';
import { startWorkers, type Workers } from './workers.ts';
import { writeTable } from './write-table.ts';

/** `npm run model:mutations`: opens each hole of the protocol and shows the run that falls into it. */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5000' },
    only: { type: 'string', default: '' },
    traces: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    workers: { type: 'string' },
  },
});

// Inside the project, where the copies find its packages.
const folder = join('dist', 'mutants');
rmSync(folder, { recursive: true, force: true });
const chosen = MUTATIONS.filter(({ name }) => name.includes(values.only));
const workers = startWorkers(values.workers ? Number(values.workers) : undefined);
const hunts = await Promise.all(
  chosen.map((mutation) => hunt(mutation, { workers, runs: Number(values.runs) })),
);
workers.close();
rmSync(folder, { recursive: true, force: true });
if (values.write && values.only === '') writeTable(hunts);
const caught = hunts.filter((one) => one.caught).length;
console.log(`\n${caught} of ${hunts.length} mutations caught`);
process.exit(caught === hunts.length ? 0 : 1);

async function hunt(
  mutation: Mutation,
  { workers, runs }: { workers: Workers; runs: number },
): Promise<Hunt> {
  const functions = mutate(mutation);
  const { workloads, script } = mutation;
  const about = { ...(workloads && { workloads }), ...(script && { script }) };
  const batch = { folder: functions, first: 1, last: runs, stops: true, ...about };
  const { broken } = await workers.simulate(batch);
  const [caught = null] = broken;
  console.log(
    caught
      ? `✓ ${mutation.name}: ${runOf(mutation, caught)}, ${caught.broken.join('; ')}`
      : `✗ ${mutation.name}`,
  );
  if (caught && values.traces) console.log(caught.trace.map((line) => `    ${line}`).join('\n'));
  return { mutation, caught };
}

/** @returns the folder of a copy of the functions with the mutation. */
function mutate({ name, edits }: Mutation): string {
  const mutant = join(folder, name.replaceAll(/[^a-z]+/gi, '-'));
  const copy = join(mutant, 'functions');
  mkdirSync(copy, { recursive: true });
  cpSync('functions', copy, { recursive: true });
  cpSync('campaigns', join(mutant, 'campaigns'), { recursive: true });
  for (const { file, find, replace } of edits) {
    const path = join(copy, file);
    const source = readFileSync(path, 'utf8');
    if (source.split(find).length !== 2) {
      throw new Error(`Cannot mutate ${file} because the place must occur once: ${name}`);
    }
    writeFileSync(
      path,
      source.replace(find, () => replace),
    );
  }
  return copy;
}
