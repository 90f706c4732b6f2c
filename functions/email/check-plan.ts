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

function checkWording(plan: Plan): Finding[] {
  const findings = checkSections(plan);
  return findings.length > 0 ? findings : checkEmails(withMadeTexts(plan));
}
