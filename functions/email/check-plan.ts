import { type ParseOptions, type PlanResult, parsePlan } from '../domain/plan/parse-plan.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Finding } from '../domain/plan/problem.ts';
import { checkEmails } from './check-emails.ts';
import { checkSections, withMadeTexts } from './check-sections.ts';

/**
 * Reads a launch plan as {@link parsePlan} does, makes its own texts into HTML and text, and searches its sample emails
 * for foreign links. What a file says the texts become doesn't count: it is made here.
 */
export function checkPlan(text: string, options: Omit<ParseOptions, 'further'>): PlanResult {
  const result = parsePlan(text, { ...options, further: checkWording });
  return result.ok ? { ok: true, plan: withMadeTexts(result.plan) } : result;
}

/** How many plans' findings are kept in memory. */
const KEPT = 8;
const kept = new Map<string, readonly Finding[]>();

/**
 * Nothing but the plan counts, and making every sample email takes a tenth of a second or more: a plan that is
 * checked as it is uploaded, looked at and confirmed is searched once.
 */
function checkWording(plan: Plan): readonly Finding[] {
  const key = JSON.stringify(plan);
  const findings = kept.get(key) ?? findingsOf(plan);
  kept.delete(key);
  kept.set(key, findings);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return findings;
}

function findingsOf(plan: Plan): readonly Finding[] {
  const findings = checkSections(plan);
  return findings.length > 0 ? findings : checkEmails(withMadeTexts(plan));
}
