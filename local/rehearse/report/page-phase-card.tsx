import { Alert } from '../../../functions/console/ui/alert.tsx';
import { count } from '../../../functions/console/ui/count.ts';
import { Fact, Facts } from '../../../functions/console/ui/facts.tsx';
import { StateKey } from '../../../functions/console/ui/state-bar.tsx';
import { STATE_WORDS } from '../../../functions/domain/filer/state.ts';
import { skipWords } from '../../../functions/domain/send/words.ts';
import { tableTime } from '../../lib/court-day.ts';
import type { PhaseFigures } from './figures.ts';
import { KIND_LABELS, OUTCOME_LABELS, reasonMessage, statesInOrder } from './labels.ts';

/** One phase: when it was, whom it was for, and what became of them. */
export function PhaseCard({ phase, zone }: { readonly phase: PhaseFigures; readonly zone: string }) {
  const number = phase.of > 1 ? ` ${phase.number} of ${phase.of}` : '';
  return (
    <article class="local-card">
      <h4>
        {phase.phase}{' '}
        <span class="crier-quiet">
          {KIND_LABELS[phase.kind]}
          {number}
        </span>
      </h4>
      <p>{whenOf(phase, zone)}</p>
      {phase.outcome === 'done' ? null : (
        <Alert kind="warning" slim live="off" text={outcomeMessage(phase)} />
      )}
      <Facts>
        {statesInOrder(phase.byState).map(([state, filers]) => (
          <Fact
            name={
              <>
                <StateKey state={state} />
                {STATE_WORDS[state]}
              </>
            }
          >
            {count(filers)}
          </Fact>
        ))}
      </Facts>
      <Facts>
        {resultsOf(phase).map(([name, filers]) => (
          <Fact name={name}>{count(filers)}</Fact>
        ))}
      </Facts>
    </article>
  );
}

/** When a phase started, or should have: `Tue 2018-07-24 09:00 EDT`. */
export function whenOf({ startedAt, scheduledFor }: PhaseFigures, zone: string): string {
  return tableTime(new Date(startedAt ?? scheduledFor).toISOString(), zone);
}

function outcomeMessage({ outcome, reason }: PhaseFigures): string {
  return `${OUTCOME_LABELS[outcome]}${reason ? `: ${reasonMessage(reason)}` : ''}`;
}

/** What became of the audience; together its lines make up the whole. */
function resultsOf(phase: PhaseFigures): [name: string, filers: number][] {
  const lines: [string, number][] = [
    ['Delivered', phase.delivered],
    ['Bounced', phase.bounced],
    ['Complained', phase.complained],
    ['Sent, outcome open', phase.open],
    ['Failed', phase.failed],
    ['Sent or not: unknown', phase.unknown],
    ['Not sent yet', phase.waiting],
    ...Object.entries(phase.skippedWhy).map(([reason, filers]): [string, number] => [
      `Skipped: ${skipWords(reason)}`,
      filers,
    ]),
  ];
  return lines.filter(([, filers]) => filers > 0);
}
