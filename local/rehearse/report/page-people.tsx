import { campaign } from '#campaign';
import { Section } from '../../../functions/console/ui/section.tsx';
import { type Column, Table } from '../../../functions/console/ui/table.tsx';
import { capitalized } from '../../../functions/lib/letter-case.ts';
import type { PersonToSee } from './people.ts';
import type { LaunchRecord } from './read.ts';

interface PeopleProps {
  readonly people: readonly PersonToSee[];
  readonly record: LaunchRecord;
}

/** Whom the clerk should call, or whose entry in the roster is to be settled. */
export function People({ people, record: { lines } }: PeopleProps) {
  return (
    <Section id="people" title="To do for the clerk">
      {people.length === 0 ? (
        <p>The last phase reached its whole audience.</p>
      ) : (
        <>
          <p>
            The last phase, {lines.at(-1)?.run.phaseId}, did not reach these filers by email. Some need a
            call; for the others, correct the roster.
          </p>
          <Table
            columns={COLUMNS}
            rows={people}
            onPhones="stacked"
            scroll={{ label: 'Filers not reached by email' }}
          />
        </>
      )}
    </Section>
  );
}

const COLUMNS: readonly Column<PersonToSee>[] = [
  { head: 'Name', isRowHead: true, cell: ({ name }) => name },
  { head: campaign.key.label, cell: ({ userId }) => userId },
  { head: 'Phone', class: 'crier-phone', cell: ({ phone }) => phone || '–' },
  { head: 'Email', class: 'crier-break', cell: ({ email }) => email || '–' },
  { head: 'Why', cell: ({ what }) => capitalized(what) },
];
