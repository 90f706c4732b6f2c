import { CAMPAIGN_COLUMNS } from '../../domain/filer/filer.ts';
import { STATE_WORDS, type State } from '../../domain/filer/state.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import { count, counted } from '../../lib/count.ts';
import { Section } from '../ui/section.tsx';
import { type Column, Table } from '../ui/table.tsx';

/** A name and how many filers it is of. */
type Line = readonly [name: string, filers: number];

const LINE_COLUMNS: readonly Column<Line>[] = [
  { isRowHead: true, cell: ([name]) => name },
  { number: true, cell: ([, filers]) => count(filers) },
];

interface ChangesProps {
  readonly version: RosterVersion;
  /** Whether another roster than its base is active. */
  readonly baseIsPast: boolean;
}

/** What a version changed, and how many filers are in each state. */
export function Changes({ version: { base, changes, states, erased }, baseIsPast }: ChangesProps) {
  return (
    <div class="crier-columns crier-columns--even">
      <Section id="changes" title="What changed">
        {base === null ? (
          <p>This was the first roster: there was nothing to compare it with.</p>
        ) : (
          <>
            <p>
              Compared with <a href={`/roster/versions/${base}`}>the roster that was active</a> when it was
              uploaded
              {baseIsPast ? '. Another one is active now' : ''}.
            </p>
            <Table
              caption="Changes"
              columns={LINE_COLUMNS}
              rows={[
                ['New filers', changes.new],
                ['Filers gone', changes.gone],
                ['Email address changed', changes.addressChanged],
              ]}
              class="crier-table crier-table--narrow"
            />
            <Moves moves={changes.states} />
            <ForgottenFacts {...changes} />
          </>
        )}
      </Section>
      {states ? <States states={states} erased={erased} /> : null}
    </div>
  );
}

type Move = RosterVersion['changes']['states'][number];

const MOVE_COLUMNS: readonly Column<Move>[] = [
  { head: 'From', cell: ({ from }) => STATE_WORDS[from] },
  { head: 'To', cell: ({ to }) => STATE_WORDS[to] },
  { head: 'Filers', number: true, cell: ({ filers }) => count(filers) },
];

function Moves({ moves }: { moves: readonly Move[] }) {
  if (moves.length === 0) return <p>No filer’s state has changed.</p>;
  return (
    <Table
      caption="Filers whose state has changed"
      captionIsVisible
      columns={MOVE_COLUMNS}
      rows={moves}
      class="crier-table crier-table--narrow"
    />
  );
}

type Forgotten = NonNullable<RosterVersion['changes']['forgotten']>[number];

const FORGOTTEN_COLUMNS: readonly Column<Forgotten>[] = [
  { head: 'Column', cell: ({ column }) => CAMPAIGN_LABELS[column] ?? column },
  { head: 'From', cell: ({ from }) => from },
  { head: 'To', cell: ({ to }) => to },
  { head: 'Filers', number: true, cell: ({ filers }) => count(filers) },
];
const CAMPAIGN_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  CAMPAIGN_COLUMNS.map(([name, { label }]) => [name, label]),
);
/** The rest would be rare combinations. */
const MAX_FORGOTTEN = 20;

/** What the version forgets that its base knows of filers; nothing when it forgets nothing. */
export function ForgottenFacts({ forgotten = [] }: Pick<RosterVersion['changes'], 'forgotten'>) {
  if (forgotten.length === 0) return null;
  return (
    <Table
      caption="Information that would be lost"
      captionIsVisible
      columns={FORGOTTEN_COLUMNS}
      rows={forgotten.slice(0, MAX_FORGOTTEN)}
      class="crier-table crier-table--narrow"
    />
  );
}

interface StatesProps {
  readonly states: Readonly<Partial<Record<State, number>>>;
  /** Filers who were erased since; the count is of the upload. */
  readonly erased: number | undefined;
}

function States({ states, erased = 0 }: StatesProps) {
  const lines = (Object.keys(STATE_WORDS) as State[]).flatMap((state): Line[] => {
    const filers = states[state];
    return filers ? [[STATE_WORDS[state], filers]] : [];
  });
  return (
    <Section id="states" title="Filers by state">
      {lines.length === 0 ? (
        <p>There were no filers in the upload.</p>
      ) : (
        <>
          <p>
            On the day of the upload
            {erased > 0 ? `, including ${counted(erased, 'filer')} erased since` : ''}.
          </p>
          <Table
            caption="Filers by state"
            columns={LINE_COLUMNS}
            rows={lines}
            class="crier-table crier-table--narrow"
          />
        </>
      )}
    </Section>
  );
}
