import { campaignHelp } from '../lib/campaign.ts';
import { parseOptions } from '../lib/parse-options.ts';
import { runCommand } from '../lib/run-command.ts';
import { allDrills } from './drills/all.ts';
import { runDrills } from './run-drills.ts';
import { startSite } from './site.ts';
import { isAllWell, resultsText } from './text.ts';

const USAGE = `Causes each alarm on the embedded cloud, and shows that it would fire.

  npm run drill

${campaignHelp(17)}
  --help           this text

Nothing is sent to anyone. Exit code: 0 all fired, 1 one did not.`;

/** Runs every drill, and prints what each alarm did. */
async function drill(): Promise<void> {
  const { values } = parseOptions(
    { args: process.argv.slice(2), options: { help: { type: 'boolean', short: 'h' } } },
    { verb: 'drill', help: 'npm run drill --' },
  );
  if (values.help) return console.log(USAGE);
  const started = performance.now();
  const site = await startSite();
  try {
    const drills = allDrills(site.template);
    const say = (cause: string) =>
      process.stderr.write(
        `${String(drills.findIndex((one) => one.cause === cause) + 1).padStart(2)}/${drills.length}  ${cause}\n`,
      );
    const results = await runDrills(drills, { site, onBegin: ({ cause }) => say(cause) });
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`\n${resultsText(results, site.watch)} It took ${seconds} s.`);
    if (!isAllWell(results)) process.exitCode = 1;
  } finally {
    await site.stop();
  }
}

await runCommand(drill);
