import { CourtTime } from '../ui/court-time.tsx';
import { Fact, Facts } from '../ui/facts.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { PlanDifference, PlanSection } from './plan-summary.ts';

/** A phase of a plan, as its table names it. */
export interface ShownPhase {
  /** `Notice 2 of 4` */
  readonly name: string;
  /** Instant, by the plan's dates; `null` while a date that it depends on is to be announced. */
  readonly at: string | null;
}

interface PlanSectionsProps {
  readonly sections: readonly PlanSection[];
  /** By id. */
  readonly phases: ReadonlyMap<string, ShownPhase>;
  readonly zone: string;
}

/** What a plan says, part by part; its phases as a table with the times that follow. */
export function PlanSections({ sections, phases, zone }: PlanSectionsProps) {
  return sections
    .filter(({ rows }) => rows.length > 0)
    .map((section, index) =>
      section.title === 'Phases' ? (
        <PhaseSection section={section} phases={phases} zone={zone} />
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

interface PhaseSectionProps extends Pick<PlanSectionsProps, 'phases' | 'zone'> {
  readonly section: PlanSection;
}

function PhaseSection({ section, phases, zone }: PhaseSectionProps) {
  const rows = section.rows.map(({ id = '', label, value }) => ({
    id,
    value,
    ...(phases.get(id) ?? { name: label, at: null }),
  }));
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
            cell: ({ id, name, at }) => (at ? <a href={`/phases/${id}`}>{name}</a> : name),
          },
          { head: 'In the plan', cell: ({ value }) => value },
          {
            head: 'Date and time',
            cell: ({ at }) =>
              at ? <CourtTime at={at} zone={zone} /> : 'No time until the date is announced',
          },
        ]}
      />
    </>
  );
}

const BEFORE: Column<PlanDifference> = {
  head: 'Before',
  cell: ({ before }) => (before === null ? 'nothing' : <del>{before}</del>),
};

interface DifferenceTableProps {
  readonly differences: readonly PlanDifference[];
  /** There was no plan before. @default false */
  readonly isFirst?: boolean;
}

/** The differences between two plans, line by line. */
export function DifferenceTable({ differences, isFirst = false }: DifferenceTableProps) {
  if (differences.length === 0) return <p>Nothing.</p>;
  return (
    <Table
      caption={isFirst ? 'Everything in the plan' : 'Changes from the previous plan'}
      onPhones="stacked"
      class="crier-changes"
      scroll={{ label: 'Differences' }}
      rows={differences}
      columns={[
        { head: 'What', isRowHead: true, cell: ({ label }) => label },
        ...(isFirst ? [] : [BEFORE]),
        {
          head: isFirst ? 'In the plan' : 'After',
          cell: ({ after }) => (after === null ? 'nothing' : isFirst ? after : <ins>{after}</ins>),
        },
      ]}
    />
  );
}
