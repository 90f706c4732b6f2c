import { readFileSync, writeFileSync } from 'node:fs';
import { PAGE, readUsage, USAGE_FILE, withCosts } from './costs/costs-table.ts';

// `npm run costs`: the table from prices, templates and counts. With --count, the example is rehearsed and counted first.
if (process.argv.includes('--count')) {
  const { countExample } = await import('./costs/count-example.ts');
  writeFileSync(USAGE_FILE, `${JSON.stringify(await countExample(), null, 2)}\n`);
  process.stdout.write(`${USAGE_FILE} is written.\n`);
}
writeFileSync(PAGE, withCosts(readFileSync(PAGE, 'utf8'), readUsage()));
process.stdout.write(`The costs in ${PAGE} are written.\n`);
