import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { campaign } from '#campaign';
import { EXAMPLE } from '../../examples/example.ts';
import type { State } from '../../functions/domain/filer/state.ts';
import type { MessageKind } from '../../functions/domain/plan/kinds.ts';
import type { Plan } from '../../functions/domain/plan/plan.ts';
import { composerOf } from '../../functions/email/compose.ts';
import { publicPageWith } from '../../functions/email/public-page.ts';
import { DEFAULT_CAMPAIGN } from '../../local/lib/campaign.ts';
import { startBrowser, WIDTHS } from './browser.ts';
import { clearPictures, SHOWN_FOLDER, SHOWN_PICTURES, takePicture } from './pictures.ts';
import { readLaunch, run } from './read-launch.ts';
import { SCHEMES } from './schemes.ts';
import { inputOf, type Sending, sendingsOf } from './sendings.ts';
import { type Situation, situationsOf } from './situations.ts';

/** By the kind of message, the state that its picture shows; a campaign may leave it to the roster. */
const FILE = join(import.meta.dirname, `../${campaign.name}/pictures.json`);
const SHOWN: Readonly<Partial<Record<MessageKind, State>>> = existsSync(FILE)
  ? JSON.parse(readFileSync(FILE, 'utf8'))
  : {};

/** The situation that a picture shows. */
function shownIn(situations: readonly Situation[], sending: Sending, plan: Plan): Situation {
  const isShown = ({ state }: Situation) => state.state === (SHOWN[sending.kind] ?? state.state);
  return situations.find((situation) => isShown(situation) && inputOf(plan, { sending, situation }))!;
}

/** The example's messages and its page, as `npm run screenshots` shows them. */
export async function shownPages(): Promise<{ name: string; html: string }[]> {
  const { plan, render } = await readLaunch(`${EXAMPLE}/launch.json`);
  const situations = await situationsOf(`${EXAMPLE}/roster.csv`, plan);
  const compose = composerOf(render);
  const sendings = sendingsOf(plan);
  const emails = sendings.map(async (sending) => {
    const situation = shownIn(situations, sending, plan);
    const { html } = await compose(inputOf(plan, { sending, situation })!);
    return { name: sending.kind, html };
  });
  const page = { name: 'public-notice', html: publicPageWith(render, { plan, at: sendings[0]!.at }) };
  return [...(await Promise.all(emails)), page];
}

async function main(): Promise<void> {
  const browser = await startBrowser();
  try {
    await clearPictures('emails');
    const pages = await shownPages();
    // The docs show pictures of the default campaign.
    if (campaign.name === DEFAULT_CAMPAIGN)
      await writeFile(join(SHOWN_FOLDER, 'made-from.json'), madeFrom(pages));
    for (const { name, html } of pages)
      for (const width of WIDTHS)
        for (const colorScheme of SCHEMES) {
          const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
          await page.setContent(html);
          await takePicture(page, `emails/${name}-${width}-${colorScheme}.webp`, { width });
          await page.close();
        }
  } finally {
    await browser.close();
  }
  process.stdout.write('Wrote out/pictures/emails/, and those that the docs show\n');
}

/** Hashes of the pages whose pictures the docs show: by them a test tells whether a picture is stale. */
export function madeFrom(pages: readonly { name: string; html: string }[]): string {
  const sources = Object.values(SHOWN_PICTURES);
  const shown = pages.filter(({ name }) => sources.some((source) => source.startsWith(`emails/${name}-`)));
  const hashes = shown.map(({ name, html }) => [
    name,
    createHash('sha256').update(html).digest('hex').slice(0, 16),
  ]);
  return `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`;
}

if (import.meta.main) await run(main);
