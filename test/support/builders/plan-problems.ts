import { parsePlan } from '../../../functions/domain/plan/parse-plan.ts';

/** What is wrong with a plan: each path, what was found there, and the message. */
export function problemsOf(
  value: unknown,
  launch?: string,
): [path: string, found: string, message: string][] {
  const result = parsePlan(JSON.stringify(value, null, 2), { launch });
  return result.ok ? [] : result.problems.map(({ path, found, message }) => [path, found, message]);
}
