import { inSentence } from '../../lib/letter-case.ts';
import { factLabel } from './stated-facts.ts';

/** Facts inside a sentence, by their keys: `our help desk’s phone number and the court’s own wording`. */
export function factsInWords(keys: readonly string[]): string {
  const names = keys.map((key) => {
    const fact = factLabel(key);
    return 'label' in fact ? inSentence(fact.label) : 'the court’s own wording';
  });
  return LIST.format(new Set(names));
}

/** What follows where a plan changes facts that emails stated, by their keys. */
export function correctionWords(keys: readonly string[]): string {
  return (
    `Emails already sent may give different information about ${factsInWords(keys)}. Once this plan is active, Crier ` +
    'will find out which filers received them, and the overview will ask whether to send those filers a correction.'
  );
}

const LIST = new Intl.ListFormat('en-US');
