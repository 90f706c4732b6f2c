import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { default as Axe, AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Puts axe-core into every page of a browser's window, past the page's own policy. Evaluating it on each page instead
 * takes as long as the check itself.
 */
export async function withAxe(context: BrowserContext): Promise<BrowserContext> {
  await context.addInitScript(source);
  return context;
}

/**
 * What axe-core finds of the standards and good practice, each with its element.
 * @param rules Ids of the only rules to check. @default all
 */
export async function violationsIn(page: Page, rules?: string[]): Promise<string[]> {
  const { violations }: Pick<AxeResults, 'violations'> = await page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    const { violations } = await axe.run({
      resultTypes: ['violations'],
      // Pages load no media that a rule would have to read; an email shown in a frame is checked separately.
      preload: false,
      iframes: false,
      ...(only && { runOnly: only }),
    });
    return { violations };
  }, rules);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
