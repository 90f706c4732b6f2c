import type { Child } from 'hono/jsx';
import { Alert } from '../../../functions/console/ui/alert.tsx';
import { StateKey } from '../../../functions/console/ui/state-bar.tsx';
import { type Column, Table } from '../../../functions/console/ui/table.tsx';
import { STATE_WORDS, type State } from '../../../functions/domain/filer/state.ts';
import { kindOf } from '../../../functions/domain/plan/kinds.ts';
import { skipWords } from '../../../functions/domain/send/words.ts';
import { count } from '../../../functions/lib/count.ts';
import { courtTime } from '../../../functions/lib/court-time.ts';
import type { PhaseFigures } from './figures.ts';
import { OUTCOME_LABELS, reasonMessage, statesInOrder } from './labels.ts';

/** One phase: when it was, whom it was for, and what happened to them. */
export function PhaseCard({ phase, zone }: { readonly phase: PhaseFigures; readonly zone: string }) {
  const number = phase.of > 1 ? ` ${phase.number} of ${phase.of}` : '';
  return (
    <article class="local-card">
      <h4>
        {phase.phase}{' '}
        <span class="crier-quiet">
          {kindOf(phase.kind).label}
          {number}
        </span>
      </h4>
      <p>{whenOf(phase, zone)}</p>
      {phase.outcome === 'done' ? null : (
        <Alert kind="warning" slim live="off" text={outcomeMessage(phase)} />
      )}
      <Table
        caption="Audience"
        columns={COLUMNS}
        rows={statesInOrder(phase.byState).map(([state, filers]) => ({
          name: <StateName state={state} />,
          filers,
        }))}
      />
      <Table caption="Results" columns={COLUMNS} rows={resultsOf(phase)} />
    </article>
  );
}

/** How many filers are in a state or met with a result. */
interface CountLine {
  readonly name: Child;
  readonly filers: number;
}

const COLUMNS: readonly Column<CountLine>[] = [
  { isRowHead: true, cell: ({ name }) => name },
  { number: true, cell: ({ filers }) => count(filers) },
];

function StateName({ state }: { state: State }) {
  return (
    <>
      <StateKey state={state} />
      {STATE_WORDS[state]}
    </>
  );
}

/** When a phase started, or should have: `Tue, Jul 24, 2018, 9:00 a.m. EDT`. */
export function whenOf({ startedAt, scheduledFor }: PhaseFigures, zone: string): string {
  return courtTime(new Date(startedAt ?? scheduledFor).toISOString(), zone);
}

function outcomeMessage({ outcome, reason }: PhaseFigures): string {
  return `${OUTCOME_LABELS[outcome]}${reason ? `: ${reasonMessage(reason)}` : ''}`;
}

/** What became of the audience; together its lines make up the whole. */
function resultsOf(phase: PhaseFigures): CountLine[] {
  const lines: CountLine[] = [
    { name: 'Delivered', filers: phase.delivered },
    { name: 'Bounced', filers: phase.bounced },
    { name: 'Complained', filers: phase.complained },
    { name: 'Sent, no result yet', filers: phase.open },
    { name: 'Failed', filers: phase.failed },
    { name: 'Unknown whether sent', filers: phase.unknown },
    { name: 'Not sent yet', filers: phase.waiting },
    ...Object.entries(phase.skippedWhy).map(([reason, filers]) => ({
      name: `Not sent: ${skipWords(reason)}`,
      filers,
    })),
  ];
  return lines.filter(({ filers }) => filers > 0);
}
