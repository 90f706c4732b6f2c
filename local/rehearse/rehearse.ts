import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parsePlan } from '../../functions/domain/plan/parse-plan.ts';
import { outsideEndpoints } from '../cloud/endpoints.ts';
import { buildLaunchTemplates } from '../lib/launch-templates.ts';
import { UserError } from '../lib/user-error.ts';
import { type InputFile, readArguments, USAGE } from './arguments.ts';
import { play } from './play.ts';
import { progress } from './progress.ts';
import { tableLines } from './report/table.ts';
import { checkOut, writeOut } from './report/write.ts';
import { outFiles, summaryOf } from './results.ts';

const args = process.argv.slice(2);

/** @returns the exit code. */
async function main(): Promise<number> {
  const given = readArguments(args);
  if (!given) {
    console.log(USAGE);
    return 0;
  }
  checkOut(given.out);
  checkEndpoints();
  const started = performance.now();
  const screen = progress(process.stderr);
  try {
    await buildLaunchTemplates(given.launch.path, {
      verb: 'rehearse',
      linkDomains: linkDomainsOf(given.launch),
    });
    const rehearsal = await play(given, screen);
    writeOut(given.out, await outFiles(rehearsal));
    screen.clear();
    const { phases, totals, zone } = summaryOf(rehearsal.record);
    console.log(`\n${tableLines({ phases, totals }, zone).join('\n')}\n`);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `Rehearsed in ${seconds} s. No real email was sent. Results in ${relative('.', resolve(given.out)) || '.'}/:`,
    );
    console.log(`  report.html read this first: ${pathToFileURL(resolve(given.out, 'report.html'))}`);
    console.log(`  outbox/             ${rehearsal.emails.length} emails, as SES received them`);
    console.log('  send-log.csv        one line per filer and phase');
    console.log('  summary.json        the figures above');
    console.log("  public-notice.html  the notice for the court's website");
    return reportTroubles(rehearsal.troubles);
  } finally {
    screen.clear();
  }
}

function linkDomainsOf({ content }: InputFile): readonly string[] | undefined {
  const parsed = parsePlan(Buffer.from(content).toString());
  return parsed.ok ? parsed.plan.linkDomains : undefined;
}

/** Done before anything is said: no rehearsal runs against a real account. @throws UserError */
function checkEndpoints(): void {
  try {
    outsideEndpoints(process.env);
  } catch (error) {
    throw new UserError((error as Error).message);
  }
}

function reportTroubles(troubles: readonly string[]): number {
  if (troubles.length === 0) return 0;
  console.error(`\nErrors occurred inside Crier, though the launch continued:`);
  for (const trouble of troubles.slice(0, 20)) console.error(`  ${trouble}`);
  return 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  for (const detail of error.details) console.error(`  ${detail.replaceAll('\n', '\n  ')}`);
  process.exitCode = 1;
}
