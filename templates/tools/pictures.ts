import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { webpOf } from './webp.ts';

/** The pictures that README and docs show, each by the one of `out/pictures/` that it is a copy of. */
export const SHOWN_PICTURES: Readonly<Record<string, string>> = {
  'notice.webp': 'emails/notice-1024-light.webp',
  'launch-day.webp': 'emails/launch-day-1024-light.webp',
  'launch-day-phone-dark.webp': 'emails/launch-day-360-dark.webp',
  'overview.webp': 'console/overview-1024.webp',
  'overview-phone.webp': 'console/overview-360.webp',
  'phases.webp': 'console/phases-1024.webp',
  'roster-report.webp': 'console/roster-report-1024.webp',
  'filer.webp': 'console/filer-1024.webp',
  'log.webp': 'console/log-1024.webp',
};
/** The folder of the pictures that are kept. */
export const SHOWN_FOLDER = 'docs/pictures';
/** The folder of all pictures. */
const FOLDER = 'out/pictures';

/** Empties a folder of `out/pictures/`. */
export async function clearPictures(kind: 'emails' | 'console'): Promise<void> {
  await rm(join(FOLDER, kind), { recursive: true, force: true });
}

/**
 * Writes a picture of the whole page, and renews its copy in the docs if they show it.
 * @param path Below `out/pictures/`: `emails/notice-1024-light.webp`.
 * @returns the file's path
 */
export async function takePicture(page: Page, path: string, { width }: { width: number }): Promise<string> {
  const file = join(FOLDER, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await webpOf(page, width));
  const shown = Object.entries(SHOWN_PICTURES).find(([, from]) => from === path);
  if (shown) await copyFile(file, join(SHOWN_FOLDER, shown[0]));
  return file;
}
