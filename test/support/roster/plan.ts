import { readFileSync } from 'node:fs';
import { parsePlan } from '../../../functions/domain/plan/parse-plan.ts';
import type { Plan } from '../../../functions/domain/plan/plan.ts';

const parsed = parsePlan(
  readFileSync(new URL('../../../examples/nysb-2018/launch.json', import.meta.url), 'utf8'),
);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));

/** The example's plan. */
export const PLAN: Plan = parsed.plan;
