import { readFileSync, writeFileSync } from 'node:fs';
import { type Hunt, playOf } from './hunt.ts';

const PAGE = 'docs/model.md';
const BEGIN = '<!-- mutations: written by `npm run model:mutations -- --write` -->';
const END = '<!-- end of mutations -->';

/** Writes the table of mutations into docs/model.md. @throws Error when its place isn't there. */
export function writeTable(hunts: readonly Hunt[]): void {
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`Cannot write the table because ${PAGE} must have a place for it`);
  const rows = hunts.map(
    ({ mutation, caught }) =>
      `| ${mutation.name} | ${caught ? playOf(mutation, caught) : 'none'} | ${caught ? caught.broken.join('; ') : 'not caught'} |`,
  );
  const table = [
    '| mutation | first play that catches it | promise that it breaks |',
    '|---|---|---|',
    ...rows,
  ].join('\n');
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`);
}
