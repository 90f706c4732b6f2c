import { Alert, AlertText } from '../ui/alert.tsx';
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
        The roster lists who files with this court and what is known about their accounts. Every email is
        based on it.
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
      {isClerk ? null : <p>Only clerks can upload a roster.</p>}
      <h2 id="columns">What the file contains</h2>
      <p>
        A table with one row for each filer, as CSV or Excel (.xlsx). Columns can be in any order, and most
        common names for them are recognized. Leave out what you don’t have: a blank cell means “unknown”, and
        that filer is asked to check.
      </p>
      <Table columns={COLUMN_COLUMNS} rows={COLUMNS} class="crier-table" scroll={{ labelledBy: 'columns' }} />
      <p>
        <strong>Never upload</strong> passwords, dates of birth or social security numbers: the whole file
        would be refused.
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
    <Alert kind="warning" title="The launch plan comes first">
      <AlertText>
        Crier reads a roster using the plan’s court, time zone and dates.{' '}
        <a href="/plan">Go to the launch plan</a>
      </AlertText>
    </Alert>
  );
}

const COLUMN_COLUMNS: readonly Column<RosterColumn>[] = [
  { head: 'Column', isRowHead: true, cell: ({ name }) => <code>{name}</code> },
  { head: 'Required', cell: ({ isRequired }) => (isRequired ? <strong>yes</strong> : 'no') },
  { head: 'Contents', cell: ({ says }) => says },
];
