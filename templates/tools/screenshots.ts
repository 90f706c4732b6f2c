import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXAMPLE } from '../../examples/example.ts';
import type { State } from '../../functions/domain/filer/state.ts';
import type { MessageKind } from '../../functions/domain/plan/kinds.ts';
import { composerOf } from '../../functions/email/compose.ts';
import { publicPageWith } from '../../functions/email/public-page.ts';
import { startBrowser, WIDTHS } from './browser.ts';
import { clearPictures, SHOWN_FOLDER, SHOWN_PICTURES, takePicture } from './pictures.ts';
import { readLaunch, run } from './read-launch.ts';
import { SCHEMES } from './schemes.ts';
import { inputOf, sendingsOf } from './sendings.ts';
import { situationsOf } from './situations.ts';

/** The state that the picture of each message shows. */
const SHOWN: Readonly<Record<MessageKind, State>> = {
  notice: 'needs-upgrade',
  'pre-outage': 'verify-account',
  'launch-day': 'ready-to-link',
  'follow-up': 'link-failed',
  'date-change': 'needs-individual-account',
};

/** The example's messages and its page, as `npm run screenshots` shows them. */
export async function shownPages(): Promise<{ name: string; html: string }[]> {
  const { plan, render } = await readLaunch(`${EXAMPLE}/launch.json`);
  const situations = await situationsOf(`${EXAMPLE}/roster.csv`, plan);
  const compose = composerOf(render);
  const sendings = sendingsOf(plan);
  const emails = sendings.map(async (sending) => {
    const situation = situations.find(({ state }) => state.state === SHOWN[sending.kind])!;
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
