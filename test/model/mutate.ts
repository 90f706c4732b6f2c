import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDynamoDb } from '../../local/dynamodb.ts';
import { MUTATIONS, type Mutation } from './mutations.ts';
import { loadPipeline } from './pipeline.ts';
import { play } from './play.ts';

/** `npm run model:mutations`: opens each hole of the protocol and shows the play that falls into it. */
const { values } = parseArgs({
  options: { plays: { type: 'string', default: '1500' }, only: { type: 'string' } },
});
// Inside the project, where the copies find its packages.
const folder = join('dist', 'mutants');
rmSync(folder, { recursive: true, force: true });
const survivors: string[] = [];
const chosen = MUTATIONS.filter(({ name }) => name.includes(values.only ?? ''));
for (const mutation of chosen) {
  const caught = await hunt(mutation, Number(values.plays));
  console.log(
    `${caught ? '✓' : '✗'} ${mutation.name}${caught ? `: play ${caught.seed}, ${caught.broken[0]}` : ''}`,
  );
  if (!caught) survivors.push(mutation.name);
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${chosen.length - survivors.length} of ${chosen.length} mutations caught`);
process.exit(survivors.length > 0 ? 1 : 0);

async function hunt(mutation: Mutation, plays: number) {
  const mutant = join(folder, mutation.name.replaceAll(/[^a-z]+/gi, '-'));
  mkdirSync(mutant, { recursive: true });
  cpSync('functions', join(mutant, 'functions'), { recursive: true });
  for (const { file, find, replace } of mutation.edits) {
    const path = join(mutant, 'functions', file);
    const source = readFileSync(path, 'utf8');
    if (source.split(find).length !== 2) {
      throw new Error(`Cannot mutate ${file} because the place must stand once: ${mutation.name}`);
    }
    writeFileSync(
      path,
      source.replace(find, () => replace),
    );
  }
  const pipeline = await loadPipeline(join(mutant, 'functions'));
  const dynamo = await startDynamoDb();
  try {
    for (let seed = 1; seed <= plays; seed++) {
      const outcome = await play(seed, { pipeline, dynamoUrl: dynamo.url });
      if (outcome.broken.length > 0) return outcome;
    }
    return null;
  } finally {
    await dynamo.close();
  }
}
