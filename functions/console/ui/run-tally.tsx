import { notSentWords, tallyOf, tallyWords } from '../../domain/run/tally.ts';
import type { CurrentCounts } from '../../queries/current-counts.ts';

/** `291 filers: 258 sent, 30 waiting, 3 not sent (2 no usable address, 1 an earlier email bounced)`. */
export function RunTally({ counts }: { readonly counts: CurrentCounts }) {
  const tally = tallyOf(counts);
  const reasons = notSentWords(tally);
  return (
    <p class="crier-tally">
      {tallyWords(tally, counts)}
      {reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}.
    </p>
  );
}
