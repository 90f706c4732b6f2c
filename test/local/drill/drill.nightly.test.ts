import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allDrills } from '../../../local/drill/drills/all.ts';
import { type DrillResults, runDrills } from '../../../local/drill/run-drills.ts';
import { type DrillSite, startSite } from '../../../local/drill/site.ts';
import { isAllWell, resultsText } from '../../../local/drill/text.ts';

let site: DrillSite;
let results: DrillResults;
beforeAll(async () => {
  site = await startSite();
  results = await runDrills(allDrills(site.template), { site });
}, 600_000);
afterAll(() => site?.stop());

describe('the drills', () => {
  it('trigger every alarm, each by its cause', () => {
    expect(results.outcomes.filter(({ result }) => result !== 'fires')).toEqual([]);
    expect(results.outcomes.length).toBeGreaterThan(70);
  });

  it('show that a paused account and a deployment lose no one and mail no one twice', () => {
    expect(results.shown.filter(({ isTrue }) => !isTrue)).toEqual([]);
    expect(results.shown.map(({ what }) => what)).toContain('no one is emailed twice');
  });

  it('are summed up in a table', () => {
    expect(isAllWell(results)).toBe(true);
    const text = resultsText(results, site.watch);
    expect(text).toMatch(/^Sweep is silent +Scheduler may not .+ no data +< 1 +fires$/m);
    expect(text).toMatch(/^Functions are throttled +Lambda counts/m);
    expect(text).toMatch(/^All \d+ alarms fired\.$/m);
  });

  it('leave no call that a role does not grant', () => {
    expect(site.cloud.denials).toEqual([]);
  });
});
