import { type Deployed, type PlanResult, parsePlan } from '../domain/plan/parse-plan.ts';
import { checkEmails } from './check-emails.ts';

/** Reads a launch plan as {@link parsePlan} does, and searches the emails that it makes for links. */
export function checkPlan(text: string, deployed: Deployed): PlanResult {
  return parsePlan(text, { ...deployed, further: checkEmails });
}
