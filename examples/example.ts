import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { campaign } from '#campaign';
import { parsePlan } from '../functions/domain/plan/parse-plan.ts';
import type { Plan } from '../functions/domain/plan/plan.ts';

/** The folder of the campaign's example launch, from the repository's root: its plan, its roster, its updates. */
export const EXAMPLE = `examples/${campaign.example}`;

/** The same folder as an absolute path. */
export const EXAMPLE_FOLDER = join(import.meta.dirname, campaign.example);

/** The example's plan. @throws Error when it can't be used */
export function examplePlan(): Plan {
  const parsed = parsePlan(readFileSync(join(EXAMPLE_FOLDER, 'launch.json'), 'utf8'));
  if (parsed.ok) return parsed.plan;
  const problems = parsed.problems.map(({ path, message }) => `${path}: ${message}`);
  throw new Error(`Cannot use the plan of ${EXAMPLE} because it must be right: ${problems.join('; ')}`);
}
