import type { Plan } from '../domain/plan/plan.ts';
import { factLabel, statedFacts, withOtherFact } from '../domain/plan/stated-facts.ts';
import type { CorrectedFact, EmailInput } from './email-input.ts';
import { letterOf } from './letter.ts';
import { placeLabel } from './sections.ts';

/** What pages and emails call a fact: `Our help desk’s phone number`. */
export function factName(key: string): string {
  const found = factLabel(key);
  return 'label' in found ? found.label : placeLabel(found.place);
}

/** A fact, as a correction says it. */
export function stating(
  key: string,
  { was, now }: { readonly was: string; readonly now: string | null },
): CorrectedFact {
  return { label: factName(key), was, now };
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
