import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { MESSY, MISNAMED, mended } from '../../support/e2e/launch/rosters.ts';
import { type Stage, upload } from '../../support/e2e/launch/stage.ts';

/** A messy roster becomes the active one. */
export function mendRoster(stage: () => Stage): void {
  describe('the roster', () => {
    it('with a misspelled heading is refused, with what the clerk may have meant', async () => {
      const { clara } = stage();
      const report = await upload(stage(), { kind: 'roster', name: 'export.csv', bytes: MISNAMED });
      expect(report).toContain('No "email" column. Is "Emial" the email column?');
      expect(await clara.needs()).toEqual(['No active roster']);
    });

    it('with faulty rows waits for the clerk, who reads which and why', async () => {
      const { clara } = stage();
      const report = await upload(stage(), { kind: 'roster', name: 'list.csv', bytes: MESSY });
      expect(report).toContain('Your decision is needed');
      expect(report).toContain('3 of 13 rows are skipped (23.1%): more than 2%.');
      expect(report).toContain('Until then, no roster is active, and no emails are sent.');
      expect(report).toMatch(/8 E-mail ann\.example\.com Invalid email address/);
      expect(report).toContain('By Clara Clerk');
      expect(await clara.needs()).toEqual(['A roster needs your decision']);
      await clara.follow(/^Decide on the roster/);
    });

    it('is mended in the file with the problems marked, and becomes active', async () => {
      const { clara } = stage();
      const link = clara.page.getByRole('link', { name: 'Download the file with problems marked (CSV)' });
      const [file] = await Promise.all([clara.page.waitForEvent('download'), link.click()]);
      const bytes = mended(await readFile(await file.path(), 'utf8'));
      const report = await upload(stage(), { kind: 'roster', name: 'mended.csv', bytes });
      expect(report).toContain('Every email uses this roster. Filers 13 in this version');
      // The upload that waited for a decision was replaced, and asks for nothing.
      expect(await clara.needs()).toEqual(['1 filer without a usable address']);
    });

    it('has one address corrected on the filer’s page', async () => {
      const { clara, cloud } = stage();
      await clara.open('/filers');
      await clara.follow('Paul Typo');
      await clara.expectGood();
      await clara.follow('Correct this filer…');
      await clara.expectGood();
      await clara.fill({ Email: 'paul@example.com', Reason: 'Misspelled domain' });
      await clara.press('Save the correction');
      await cloud.settle();
      await clara.page.getByText('Correction saved').waitFor();
      expect(await clara.shown()).toContain('Email paul@example.com');
    });
  });
}
