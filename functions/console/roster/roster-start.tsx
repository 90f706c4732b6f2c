import { Alert } from '../ui/alert.tsx';
import type { BackLink } from '../ui/layout.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { COLUMNS, type RosterColumn } from './roster-example.ts';

/** The link back to the roster's page. */
export const ROSTER: BackLink = { label: 'Roster', href: '/roster' };

interface RosterStartProps {
  readonly isClerk: boolean;
  readonly hasPlan: boolean;
}

/** What the roster's page shows before the first upload: what the file holds. */
export function RosterStart({ isClerk, hasPlan }: RosterStartProps) {
  return (
    <>
      <p class="usa-intro crier-intro">
        The roster says who files at this court, and what is known of their accounts. Every email is made from
        it.
      </p>
      {hasPlan ? null : <PlanFirst />}
      <div class="crier-actions">
        {isClerk && hasPlan ? (
          <a class="usa-button" href="/roster/upload">
            Upload the roster
          </a>
        ) : null}
        <ExampleLink look="outline" />
      </div>
      {isClerk ? null : <p>Only the clerk uploads.</p>}
      <h2 id="columns">What the file holds</h2>
      <p>
        A table with one row for each filer, as CSV or Excel (.xlsx). Columns may stand in any order, and most
        usual names for them are understood. Leave out what you do not have: a blank cell means “unknown”, and
        that filer is asked to check.
      </p>
      <Table columns={COLUMN_COLUMNS} rows={COLUMNS} class="crier-table" scroll={{ labelledBy: 'columns' }} />
      <p>
        <strong>Never upload</strong> passwords, dates of birth or social security numbers: such a file is
        refused whole.
      </p>
    </>
  );
}

/** The link to a small roster to start from. */
export function ExampleLink({ look }: { readonly look?: 'outline' | 'unstyled' }) {
  return (
    <a class={look && `usa-button usa-button--${look}`} href="/roster/example.csv">
      Download an example (CSV)
    </a>
  );
}

/** Says that there must be a plan before a roster. */
export function PlanFirst() {
  return (
    <Alert
      kind="warning"
      title="The launch plan comes first"
      text="A roster is read with the court, its time zone and the plan’s dates. Upload the launch plan before the roster."
    />
  );
}

const COLUMN_COLUMNS: readonly Column<RosterColumn>[] = [
  { head: 'Column', isRowHead: true, cell: ({ name }) => <code>{name}</code> },
  { head: 'Needed', cell: ({ isRequired }) => (isRequired ? <strong>yes</strong> : 'no') },
  { head: 'What it says', cell: ({ says }) => says },
];
