import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { EXAMPLE } from '../../examples/example.ts';
import { publicPageWith } from '../../functions/email/public-page.ts';
import { campaignHelp } from '../../local/lib/campaign.ts';
import { readLaunch, run } from './read-launch.ts';

const USAGE = `Writes the notice for the court's website: one HTML file with the steps of all filers.

  npm run notice -- [--launch FILE] [--at DATE] [--out FILE]

  --launch FILE  the plan                                    [${EXAMPLE}/launch.json]
  --at DATE      as the notice reads on that day, 2018-09-20 [today]
  --out FILE     where it goes                               [out/notice.html]
${campaignHelp(17)}
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      launch: { type: 'string', default: `${EXAMPLE}/launch.json` },
      at: { type: 'string' },
      out: { type: 'string', default: 'out/notice.html' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const { plan, render } = await readLaunch(values.launch);
  await mkdir(dirname(values.out), { recursive: true });
  await writeFile(values.out, publicPageWith(render, { plan, at: instantOf(values.at, plan.court.zone) }));
  process.stdout.write(`Wrote ${values.out}\n`);
}

function instantOf(date: string | undefined, zone: string): Temporal.Instant {
  if (!date) return Temporal.Now.instant();
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant();
}

await run(main);
