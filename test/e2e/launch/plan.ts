import { describe, expect, it } from 'vitest';
import type { Stage } from '../../support/e2e/launch/stage.ts';

/** A clerk makes the plan in the editor, from an empty launch. */
export function makePlan(stage: () => Stage): void {
  describe('the plan', () => {
    it('is where an empty launch says to begin', async () => {
      const { clara } = stage();
      expect(await clara.open('/')).toContain('Start with the launch plan');
      await clara.follow('Go to the launch plan');
      await clara.press('Create the plan');
      await clara.expectGood();
    });

    it('gets its court, contacts and dates in forms', async () => {
      const { clara } = stage();
      await clara.follow('Court');
      await clara.fill({
        'Name of the court': 'United States Bankruptcy Court for the Southern District of New York',
        'Short name of the court': 'nysb',
        'Sender’s name': 'U.S. Bankruptcy Court, Southern District of New York',
        'Sender’s email address': 'nextgen@nysb.uscourts.gov',
      });
      await clara.page.getByLabel('Time zone', { exact: true }).selectOption('America/New_York');
      await clara.press('Save and continue');
      await clara.expectGood();
      await clara.fill({
        'Help desk email address': 'help@nysb.uscourts.gov',
        'Help desk phone number (optional)': '212-555-0140',
        'Help desk hours': 'Monday to Friday, 9 a.m. to 5 p.m. Eastern Time',
        'NextGen page': 'https://www.nysb.uscourts.gov/nextgen',
        'ECF login page': 'https://ecf.nysb.uscourts.gov',
      });
      await clara.press('Save and continue');
      await clara.expectGood();
      await clara.choose('It is fixed');
      const goLive = clara.page.getByRole('group', { name: 'Go-live', exact: true });
      await goLive.getByLabel('Date').fill('2018-10-22');
      await goLive.getByLabel('Time at which filing opens').fill('08:30');
      const closed = clara.page.getByRole('group', { name: 'Filing is closed' });
      await closed.getByLabel('From').fill('2018-10-19T08:30');
      await clara.press('Save and continue');
      await clara.expectGood();
    });

    it('loses the phases that this court doesn’t want', async () => {
      const { clara } = stage();
      for (const name of ['Notice 1 of 4', 'Notice 1 of 3', 'Follow-up 4 of 4']) {
        await clara.follow(name);
        await clara.expectGood();
        await clara.press('Remove phase');
      }
      expect(await clara.shown()).toContain('Follow-up 3 of 3');
      await clara.follow('Continue to wording');
      await clara.expectGood();
    });

    it('asks for a second person’s approval, and says so of each phase', async () => {
      const { clara } = stage();
      await clara.press('Save and continue');
      await clara.choose(/^Two-person approval/);
      await clara.press('Save and continue');
      await clara.expectGood();
      const phases = await clara.open('/plan/draft/phases');
      expect(phases).toContain('An approver must approve it');
      expect(phases).not.toContain('Starts automatically');
    });

    it('is activated with a reason, once its changes are read', async () => {
      const { clara, cloud } = stage();
      await clara.open('/plan/draft');
      await clara.follow('Check and activate');
      await clara.expectGood();
      const changes = await clara.shown();
      expect(changes).toContain('Notice 1 of 2 Tue, Sep 18, 2018, 9:00 a.m. EDT');
      await clara.fill({ 'Why?': 'The first plan' });
      await clara.press('Activate this plan');
      await cloud.settle();
      expect(await clara.needs()).toEqual(['No active roster']);
      expect(cloud.outbox).toEqual([]);
    });
  });
}
