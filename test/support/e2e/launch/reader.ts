import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { violationsIn } from '../axe.ts';
import { overflowOf, PHONE } from '../court.ts';

/** Where to put pictures of all pages, for people to look at. @default none */
const PICTURES = process.env.LAUNCH_PICTURES;
/** What only the file of a plan has. */
const JSON_WORDS = /[{}]|\$\.|launch\.json|meantDates|linkDomains|\b(?:court|outages|phases|wording)\.\w/;

/** A person before a window: what they read, and what they press. */
export class Reader {
  readonly page: Page;
  readonly #checked = new Set<string>();

  constructor(page: Page) {
    this.page = page;
  }

  press(name: string): Promise<void> {
    return this.page.getByRole('button', { name, exact: true }).click();
  }

  /** Follows a link by its whole name, or by a part of it. */
  follow(name: string | RegExp): Promise<void> {
    const exact = typeof name === 'string';
    return this.page.getByRole('main').getByRole('link', { name, exact }).first().click();
  }

  /** Chooses a radio or a checkbox by its label, as a finger does. */
  choose(label: string | RegExp): Promise<void> {
    // In its corner: a label may have a link in its middle.
    return this.page
      .locator('label')
      .filter({ hasText: label })
      .first()
      .click({ position: { x: 12, y: 12 } });
  }

  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(fields))
      await this.page.getByLabel(label, { exact: true }).fill(text);
  }

  title(): Promise<string> {
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }

  /** What the page says, on one line. */
  async shown(): Promise<string> {
    return (await this.page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ');
  }

  /** Goes to a page, which must be good, and reads it. */
  async open(path: string): Promise<string> {
    await this.page.goto(path);
    await this.expectGood();
    return this.shown();
  }

  /**
   * Without violations, no wider than the window and a phone, and without words of the plan's file. A page of the same
   * title is checked once.
   */
  async expectGood(): Promise<void> {
    const title = await this.page.title();
    if (this.#checked.has(title)) return;
    this.#checked.add(title);
    expect(await violationsIn(this.page), title).toEqual([]);
    const { width, height } = this.page.viewportSize()!;
    for (const each of new Set([width, PHONE])) {
      await this.page.setViewportSize({ width: each, height });
      await this.#keepPicture(each);
      expect(await overflowOf(this.page), `${title}, ${each} pixels wide`).toBe(0);
    }
    await this.page.setViewportSize({ width, height });
    expect(await this.shown(), title).not.toMatch(JSON_WORDS);
  }

  async #keepPicture(width: number): Promise<void> {
    if (!PICTURES || !existsSync(PICTURES)) return;
    const place = new URL(this.page.url()).pathname.replaceAll('/', '_');
    const path = `${PICTURES}/${String(this.#checked.size).padStart(3, '0')}${place}-${width}.png`;
    await this.page.screenshot({ path, fullPage: true });
  }

  /** What the overview asks for. */
  async needs(): Promise<string[]> {
    await this.open('/');
    return this.page.locator('.crier-needs > li > h3').allInnerTexts();
  }

  /** The status of a phase on its page, what it means, and its numbers. */
  async phase(id: string): Promise<string[]> {
    await this.open(`/phases/${id}`);
    const parts = this.page.locator('.crier-status > p, #phase .crier-tally');
    const texts = (await parts.allInnerTexts()).map((text) => text.trim());
    return texts.filter((text) => text !== '' && text !== 'Resume sending');
  }
}
