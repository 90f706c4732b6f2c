import type { Person } from '../../domain/person.ts';
import type { Problem } from '../../domain/plan/problem.ts';
import { ActionForm, Hidden, SubmitButton } from '../ui/action-form.tsx';
import type { Page } from '../ui/layout.tsx';
import { Table } from '../ui/table.tsx';
import { MeantDates } from './meant-dates.tsx';

/** A plan in which nothing is wrong but dates of its wording, which a person may confirm. */
interface MeantPlan {
  readonly person: Person;
  /** Of the kept plan. */
  readonly id: string;
  readonly dates: readonly string[];
}

/** A plan that can't be used: everything that is wrong with it. */
export function planProblemsPage(problems: readonly Problem[], meant?: MeantPlan): Page {
  return {
    title: 'This plan can’t be used',
    back: { href: '/plan/upload', label: 'Upload another file' },
    current: '/plan',
    body: (
      <>
        <p>Correct the file, then upload it again.</p>
        <ProblemTable problems={problems} />
        {meant ? (
          <ActionForm action="/plan/meant" person={meant.person} label="Dates in the wording">
            <Hidden name="plan" value={meant.id} />
            <MeantDates dates={meant.dates} />
            <SubmitButton>Review changes</SubmitButton>
          </ActionForm>
        ) : null}
      </>
    ),
  };
}

/** Problems of a plan, with what was found and what is expected. */
export function ProblemTable({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <Table
      caption="Problems, in the order of the file"
      onPhones="stacked"
      scroll={{ label: 'Problems' }}
      rows={problems}
      columns={[
        { head: 'Where', isRowHead: true, cell: (problem) => <Place {...problem} /> },
        { head: 'Found', cell: ({ found }) => <code>{found}</code> },
        { head: 'Expected', cell: ({ message }) => `It ${message}.` },
      ]}
    />
  );
}

/** A path in the file has a line; the name of a phase in the form for dates has none. */
function Place({ path, line }: Problem) {
  return (
    <>
      <code>{path}</code>
      {path.startsWith('$') ? <span class="crier-quiet">line {line}</span> : null}
    </>
  );
}
