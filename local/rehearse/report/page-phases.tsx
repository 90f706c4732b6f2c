import { Section } from '../../../functions/console/ui/section.tsx';
import { StateBar, StateKey, statesIn } from '../../../functions/console/ui/state-bar.tsx';
import { type Column, Table } from '../../../functions/console/ui/table.tsx';
import { STATE_WORDS } from '../../../functions/domain/filer/state.ts';
import { count } from '../../../functions/lib/count.ts';
import { zoneWords } from '../../../functions/lib/court-time.ts';
import { type PhaseFigures, type Totals, totalsOf } from './figures.ts';
import { PhaseCard, whenOf } from './page-phase-card.tsx';
import type { LaunchRecord } from './read.ts';

/** Every phase with its figures: one table, a chart of whom each was for, then a card each. */
export function Phases({ phases, plan: { court } }: LaunchRecord) {
  return (
    <Section id="phases" title="Phases">
      <p>
        The audience is every filer a phase is for. Sent counts the emails that the mail service accepted; of
        these, some bounced, and some drew a complaint: the recipient marked the email as spam. Skipped counts
        filers in the audience who can’t or shouldn’t be emailed.
      </p>
      <Table
        columns={figureColumns(court.zone)}
        rows={phases.map((phase) => ({ name: phase.phase, when: whenOf(phase, court.zone), ...phase }))}
        total={{ name: 'Total', when: '', audience: null, ...totalsOf(phases) }}
        class="crier-table local-figures"
        scroll={{ label: 'Figures of every phase' }}
      />
      <h3 id="states">Audience by phase</h3>
      <Legend phases={phases} />
      <Chart phases={phases} />
      <h3 id="outcomes">Results by phase</h3>
      <div class="local-cards">
        {phases.map((phase) => (
          <PhaseCard phase={phase} zone={court.zone} />
        ))}
      </div>
    </Section>
  );
}

/** A line of figures: a phase's, or the sum of all. */
interface FigureLine extends Totals {
  readonly name: string;
  readonly when: string;
  /** `null` for the sum: a filer is in the audience of many phases. */
  readonly audience: number | null;
}

function figureColumns(zone: string): readonly Column<FigureLine>[] {
  return [
    { head: 'Phase', isRowHead: true, cell: ({ name }) => name },
    { head: `When (${zoneWords(zone)})`, cell: ({ when }) => when },
    { head: 'Audience', number: true, cell: ({ audience }) => (audience === null ? '' : count(audience)) },
    { head: 'Sent', number: true, cell: ({ sent }) => count(sent) },
    { head: 'Delivered', number: true, cell: ({ delivered }) => count(delivered) },
    { head: 'Bounced', number: true, cell: ({ bounced }) => count(bounced) },
    { head: 'Complained', number: true, cell: ({ complained }) => count(complained) },
    { head: 'Failed', number: true, cell: ({ failed }) => count(failed) },
    { head: 'Skipped', number: true, cell: ({ skipped }) => count(skipped) },
  ];
}

function Legend({ phases }: { phases: readonly PhaseFigures[] }) {
  return (
    <ul class="local-legend">
      {statesIn(phases.map(({ byState }) => byState)).map((state) => (
        <li>
          <StateKey state={state} />
          {STATE_WORDS[state]}
        </li>
      ))}
    </ul>
  );
}

function Chart({ phases }: { phases: readonly PhaseFigures[] }) {
  const largest = Math.max(1, ...phases.map(({ audience }) => audience));
  const columns: readonly Column<PhaseFigures>[] = [
    { isRowHead: true, cell: ({ phase }) => phase },
    {
      cell: ({ audience, byState }) =>
        audience === 0 ? null : (
          <div style={`width: ${((100 * audience) / largest).toFixed(1)}%`}>
            <StateBar states={byState} />
          </div>
        ),
    },
    { number: true, cell: ({ audience }) => count(audience) },
  ];
  return (
    <Table caption="Audience by phase" columns={columns} rows={phases} class="crier-table local-chart" />
  );
}
