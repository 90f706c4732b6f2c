import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { parsePlan } from '../../functions/domain/plan/parse-plan.ts';
import { PLAN_TABLES } from '../support/docs/plan-tables.ts';

const page = readFileSync('docs/launch-plan.md', 'utf8');
const pages = globSync(`docs/campaigns/${campaign.name}/*.md`).map((path) => readFileSync(path, 'utf8'));

describe('docs/launch-plan.md', () => {
  it.each(Object.entries(PLAN_TABLES))(
    'shows the members of %s as the schema has them',
    (_section, built) => {
      expect(page).toContain(`\n\n${built}`);
    },
  );

  it('has no table of windows but the right one', () => {
    expect(page).toContain(
      "| `from` | required | Start, date and time in the court's zone, such as 2018-10-19T08:30 |\n" +
        "| `to` | required | End, date and time in the court's zone |\n",
    );
  });
});

describe("the campaign's pages", () => {
  it('show only plans that are right', () => {
    const plans = pages
      .flatMap((text) => [...text.matchAll(/```json\n(\{\n {2}"name"[\s\S]*?)```/g)])
      .map(([, text]) => parsePlan(text!));
    expect(plans.filter(({ ok }) => !ok)).toEqual([]);
  });
});
