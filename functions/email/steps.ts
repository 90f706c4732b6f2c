import { campaign } from '#campaign';
import type { Steps } from './model.ts';

/** Numbers the steps that an email has, in the campaign's order. */
export function numbered(taken: ReadonlySet<string>): Steps {
  let number = 0;
  return Object.fromEntries(
    campaign.email.steps.map((step) => [step, taken.has(step) ? ++number : 0]),
  ) as Steps;
}
