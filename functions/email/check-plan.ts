import { type ParseOptions, type PlanResult, parsePlan } from '../domain/plan/parse-plan.ts';
import { checkEmails } from './check-emails.ts';

/** Reads a launch plan as {@link parsePlan} does, and searches its sample emails for foreign links. */
export function checkPlan(text: string, options: Omit<ParseOptions, 'further'>): PlanResult {
  return parsePlan(text, { ...options, further: checkEmails });
}
