import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { attackTable, BEGIN, END, PAGE, type ReportedTest } from './attack-table.ts';
import { attackTitles } from './attack-titles.ts';

/**
 * `npm run attacks`: tries every attack of the tests, and writes into docs/security.md what held. Their files are run
 * whole, since some attacks need what an earlier test did.
 */
const folder = mkdtempSync(join(tmpdir(), 'crier-attacks-'));
const report = join(folder, 'report.json');
const files = [...new Set(attackTitles().map(({ file }) => file))];
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', ...files, '--reporter=json', `--outputFile=${report}`],
  { stdio: 'inherit', env: { ...process.env, CRIER_DEEP: '' } },
);
const page = readFileSync(PAGE, 'utf8');
const [before = '', after = ''] = [page.split(BEGIN)[0], page.split(END)[1]];
writeFileSync(PAGE, `${before}${BEGIN}\n${attackTable(testsIn(report))}\n${END}${after}`);
rmSync(folder, { recursive: true });
process.exit(status ?? 1);

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
    }[];
  }[];
}

/** The tests of a report that were run. */
function testsIn(path: string): ReportedTest[] {
  const { testResults } = JSON.parse(readFileSync(path, 'utf8')) as Report;
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status: one }) => one === 'passed' || one === 'failed')
      .map(({ ancestorTitles, title, status: one }) => ({
        file: relative('.', name),
        titles: [...ancestorTitles, title],
        status: one,
      })),
  );
}
