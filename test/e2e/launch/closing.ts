import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Reader } from '../../support/e2e/launch/reader.ts';
import type { Stage } from '../../support/e2e/launch/stage.ts';

/** The launch is over: the clerk prints or saves its report. */
export function closeLaunch(stage: () => Stage): void {
  describe('the closing report', () => {
    it('counts what was really sent, and says who is left and why', async () => {
      const { clara, cloud } = stage();
      await cloud.advanceTo('2018-12-01T15:00:00Z');
      expect(await clara.needs()).toEqual([]);
      const report = await clara.open('/report');
      expect(await clara.title()).toBe('Closing report');
      expect(report).toContain('Every phase is over.');
      expect(report).toContain(`Emails sent ${cloud.outbox.length} Bounced 1`);
      expect(report).toContain('8 of 11 linked (73%); 3 left.');
      const left = ['Needs to upgrade 1 0', 'Needs an individual PACER account 1 0', 'Ready to link 1 1'];
      for (const reason of left) expect(report).toContain(reason);
      expect(report).toContain('The dates were changed once.');
      expect(report).toContain('4 calls to 3 filers. Reached: 3; Wrong number: 1.');
      expect(report).toContain('Change of dates approved Ada Approver Reviewed with the clerk');
      expect(report).toContain('Otto Ops: The help desk is flooded');
      expect(report).not.toMatch(/notice-3|date-change|follow-up-3/);
    });

    it('is printed, and saved as a file that says the same', async () => {
      const { clara } = stage();
      const { page } = clara;
      await page.evaluate('window.print = () => { window.printed = true; }');
      await clara.press('Print report');
      expect(await page.evaluate('window.printed')).toBe(true);
      const link = page.getByRole('link', { name: 'Download report' });
      const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
      const figures = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
      const saved = figures(await readFile(await file.path(), 'utf8'));
      expect(saved).toContain('8 of 11 linked (73%) ; 3 left.');
      expect(saved).toContain('Notice 1 of 2 Tue, Sep 18, 2018 Sent 11 10 0 1 9 1 0');
    });

    it('leaves every act of a person in the audit log, and nothing refused', async () => {
      const { clara, cloud } = stage();
      await clara.open('/audit');
      const record = await everyPage(clara);
      for (const why of ['Reviewed with the clerk', 'The vendor needs two weeks more', 'Misspelled domain'])
        expect(record).toContain(why);
      expect(cloud.denials).toEqual([]);
      expect(cloud.failures).toEqual([]);
      expect(await cloud.deadLetters()).toEqual([]);
    });
  });
}

/** What a list says on this page and those after it. */
async function everyPage(reader: Reader): Promise<string> {
  const next = reader.page.getByRole('link', { name: 'Next page' });
  let all = await reader.shown();
  while ((await next.count()) > 0) {
    await next.click();
    all += await reader.shown();
  }
  return all;
}
