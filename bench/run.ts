import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readResults } from './lib/results.ts';
import { PAGES, withFigures } from './page/page.ts';
import { plots } from './page/plots.ts';

/**
 * `npm run bench`: every part in turn, under ten minutes on two quiet cores; then the page and its plots. Parts that are
 * named are measured alone: `npm run bench -- sender`. `npm run bench -- page` measures nothing.
 */
const PARTS = ['sender', 'rehearsal', 'dispatch', 'roster', 'console', 'idle'];
const named = process.argv.slice(2);

for (const part of PARTS.filter((one) => named.length === 0 || named.includes(one))) {
  console.log(`\n${part}`);
  const file = join(import.meta.dirname, `${part}.ts`);
  const child = spawn(process.execPath, ['--import', './local/lib/register.ts', file], { stdio: 'inherit' });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`Cannot write the figures because ${part} must be measured`);
}

const results = readResults();
for (const page of PAGES) writeFileSync(page, withFigures(readFileSync(page, 'utf8'), results));
const folder = join(import.meta.dirname, 'plots');
mkdirSync(folder, { recursive: true });
for (const [name, svg] of Object.entries(plots(results))) writeFileSync(join(folder, name), svg);
console.log(`\nThe figures are in ${PAGES.join(' and ')}.`);
