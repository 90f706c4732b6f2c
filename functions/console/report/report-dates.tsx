import { count } from '../../lib/count.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { Section } from '../ui/section.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { ReportDates, ReportView } from './report-view.ts';

/** The dates as they were set and moved, and how many emails named them. */
export function ReportDatesSection({ dates, zone }: Pick<ReportView, 'dates' | 'zone'>) {
  const columns: Column<ReportDates>[] = [
    { head: 'Set', isRowHead: true, cell: ({ at }) => <CourtTime at={at} zone={zone} /> },
    { head: 'Dates', cell: DateList },
    { head: 'By', cell: ({ by }) => by },
    { head: 'Why', cell: ({ why }) => why || '–' },
    { head: 'Emails that named them', number: true, cell: ({ emails }) => count(emails) },
  ];
  const changes = dates.length - 1;
  return (
    <Section id="dates" title="Dates, as announced and changed">
      <p>
        {changes === 0
          ? 'The dates were never changed.'
          : `The dates were changed ${changes === 1 ? 'once' : `${count(changes)} times`}. The last row has the current dates.`}
      </p>
      <Table
        caption="The launch’s dates, oldest first"
        onPhones="stacked"
        class="crier-report-table"
        columns={columns}
        rows={dates}
      />
    </Section>
  );
}

function DateList({ dates }: ReportDates) {
  return (
    <ul class="crier-plain-list">
      {dates.map(({ name, value }) => (
        <li>
          {name}: {value}
        </li>
      ))}
    </ul>
  );
}
