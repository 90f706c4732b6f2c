import { PIVOT } from '../../domain/plan/dated.ts';
import { counted } from '../../lib/count.ts';
import { CourtTime } from '../ui/court-time.tsx';
import type { Page } from '../ui/layout.tsx';
import { PageLinks } from '../ui/page-links.tsx';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { DifferenceTable, PlanSections, type ShownPhase } from './plan-sections.tsx';
import type { PlanDifference, PlanSection } from './plan-summary.ts';

/** A plan of the history. */
export interface PlanVersion {
  readonly version: string;
  /** Instant, ISO 8601 in UTC. */
  readonly uploadedAt: string;
  /** Who uploaded it, as shown on the page. */
  readonly by: string;
  readonly isActive: boolean;
  /** The date that phases count from, in words. */
  readonly pivot: string;
  /** How many changes it has from the one before it; `null` for the first. */
  readonly differences: number | null;
}

/** A page of the history. */
export interface PlanHistoryProps {
  readonly history: readonly PlanVersion[];
  readonly zone: string;
  /** Where older plans are; `null`: there are none. */
  readonly older: string | null;
  readonly isFirstPage: boolean;
}

/** The plans before, newest first. */
export function PlanHistory({ history, zone, older, isFirstPage }: PlanHistoryProps) {
  return (
    <>
      <Table
        caption="Plans, newest first"
        onPhones="stacked"
        class="crier-phases"
        scroll={{ labelledBy: 'history' }}
        rows={history}
        columns={[
          { head: 'Uploaded', isRowHead: true, cell: (plan) => <VersionLink plan={plan} zone={zone} /> },
          { head: 'By', cell: ({ by }) => by },
          { head: PIVOT.label, cell: ({ pivot }) => pivot },
          { head: 'Changes', cell: differenceLabel },
        ]}
      />
      <PageLinks
        previous={isFirstPage ? null : '/plan'}
        next={older}
        nextLabel="Older plans"
        previousLabel="Newest plans"
      />
    </>
  );
}

function VersionLink({ plan, zone }: { plan: PlanVersion; zone: string }) {
  return (
    <>
      <a href={`/plan/versions/${plan.version}`}>
        <CourtTime at={plan.uploadedAt} zone={zone} />
      </a>{' '}
      {plan.isActive ? <Tag tone="good">Active</Tag> : null}
    </>
  );
}

function differenceLabel({ differences }: PlanVersion): string {
  if (differences === null) return 'the first plan';
  return differences === 0 ? 'none' : counted(differences, 'change');
}

/** One plan of the history. */
export interface VersionView {
  readonly zone: string;
  readonly version: PlanVersion;
  readonly sections: readonly PlanSection[];
  /** By id. */
  readonly phases: ReadonlyMap<string, ShownPhase>;
  readonly differences: readonly PlanDifference[];
}

/** What one plan of the history says, and what it changed. */
export function planVersionPage(view: VersionView): Page {
  const { version, differences, zone } = view;
  return {
    title: version.isActive ? 'The current plan' : 'An earlier plan',
    back: { href: '/plan', label: 'Launch plan' },
    current: '/plan',
    body: (
      <>
        <p>
          Uploaded <CourtTime at={version.uploadedAt} zone={zone} /> by {version.by}.{' '}
          <a href={`/plan/file?version=${version.version}`}>Download this plan (JSON)</a>
        </p>
        <h2 id="differences">What it changed</h2>
        <DifferenceTable differences={differences} />
        <PlanSections {...view} />
      </>
    ),
  };
}
