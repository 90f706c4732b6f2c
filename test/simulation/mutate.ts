import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Hunt, playOf } from './hunt.ts';
import type { Mutation } from './mutation.ts';
import { MUTATIONS } from './mutations.ts';
import { startWorkers, type Workers } from './workers.ts';
import { writeTable } from './write-table.ts';

/** `npm run model:mutations`: opens each hole of the protocol and shows the play that falls into it. */
const { values } = parseArgs({
  options: {
    plays: { type: 'string', default: '5000' },
    only: { type: 'string', default: '' },
    stories: { type: 'boolean', default: false },
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
  chosen.map((mutation) => hunt(mutation, { workers, plays: Number(values.plays) })),
);
workers.close();
rmSync(folder, { recursive: true, force: true });
if (values.write && values.only === '') writeTable(hunts);
const caught = hunts.filter((one) => one.caught).length;
console.log(`\n${caught} of ${hunts.length} mutations caught`);
process.exit(caught === hunts.length ? 0 : 1);

async function hunt(
  mutation: Mutation,
  { workers, plays }: { workers: Workers; plays: number },
): Promise<Hunt> {
  const functions = mutate(mutation);
  const { themes, script } = mutation;
  const about = { ...(themes && { themes }), ...(script && { script }) };
  const batch = { folder: functions, first: 1, last: plays, stops: true, ...about };
  const { broken } = await workers.play(batch);
  const [caught = null] = broken;
  console.log(
    caught
      ? `✓ ${mutation.name}: ${playOf(mutation, caught)}, ${caught.broken.join('; ')}`
      : `✗ ${mutation.name}`,
  );
  if (caught && values.stories) console.log(caught.story.map((line) => `    ${line}`).join('\n'));
  return { mutation, caught };
}

/** @returns the folder of a copy of the functions with the mutation. */
function mutate({ name, edits }: Mutation): string {
  const copy = join(folder, name.replaceAll(/[^a-z]+/gi, '-'), 'functions');
  mkdirSync(copy, { recursive: true });
  cpSync('functions', copy, { recursive: true });
  for (const { file, find, replace } of edits) {
    const path = join(copy, file);
    const source = readFileSync(path, 'utf8');
    if (source.split(find).length !== 2) {
      throw new Error(`Cannot mutate ${file} because the place must stand once: ${name}`);
    }
    writeFileSync(
      path,
      source.replace(find, () => replace),
    );
  }
  return copy;
}
