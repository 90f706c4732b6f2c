import type { Problem } from '../../domain/roster/problem.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import type { ProblemPage } from '../../domain/roster/stored-problems.ts';
import { count } from '../../lib/count.ts';
import { linkTo } from '../../lib/link-to.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { PageLinks } from '../ui/page-links.tsx';
import { Section } from '../ui/section.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { problemName, resultLabel } from './roster-labels.ts';

interface ProblemsProps {
  readonly version: RosterVersion;
  /** A page of its problems; `null` when the report has been deleted. */
  readonly problems: ProblemPage | null;
  /** When a person was erased, and the report with them; `null`: it is there, or was deleted because of its age. */
  readonly erasedAt: string | null;
  readonly zone: string;
  readonly isFirstPage: boolean;
}

/** A page of what is wrong with which row. */
export function Problems({ version, problems, isFirstPage, erasedAt, zone }: ProblemsProps) {
  return (
    <Section id="problems" title={isFirstPage ? 'Problems by row' : 'More problems'}>
      {problems === null ? (
        <Deleted erasedAt={erasedAt} zone={zone} />
      ) : (
        <ProblemList version={version} page={problems} isFirstPage={isFirstPage} />
      )}
    </Section>
  );
}

function Deleted({ erasedAt, zone }: Pick<ProblemsProps, 'erasedAt' | 'zone'>) {
  if (erasedAt === null)
    return <p>The list has been deleted because of its age, as has the uploaded file.</p>;
  return (
    <p>
      The list and the uploaded file were deleted on <CourtTime at={erasedAt} zone={zone} />, when a person
      was erased: either could name that person. The roster itself was kept.
    </p>
  );
}

interface ProblemListProps {
  readonly version: RosterVersion;
  readonly page: ProblemPage;
  readonly isFirstPage: boolean;
}

function ProblemList({ version, page: { problems, next }, isFirstPage }: ProblemListProps) {
  if (problems.length === 0) {
    const isTooWide = isFirstPage && (version.problemCounts ?? []).length > 0;
    if (!isTooWide) {
      return (
        <p class="crier-note">{isFirstPage ? 'No problems were found.' : 'There are no more problems.'}</p>
      );
    }
    return (
      <>
        <Mending {...version} />
        <p>Its rows are too long to show here: download the file.</p>
      </>
    );
  }
  const path = `/roster/versions/${version.version}`;
  return (
    <>
      {isFirstPage ? <Mending {...version} /> : null}
      <Table
        columns={PROBLEM_COLUMNS}
        rows={problems}
        onPhones="stacked"
        class="crier-table"
        scroll={{ label: 'List of problems' }}
      />
      <PageLinks
        previous={isFirstPage ? null : path}
        next={next === null ? null : `${linkTo(path, { from: String(next) })}#problems`}
        previousLabel="Start of the report"
        nextLabel="More problems"
      />
    </>
  );
}

function Mending({ version, problemCounts = [] }: RosterVersion) {
  return (
    <>
      <p>
        Row numbers match your spreadsheet. To fix the file, download it with the problems beside each row,
        correct it, and upload it again. The two columns in front are ignored.
      </p>
      <div class="crier-actions">
        <a class="usa-button usa-button--outline" href={`/roster/versions/${version}/mend.csv`}>
          Download the file with problems marked (CSV)
        </a>
      </div>
      {problemCounts.length === 0 ? null : (
        <>
          <Table
            caption="By kind"
            captionIsVisible
            columns={COUNT_COLUMNS}
            rows={problemCounts}
            onPhones="stacked"
            class="crier-table crier-table--kinds"
          />
          <h3>Row by row</h3>
        </>
      )}
    </>
  );
}

type ProblemCount = NonNullable<RosterVersion['problemCounts']>[number];

const COUNT_COLUMNS: readonly Column<ProblemCount>[] = [
  { head: 'Problem', cell: ({ code }) => problemName(code) },
  { head: 'Result', cell: (kind) => <ResultTag {...kind} /> },
  { head: 'Rows', number: true, cell: (one) => count(one.count) },
];

const PROBLEM_COLUMNS: readonly Column<Problem>[] = [
  { head: 'Row', number: true, isRowHead: true, cell: ({ row }) => count(row) },
  { head: 'Column', class: 'crier-break crier-wide', cell: ({ column }) => column ?? 'entire row' },
  {
    head: 'Value in file',
    class: 'crier-break crier-wide',
    cell: ({ found }) => (found === '' ? <em>blank</em> : <code>{found}</code>),
  },
  {
    head: 'Problem',
    cell: ({ code, expected }) => (
      <>
        <strong>{problemName(code)}.</strong> Expected {expected}.
      </>
    ),
  },
  { head: 'Result', cell: (problem) => <ResultTag {...problem} /> },
];

function ResultTag(problem: Pick<Problem, 'severity' | 'code'>) {
  const { name, tone } = resultLabel(problem);
  return <Tag tone={tone}>{name}</Tag>;
}
