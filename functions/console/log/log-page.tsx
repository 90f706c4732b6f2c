import type { Person } from '../../domain/person.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import { type Tally, tallyOf } from '../../domain/run/tally.ts';
import { count } from '../../lib/count.ts';
import { runStateLabel } from '../../queries/phases/phase-labels.ts';
import type { RunLine } from '../../queries/runs-list.ts';
import type { SendLine } from '../../queries/send-line.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Page } from '../ui/layout.tsx';
import { Section } from '../ui/section.tsx';
import { SendTable } from '../ui/send-table.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { LogSearchForm } from './log-search-form.tsx';
import { phasesByRun } from './runs.ts';

/** The send log's first page: what needs a person, and every run. */
interface LogView {
  readonly zone: string;
  readonly person: Pick<Person, 'csrf'>;
  readonly runs: readonly RunLine[];
  /** The latest with problems: those that are settled aren't shown. */
  readonly attention: readonly SendLine[];
  /** More need attention than are shown. */
  readonly hasMore: boolean;
}

/** The send log's first page. */
export function logPage(view: LogView): Page {
  return {
    title: 'Send log',
    current: '/log',
    body: (
      <>
        <LogSearchForm person={view.person} />
        {view.runs.length === 0 ? <NoRun /> : <Runs {...view} />}
      </>
    ),
  };
}

function NoRun() {
  return (
    <EmptyState title="No phase has been sent yet" action={{ href: '/phases', label: 'View phases' }}>
      Once a phase starts, each of its emails is listed here: to whom, when, and its status.
    </EmptyState>
  );
}

function Runs({ runs, attention, zone, hasMore }: LogView) {
  const open = attention.filter(({ isSettled }) => !isSettled);
  return (
    <>
      <Section id="attention" title="Needs attention">
        {open.length > 0 ? (
          <SendTable
            lines={open}
            zone={zone}
            caption="Emails that need attention"
            phases={phasesByRun(runs.map(({ run }) => run))}
          />
        ) : (
          <p class="crier-note">
            {hasMore
              ? 'None of the latest emails with problems needs attention.'
              : 'No emails need attention.'}
          </p>
        )}
        {hasMore || open.length > 0 ? (
          <p>
            <a href="/log/attention">{hasMore ? 'All emails that need attention' : 'Filter by status'}</a>
          </p>
        ) : null}
      </Section>
      <Section id="runs" title="Phases sent so far">
        <Table
          caption="Phases sent so far, newest first"
          columns={runColumns(zone)}
          rows={runs}
          onPhones="stacked"
          class="crier-runs"
        />
      </Section>
    </>
  );
}

function runColumns(zone: string): readonly Column<RunLine>[] {
  return [
    {
      head: 'Phase',
      isRowHead: true,
      cell: ({ run }) => (
        <>
          <a href={`/log?run=${run.runId}`}>{phaseName(run)}</a>
          <span class="crier-quiet">
            <CourtTime at={run.decidedAt} zone={zone} />
          </span>
        </>
      ),
    },
    { head: 'Status', cell: (line) => <RunState {...line} /> },
    { head: 'Audience', number: true, cell: figure(({ filers }) => filers) },
    { head: 'Sent', number: true, cell: figure(({ sent }) => sent) },
    { head: 'Waiting', number: true, cell: figure(({ waiting }) => waiting) },
    { head: 'Not sent', number: true, cell: figure(({ notSent }) => notSent) },
    { head: 'Unconfirmed', number: true, cell: figure(({ unconfirmed }) => unconfirmed) },
  ];
}

function RunState({ state }: RunLine) {
  const { name, tone } = runStateLabel(state);
  return <Tag tone={tone}>{name}</Tag>;
}

/** One of the numbers of a run; a dash while its audience is being decided. */
function figure(of: (tally: Tally) => number) {
  return ({ counts }: RunLine): string => (counts ? count(of(tallyOf(counts))) : '–');
}
