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

/**
 * `npm run screenshots:console`: every page of the console, on a desktop in both themes, on a phone, and zoomed to 200 %,
 * with the example's launch.
 */
const LOOKS = [
  { look: '1024', width: 1024 },
  { look: 'dark', width: 1024, colorScheme: 'dark' },
  { look: String(PHONE), width: PHONE },
  { look: '640', width: 640 },
] as const;
type Look = (typeof LOOKS)[number];

const court = await aCourt();
await clearPictures('console');
for (const look of LOOKS) {
  const page = await court.window(look);
  await put(page, look);
  await keep(page, { ...look, name: 'sign-in' });
}
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
  for (const look of LOOKS) {
    const { width } = look;
    const page = await signedIn(who, { width });
    await put(page, look);
    for (const [name, path] of Object.entries(pages)) {
      // The picture before has left the window as tall as its page.
      await page.setViewportSize({ width, height: 900 });
      await openPage(page, path);
      await keep(page, { ...look, name });
    }
    await page.context().close();
  }
}

async function put(page: Page, look: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: 'colorScheme' in look ? look.colorScheme : 'light' });
}

async function keep(page: Page, { name, look, width }: Look & { name: string }): Promise<void> {
  console.log(await takePicture(page, `console/${name}-${look}.webp`, { width }));
}
