import type { Plan } from '../domain/plan/plan.ts';
import type { Finding } from '../domain/plan/problem.ts';
import { findingsIn } from './check-emails.ts';
import type { OneOffText } from './email-input.ts';
import { oneOffSamples } from './sample-emails.ts';

/** Whether a message that was checked when it was saved can be sent with this plan, which may be a newer one. */
export function oneOffFits(plan: Plan, oneOff: OneOffText & { readonly id: string }): boolean {
  try {
    return oneOffFindings(plan, oneOff).length === 0;
  } catch {
    // The plan lacks the value of a placeholder.
    return false;
  }
}

/** Foreign links in a message's emails, and emails that are too large. */
export function oneOffFindings(plan: Plan, oneOff: OneOffText & { readonly id: string }): Finding[] {
  return findingsIn(oneOffSamples(plan, oneOff), plan);
}
