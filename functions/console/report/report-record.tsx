import { CourtTime } from '../ui/court-time.tsx';
import { Section } from '../ui/section.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { ReportDeed, ReportPause, ReportView } from './report-view.ts';

type RecordProps = Pick<ReportView, 'pauses' | 'approvals' | 'isCut' | 'zone'>;

/** Pauses and approvals, with who decided and why. */
export function ReportRecordSections({ pauses, approvals, isCut, zone }: RecordProps) {
  return (
    <>
      <Section id="pauses" title="Pauses">
        {pauses.length > 0 ? (
          <Table
            caption="Times when sending was paused, oldest first"
            onPhones="stacked"
            class="crier-report-table"
            columns={pauseColumns(zone)}
            rows={pauses}
          />
        ) : (
          <p>Sending was never paused by anyone.</p>
        )}
      </Section>
      <Section id="approvals" title="Approvals">
        {approvals.length > 0 ? (
          <Table
            caption="Phases that people approved or released, oldest first"
            onPhones="stacked"
            class="crier-report-table"
            columns={approvalColumns(zone)}
            rows={approvals}
          />
        ) : (
          <p>No phase needed approval.</p>
        )}
        {isCut ? <p>This launch has a longer audit log: only its latest entries are shown here.</p> : null}
      </Section>
    </>
  );
}

function pauseColumns(zone: string): readonly Column<ReportPause>[] {
  return [
    { head: 'Paused', isRowHead: true, cell: ({ what }) => what },
    {
      head: 'From',
      cell: ({ began, reason }) =>
        began ? <DeedCell deed={began} zone={zone} /> : `Automatically. ${reason}`,
    },
    { head: 'Until', cell: ({ ended }) => (ended ? <DeedCell deed={ended} zone={zone} /> : 'Still paused') },
  ];
}

function DeedCell({ deed: { at, by, why }, zone }: { deed: ReportDeed; zone: string }) {
  return (
    <>
      <CourtTime at={at} zone={zone} />
      <span class="crier-quiet">
        {by}: {why}
      </span>
    </>
  );
}

function approvalColumns(zone: string): readonly Column<ReportDeed>[] {
  return [
    { head: 'When', cell: ({ at }) => <CourtTime at={at} zone={zone} /> },
    { head: 'What', isRowHead: true, cell: ({ what }) => what },
    { head: 'By', cell: ({ by }) => by },
    { head: 'Why', cell: ({ why }) => why },
  ];
}
