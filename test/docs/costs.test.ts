import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAGE, readUsage, withCosts } from '../../docs/costs/costs-table.ts';
import { templateCounts } from '../../docs/costs/template-counts.ts';
import { costOf, PRICES } from '../../functions/domain/cost/prices.ts';
import { resourcesOf, synthesize } from '../support/synthesize.ts';

const page = readFileSync(PAGE, 'utf8');
const { data, pipeline } = synthesize();

function all(type: string) {
  return [data, pipeline].flatMap((template) => resourcesOf(template, type));
}

describe('the costs', () => {
  it('are as prices, templates and counts are: if not, npm run costs', () => {
    expect(page).toBe(withCosts(page, readUsage()));
  });

  it('cannot be written where the page has no place for them', () => {
    expect(() => withCosts('# A page', readUsage())).toThrow('must hold <!-- npm run costs -->');
  });

  it('add up what the page says', () => {
    const [month] = /Waiting costs \$([\d.]+) a month/.exec(page)!.slice(1);
    const rows = page.split('| each month')[1]!.split('\n\n')[0]!;
    const parts = [...rows.matchAll(/\$([\d.]+) \|$/gm)].map(([, amount]) => Number(amount));
    expect(parts.length).toBeGreaterThan(5);
    expect(Number(month)).toBeCloseTo(
      parts.reduce((sum, part) => sum + part),
      1,
    );
  });

  it('count the resources of the templates', () => {
    expect(templateCounts()).toMatchObject({
      compositeAlarms: all('AWS::CloudWatch::CompositeAlarm').length,
      dashboards: all('AWS::CloudWatch::Dashboard').length,
      keys: all('AWS::KMS::Key').length,
      polledQueues: all('AWS::Lambda::EventSourceMapping').length,
      ticks: { Sweep: 30 * 24 * 12, NotifyStaff: 30 * 24 * 4, Erase: 30 * 24 },
    });
    expect(templateCounts().alarmMetrics).toBeGreaterThan(all('AWS::CloudWatch::Alarm').length);
  });

  it('name a day for each price, and what it is for', () => {
    expect(
      Object.values(PRICES).filter(({ asOf, source }) => !source || !/^20\d\d-\d\d-\d\d$/.test(asOf)),
    ).toEqual([]);
    expect(costOf(2500, 'email')).toBeCloseTo(0.4);
  });
});
