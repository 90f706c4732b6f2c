import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { EXAMPLE } from '../../examples/example.ts';
import { composerOf } from '../../functions/email/compose.ts';
import { publicPageWith } from '../../functions/email/public-page.ts';
import { campaignHelp } from '../../local/lib/campaign.ts';
import { emailPage, indexPage, type Shown } from './preview-pages.ts';
import { type Launch, readLaunch, run } from './read-launch.ts';
import { inScheme, SCHEMES } from './schemes.ts';
import { inputInSequence, inputOf, sendingsOf, sequenceOf } from './sendings.ts';
import { type Situation, situationsOf } from './situations.ts';

const USAGE = `Writes a gallery of every email: each phase's for every situation that the roster's filers are in, as sent to a filer who got
every earlier email.

  npm run preview -- [--launch FILE] [--roster FILE] [--out DIR] [--first]

  --launch FILE  the plan; templates/ beside it overrides ours [${EXAMPLE}/launch.json]
  --roster FILE  the roster                                    [roster.csv beside the plan]
  --out DIR      where the gallery goes                        [out/preview]
  --first        each message as the first email that a filer gets, once for each kind
${campaignHelp(17)}
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      launch: { type: 'string', default: `${EXAMPLE}/launch.json` },
      roster: { type: 'string' },
      out: { type: 'string', default: 'out/preview' },
      first: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const roster = values.roster ?? join(dirname(values.launch), 'roster.csv');
  if (!existsSync(roster))
    throw new Error(`Cannot preview because the roster must be a file: ${roster} is none`);
  const launch = await readLaunch(values.launch);
  const shown = await emailsOf(launch, await situationsOf(roster, launch.plan), values);
  await writeGallery(values.out, { launch, shown });
  process.stdout.write(`Wrote ${shown.length} emails: open ${join(values.out, 'index.html')}\n`);
}

async function emailsOf(
  { plan, render }: Launch,
  situations: readonly Situation[],
  { first }: { first: boolean },
): Promise<Shown[]> {
  const compose = composerOf(render);
  const shown: Shown[] = [];
  for (const sending of first ? sendingsOf(plan) : sequenceOf(plan))
    for (const [index, situation] of situations.entries()) {
      const input = (first ? inputOf : inputInSequence)(plan, { sending, situation });
      if (!input) continue;
      const { name, count } = situation;
      const id = `${sending.phase.id}-${index + 1}`;
      shown.push({ id, phase: sending.phase.id, situation: name, count, email: await compose(input) });
    }
  return shown;
}

async function writeGallery(
  out: string,
  { launch, shown }: { launch: Launch; shown: readonly Shown[] },
): Promise<void> {
  const { plan, render } = launch;
  await mkdir(out, { recursive: true });
  const write = (name: string, text: string) => writeFile(join(out, name), text);
  await write('index.html', indexPage(plan.name, shown));
  const [first] = sendingsOf(plan);
  await write('public-notice.html', publicPageWith(render, { plan, at: first!.at }));
  for (const [at, one] of shown.entries()) {
    const [before, after] = [shown[at - 1], shown[at + 1]];
    await write(`${one.id}.html`, emailPage(one, { ...(before && { before }), ...(after && { after }) }));
    for (const scheme of SCHEMES) await write(`${one.id}.${scheme}.html`, inScheme(one.email.html, scheme));
  }
}

await run(main);
