import { count } from '../../lib/count.ts';
import { courtDay } from '../../lib/court-time.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { Section } from '../ui/section.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import type { ReportPhase, ReportView } from './report-view.ts';
import type { RunFigures } from './run-figures.ts';

type PhasesProps = Pick<ReportView, 'phases' | 'totals' | 'countedAt' | 'zone'>;

/** A row of the table: a phase, or the sum of all. */
interface FigureRow {
  readonly phase: ReportPhase | null;
  readonly figures: RunFigures | null;
}

/** Each phase with what was sent. */
export function ReportPhasesSection({ phases, totals, countedAt, zone }: PhasesProps) {
  const hasUnconfirmed = totals.unconfirmed > 0;
  const unconfirmed = ', and those that may or may not have been sent (unconfirmed)';
  return (
    <Section id="phases" title="Phases and emails">
      <p>
        The audience is the emails sent, those waiting{hasUnconfirmed ? ',' : ', and'} those not sent
        {hasUnconfirmed ? unconfirmed : ''}.
        {countedAt ? (
          <>
            {' '}
            Last counted <CourtTime at={countedAt} zone={zone} />.
          </>
        ) : null}
      </p>
      <Table
        caption="Phases with their emails, by time"
        class="crier-table crier-report-table"
        scroll={{ label: 'Phases with their emails' }}
        columns={columnsOf(zone, { hasUnconfirmed })}
        rows={phases.map((phase): FigureRow => ({ phase, figures: phase.figures }))}
        total={{ phase: null, figures: totals }}
      />
    </Section>
  );
}

function columnsOf(
  zone: string,
  { hasUnconfirmed }: { hasUnconfirmed: boolean },
): readonly Column<FigureRow>[] {
  const number = (head: string, key: keyof RunFigures): Column<FigureRow> => ({
    head,
    number: true,
    // A filer is in the audience of many phases.
    cell: ({ phase, figures }) => (figures && (phase || key !== 'audience') ? count(figures[key]) : ''),
  });
  return [
    { head: 'Phase', isRowHead: true, cell: ({ phase }) => phase?.name ?? 'Total' },
    { head: 'When', class: 'crier-nowrap', cell: ({ phase }) => (phase ? courtDay(phase.at, zone) : '') },
    {
      head: 'Status',
      cell: ({ phase }) => (phase ? <Tag tone={phase.status.tone}>{phase.status.name}</Tag> : ''),
    },
    number('Audience', 'audience'),
    number('Sent', 'sent'),
    number('Waiting', 'waiting'),
    number('Not sent', 'notSent'),
    ...(hasUnconfirmed ? [number('Unconfirmed', 'unconfirmed')] : []),
    number('Delivered', 'delivered'),
    number('Bounced', 'bounced'),
    number('Marked as spam', 'complained'),
  ];
}
