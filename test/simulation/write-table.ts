import { readFileSync, writeFileSync } from 'node:fs';
import { type Hunt, runOf } from './hunt.ts';

const PAGE = 'docs/simulation.md';
const BEGIN = '<!-- mutations: written by `npm run model:mutations -- --write` -->';
const END = '<!-- end of mutations -->';

/** Writes the table of mutations into docs/simulation.md. @throws Error when its place isn't there. */
export function writeTable(hunts: readonly Hunt[]): void {
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`Cannot write the table because ${PAGE} must have a place for it`);
  const rows = hunts.map(({ mutation, caught }) =>
    caught
      ? `| ${mutation.name} | ${runOf(mutation, caught)} | ${caught.broken.join('; ')} |`
      : `| ${mutation.name} | none | not caught |`,
  );
  const table = [
    '| mutation | first seed that catches it | invariant that it breaks |',
    '|---|---|---|',
    ...rows,
  ].join('\n');
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`);
}
