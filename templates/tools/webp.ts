import type { Page } from 'playwright-core';

/** WebP at this quality keeps text sharp at a tenth of PNG's size. */
const QUALITY = 30;

/** How long a frame takes to be painted, at most. */
const FRAME_MILLISECONDS = 500;

/** A WebP has at most this many pixels in each direction; for a larger one, Chromium returns nothing. */
const MAX_HEIGHT = 16_383;

/**
 * The whole page, or as much from its top as a WebP holds; Playwright itself writes only PNG and JPEG.
 * @throws Error when the browser takes no picture.
 */
export async function webpOf(page: Page, width: number): Promise<Buffer> {
  const client = await page.context().newCDPSession(page);
  const { cssContentSize } = await client.send('Page.getLayoutMetrics');
  await page.setViewportSize({ width, height: pictureHeight(cssContentSize) });
  // A sandboxed frame is painted by a process of its own, a moment after it comes into view.
  if (page.frames().length > 1) await page.waitForTimeout(FRAME_MILLISECONDS);
  const { data } = await client.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  const picture = Buffer.from(data, 'base64');
  if (picture.length > 0) return picture;
  throw new Error(
    'Cannot keep a picture of the page because it must have bytes: the browser took an empty one',
  );
}

/** In CSS pixels, which are also the picture's. */
export function pictureHeight({ height }: { readonly height: number }): number {
  return Math.min(Math.ceil(height), MAX_HEIGHT);
}
