import type { Plan } from '../domain/plan/plan.ts';
import { factLabel, statedFacts, withOtherFact } from '../domain/plan/stated-facts.ts';
import type { CorrectedFact, EmailInput } from './email-input.ts';
import { letterOf } from './letter.ts';

/** What emails call the facts in a court's own texts, since filers don't know where a text belongs. */
const CARRIED = 'Phone numbers, email addresses and links';

/** A fact, as a correction says it. */
export function stating(
  key: string,
  { was, now }: { readonly was: string; readonly now: string | null },
): CorrectedFact {
  const fact = factLabel(key);
  return { label: 'label' in fact ? fact.label : CARRIED, was, now };
}

/** What is corrected where filers were told these facts by these plans. @param told By the fact's key, in their order */
export function correctedFacts(
  told: readonly (readonly [key: string, by: Plan])[],
  now: Plan,
): CorrectedFact[] {
  const facts = statedFacts(now);
  return told.flatMap(([key, by]) => {
    const was = statedFacts(by).get(key);
    return was === undefined ? [] : [stating(key, { was, now: facts.get(key) ?? null })];
  });
}

/**
 * Which of these facts an email states: those that would make another email of it if the plan said something else. So
 * a fact counts wherever a template uses it, and nothing has to be declared for each message.
 */
export function factsStated(input: EmailInput, keys: readonly string[]): string[] {
  const facts = statedFacts(input.plan);
  const known = keys.filter((key) => facts.has(key));
  if (known.length === 0) return [];
  const { html } = letterOf(input);
  return known.filter((key) => letterOf({ ...input, plan: withOtherFact(input.plan, key) }).html !== html);
}
