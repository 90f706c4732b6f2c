import type { Page } from 'playwright-core';
import { clearPictures, takePicture } from '../../templates/tools/pictures.ts';
import {
  consolePages,
  EMPTY_PAGES,
  HELD_PAGES,
  type Pages,
  playOn,
  playUntilHeld,
} from '../support/e2e/console-pages.ts';
import { aCourt, type Court, openPage, PHONE, type Who } from '../support/e2e/court.ts';
import { pagesByPerson, TWO_PEOPLE, TWO_PEOPLE_FROM } from '../support/e2e/two-people-pages.ts';

/** `npm run screenshots:console`: every page of the console, on a desktop and on a phone, with the example's launch. */
const WIDTHS = [1024, PHONE];

const court = await aCourt();
await clearPictures('console');
for (const width of WIDTHS) await keep(await court.window({ width }), { name: 'sign-in', width });
await keepAll(EMPTY_PAGES, court);
await playUntilHeld(court.cloud);
await keepAll(HELD_PAGES, court);
await playOn(court.cloud);
await keepAll(await consolePages(court.cloud), court);
await court.close();

const second = await aCourt({ start: TWO_PEOPLE_FROM });
for (const stage of TWO_PEOPLE) {
  await stage.play(second);
  for (const [who, theirs] of pagesByPerson(stage)) await keepAll(theirs, second, who);
}
await second.close();
process.exit(0);

async function keepAll(pages: Pages, { signedIn }: Court, who: Who = 'Clara'): Promise<void> {
  for (const width of WIDTHS) {
    const page = await signedIn(who, { width });
    for (const [name, path] of Object.entries(pages)) {
      // The picture before has left the window as tall as its page.
      await page.setViewportSize({ width, height: 900 });
      await openPage(page, path);
      await keep(page, { name, width });
    }
    await page.context().close();
  }
}

async function keep(page: Page, { name, width }: { name: string; width: number }): Promise<void> {
  console.log(await takePicture(page, `console/${name}-${width}.webp`, { width }));
}
