import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../functions/domain/plan/parse-plan.ts';
import { PLAN_TABLES } from '../support/docs/plan-tables.ts';

const page = readFileSync('docs/launch-plan.md', 'utf8');

describe('docs/launch-plan.md', () => {
  it.each(Object.entries(PLAN_TABLES))(
    'shows the members of %s as the schema has them',
    (_section, built) => {
      expect(page).toContain(`\n\n${built}`);
    },
  );

  it('shows plans that are right', () => {
    const plans = [...page.matchAll(/```json\n(\{\n {2}"name"[\s\S]*?)```/g)].map(([, text]) =>
      parsePlan(text!),
    );
    expect(plans).toHaveLength(1);
    expect(plans).toEqual([expect.objectContaining({ ok: true })]);
  });
});
