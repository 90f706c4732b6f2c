import { campaign } from '#campaign';
import { Section } from '../../../functions/console/ui/section.tsx';
import { type Column, Table } from '../../../functions/console/ui/table.tsx';
import { capitalized } from './labels.ts';
import type { PersonToSee } from './people.ts';
import type { LaunchRecord } from './read.ts';

interface PeopleProps {
  readonly people: readonly PersonToSee[];
  readonly record: LaunchRecord;
}

/** Whom the clerk should call, or whose entry in the roster is to be settled. */
export function People({ people, record: { lines } }: PeopleProps) {
  return (
    <Section id="people" title="Left for the clerk">
      {people.length === 0 ? (
        <p>The last phase reached everybody whom it was for.</p>
      ) : (
        <>
          <p>
            The last phase, {lines.at(-1)?.run.phaseId}, was for these filers too, and email did not reach
            them. Some need a call; of the others the entry in the roster is to be settled.
          </p>
          <Table
            columns={COLUMNS}
            rows={people}
            onPhones="cards"
            scroll={{ label: 'Filers whom email did not reach' }}
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
