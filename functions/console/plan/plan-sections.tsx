import { CourtTime } from '../ui/court-time.tsx';
import { Fact, Facts } from '../ui/facts.tsx';
import { Table } from '../ui/table.tsx';
import type { PlanDifference, PlanSection } from './plan-summary.ts';

interface PlanSectionsProps {
  readonly sections: readonly PlanSection[];
  /** When each phase is by the plan's dates, by its id: an instant. */
  readonly times: ReadonlyMap<string, string>;
  readonly zone: string;
}

/** What a plan says, part by part; its phases as a table with the times that follow. */
export function PlanSections({ sections, times, zone }: PlanSectionsProps) {
  return sections
    .filter(({ rows }) => rows.length > 0)
    .map((section, index) =>
      section.title === 'Phases' ? (
        <PhaseSection section={section} times={times} zone={zone} />
      ) : (
        <>
          <h2 id={`part-${index}`}>{section.title}</h2>
          <Facts>
            {section.rows.map(({ label, value }) => (
              <Fact name={label}>{value}</Fact>
            ))}
          </Facts>
        </>
      ),
    );
}

interface PhaseSectionProps extends Pick<PlanSectionsProps, 'times' | 'zone'> {
  readonly section: PlanSection;
}

function PhaseSection({ section, times, zone }: PhaseSectionProps) {
  const rows = section.rows.map((row) => ({ ...row, at: times.get(row.label) }));
  return (
    <>
      <h2 id="phases">What is sent, and when</h2>
      <Table
        caption="The phases, in the order of the plan"
        onPhones="stacked"
        class="crier-phases"
        scroll={{ labelledBy: 'phases' }}
        rows={rows}
        columns={[
          {
            head: 'Phase',
            isRowHead: true,
            cell: ({ label, at }) => (at ? <a href={`/phases/${label}`}>{label}</a> : label),
          },
          { head: 'In the plan', cell: ({ value }) => value },
          {
            head: 'Date and time',
            cell: ({ at }) =>
              at ? <CourtTime at={at} zone={zone} /> : 'no time while a date is to be announced',
          },
        ]}
      />
    </>
  );
}

/** The differences between two plans, line by line. */
export function DifferenceTable({ differences }: { readonly differences: readonly PlanDifference[] }) {
  if (differences.length === 0) return <p>Nothing.</p>;
  return (
    <Table
      caption="Changes from the previous plan"
      onPhones="stacked"
      class="crier-changes"
      scroll={{ label: 'Differences' }}
      rows={differences}
      columns={[
        { head: 'What', isRowHead: true, cell: ({ label }) => label },
        { head: 'Before', cell: ({ before }) => (before === null ? 'nothing' : <del>{before}</del>) },
        { head: 'After', cell: ({ after }) => (after === null ? 'nothing' : <ins>{after}</ins>) },
      ]}
    />
  );
}
