import { HtmlValidate } from 'html-validate';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { DAYS, FULL_PLAN, SAMPLES } from '#email-samples';
import { composeEmail } from '../../../functions/email/compose.ts';
import { publicPage } from '../../../functions/email/public-page.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Some mail programs drop the style sheet in the head.
    'no-inline-style': 'off',
    // Outlook for Windows lays a page out by tables alone; no one else reads these comments.
    'no-conditional-comment': 'off',
    // The pages' own words make titles longer than a browser's tab.
    'long-title': 'off',
  },
});

async function problemsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
  );
}

describe('the HTML', () => {
  it.each(SAMPLES)('is valid, small and alone: $kind to $who, $place', async ({ input }) => {
    const { html, subject } = await composeEmail(input);
    expect(await problemsOf(html)).toEqual([]);
    expect(Buffer.byteLength(html)).toBeLessThan(40 * 1024);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain(`<title>${subject.replaceAll('&', '&amp;').replaceAll("'", '&#x27;')}</title>`);
    expect(html).not.toMatch(/<(img|script|link|iframe|form|object|video|svg)\b|url\(|@import|@font-face/i);
  });

  it.each(SAMPLES)(
    "leads only to the court, PACER and people's mail and phones: $kind to $who",
    async ({ input }) => {
      const { html } = await composeEmail(input);
      for (const [, href] of html.matchAll(/href="([^"]*)"/g))
        expect(href).toMatch(
          /^(https:\/\/([\w-]+\.)*uscourts\.gov[/\w.-]*|mailto:[\w.-]+@([\w-]+\.)*uscourts\.gov|tel:[\d-]+)$/,
        );
      for (const [, href, label] of html.matchAll(/<a href="https:\/\/([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)) {
        expect(label).toMatch(/\w{3,} \w+/);
        const shown = html.slice(html.indexOf(label!)).replaceAll('/<wbr>', '/');
        expect(shown).toContain(href!.replace(/\/$/, ''));
      }
    },
  );

  it.each([DAYS.before, DAYS.after])('of the page on %s is valid', async (date) => {
    const at = Temporal.Instant.from(`${date}T13:00:00Z`);
    expect(await problemsOf(publicPage(FULL_PLAN, at))).toEqual([]);
  });
});
