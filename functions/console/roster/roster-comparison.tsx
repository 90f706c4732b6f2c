import type { Child } from 'hono/jsx';
import { campaign } from '#campaign';
import { filersIn, type RosterVersion } from '../../domain/roster/roster-version.ts';
import { count } from '../../lib/count.ts';
import { capitalized } from '../../lib/letter-case.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { AsOf } from './as-of.tsx';
import { type Names, uploaderOf } from './roster-labels.ts';

/** A line of the comparison: its name, and what each version has there. */
interface Line {
  readonly name: string;
  readonly of: (version: RosterVersion) => Child;
}

interface ComparisonProps {
  readonly version: RosterVersion;
  /** The active version. */
  readonly current: RosterVersion | null;
  readonly zone: string;
  readonly names: Names;
}

/** A version beside the active one. */
export function Comparison({ version, current, zone, names }: ComparisonProps) {
  const lines: readonly Line[] = [
    { name: 'Uploaded', of: ({ uploadedAt }) => <CourtTime at={uploadedAt} zone={zone} /> },
    { name: 'By', of: (version) => uploaderOf(version, names) },
    { name: 'Filers', of: (version) => count(filersIn(version)) },
    { name: 'Without an email address', of: ({ rows }) => count(rows.unreachable) },
    {
      name: capitalized(campaign.progress.label),
      of: ({ progressAsOf }) => (progressAsOf === null ? 'none' : <AsOf at={progressAsOf} zone={zone} />),
    },
  ];
  const columns: readonly Column<Line>[] = [
    { head: <span class="usa-sr-only">What</span>, isRowHead: true, cell: ({ name }) => name },
    ...(current ? [{ head: 'Active now', cell: ({ of }: Line) => of(current) }] : []),
    { head: 'This version', cell: ({ of }) => of(version) },
  ];
  return <Table columns={columns} rows={lines} class="crier-table" scroll={{ label: 'The two rosters' }} />;
}
