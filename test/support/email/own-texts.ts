import { FULL_PLAN } from '#email-samples';
import type { Plan } from '../../../functions/domain/plan/plan.ts';
import { withMadeTexts } from '../../../functions/email/check-sections.ts';

/** A plan with a court's own texts, by their places, made as they are when the plan is saved. */
export function planWithTexts(texts: Readonly<Record<string, string>>, plan: Plan = FULL_PLAN): Plan {
  const sectionTexts = Object.fromEntries(Object.entries(texts).map(([place, text]) => [place, { text }]));
  return withMadeTexts({ ...plan, sectionTexts });
}

/** A text with everything that one may have, in places that every campaign has. */
export const RICH_TEXT = [
  '**Call us first.** {{The-court}} answers at {{help-desk-email}},',
  'and its help desk is there: {{help-desk-hours}}.',
  '',
  '- Our login page: [sign in]({{ecf-login-page}})',
  '- *By mail*, write to [{{help-desk-email}}](mailto:{{help-desk-email}}), or see',
  '  [the rules](https://www.nysb.uscourts.gov/rules?a=1&b=2) first',
  '',
  '1. Look up your account.',
  '2. Ask {{the-court}}, or PACER at [{{pacer-phone}}](tel:{{pacer-phone}}).',
].join('\n');
