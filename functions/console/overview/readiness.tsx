import type { Temporal } from 'temporal-polyfill';
import { STATE_WORDS, type State } from '../../domain/filer/state.ts';
import { PIVOT } from '../../domain/plan/dated.ts';
import { goalLabel, goalOf } from '../../domain/run/goal.ts';
import { count } from '../../lib/count.ts';
import { linkTo } from '../../lib/link-to.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { Section } from '../ui/section.tsx';
import { countOf, StateBar, type StateCounts, StateKey, statesIn } from '../ui/state-bar.tsx';
import { StatePlot, type StatePoint } from '../ui/state-plot.tsx';
import { type Column, Table } from '../ui/table.tsx';

/** Filers by state, upload by upload. */
export interface ReadinessView {
  /** Of uploads that were activated, oldest first; the last is the active one, once it is counted. */
  readonly points: readonly ReadinessPoint[];
  /** The active roster is among them. */
  readonly isCounted: boolean;
  /** Its count is for another date of the pivot, and renewed within minutes: `October 22, 2018`; `null`: it isn't. */
  readonly otherDay: string | null;
}

/** Filers by state as one upload has them. */
interface ReadinessPoint extends StatePoint {
  readonly version: string;
  readonly unreachable: number;
}

interface ReadinessProps {
  readonly readiness: ReadinessView;
  /** Marked in the plot; `null`: it has no date. */
  readonly pivot: { readonly name: string; readonly at: string } | null;
  readonly zone: string;
  readonly now: Temporal.Instant;
}

/** How many filers are in each state, and how that changed with each upload. */
export function Readiness({ readiness: { points, isCounted, otherDay }, pivot, zone, now }: ReadinessProps) {
  const last = points.at(-1);
  return (
    <Section id="readiness" title="Filer readiness">
      {last && isCounted ? (
        <>
          {otherDay ? (
            <p>
              The date of {PIVOT.words} has changed. These counts are still for {otherDay}; new ones will be
              ready within minutes.
            </p>
          ) : null}
          <Goal states={last.states} />
          <StateBar states={last.states} />
          <StateTable last={last} before={points.at(-2) ?? null} />
          {points.length > 1 ? (
            <>
              <h3>Change with each upload</h3>
              <StatePlot points={points} until={now.toString()} zone={zone} mark={pivot} />
              <UploadTable points={points} zone={zone} />
            </>
          ) : null}
        </>
      ) : (
        <p>The roster is new: its filers will be counted within minutes.</p>
      )}
    </Section>
  );
}

/** How many have reached what the campaign is for, of those whom any phase is for. */
function Goal({ states }: { states: StateCounts }) {
  const goal = goalOf(states);
  return (
    <p class="crier-total">
      <strong>{goalLabel(goal)}</strong>
      {goal.others > 0 ? ', not counting filers who get no emails' : ''}. <a href="/report">Report</a>
    </p>
  );
}

function StateTable({ last, before }: { last: ReadinessPoint; before: ReadinessPoint | null }) {
  const { states, unreachable } = last;
  return (
    <>
      <Table
        caption="Filers by state, and the change since the previous upload"
        class="crier-states"
        rows={statesIn([states, before?.states ?? {}])}
        columns={[
          { head: 'State', isRowHead: true, cell: (state) => <StateLink state={state} /> },
          { head: 'Filers', number: true, cell: (state) => count(countOf(states, state)) },
          ...(before ? [changeColumn(last, before)] : []),
        ]}
      />
      <p class="crier-quiet">
        {unreachable > 0 ? (
          <>
            <a href="/filers?reach=no-address">{count(unreachable)} without a usable address</a>.{' '}
          </>
        ) : null}
        <a href="/filers/phone-list">Phone list</a>
      </p>
    </>
  );
}

function StateLink({ state }: { state: State }) {
  return (
    <>
      <StateKey state={state} />
      <a href={linkTo('/filers', { state })}>{STATE_WORDS[state]}</a>
    </>
  );
}

function changeColumn(last: ReadinessPoint, before: ReadinessPoint): Column<State> {
  return {
    head: (
      <>
        Change<span class="usa-sr-only"> since the previous upload</span>
      </>
    ),
    number: true,
    cell: (state) => signed(countOf(last.states, state) - countOf(before.states, state)),
  };
}

/** `+12`, `−3`, `–` for no difference. */
function signed(difference: number): string {
  if (difference === 0) return '–';
  return `${difference > 0 ? '+' : '−'}${count(Math.abs(difference))}`;
}

/** How many uploads the table has; the roster's page has them all. */
const MAX_UPLOADS = 12;

function UploadTable({ points, zone }: { points: readonly ReadinessPoint[]; zone: string }) {
  const newest = points.slice(-MAX_UPLOADS).toReversed();
  const shown = statesIn(newest.map(({ states }) => states));
  const columns: Column<ReadinessPoint>[] = [
    {
      head: 'Upload',
      isRowHead: true,
      cell: ({ at, version }) => (
        <a href={`/roster/versions/${version}`}>
          <CourtTime at={at} zone={zone} />
        </a>
      ),
    },
    ...shown.map((state): Column<ReadinessPoint> => {
      return { head: STATE_WORDS[state], number: true, cell: ({ states }) => count(countOf(states, state)) };
    }),
  ];
  return (
    <details class="crier-details">
      <summary>View as a table</summary>
      <Table
        caption="Filers by state with each upload, newest first"
        class="crier-states"
        scroll={{ label: 'Filers by state with each upload' }}
        columns={columns}
        rows={newest}
      />
    </details>
  );
}
