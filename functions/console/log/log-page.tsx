import type { Person } from '../../domain/person.ts';
import { count } from '../../lib/count.ts';
import type { RunLine } from '../../queries/runs-list.ts';
import type { SendLine } from '../../queries/send-line.ts';
import { phaseName } from '../phases/phase-name.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Page } from '../ui/layout.tsx';
import { Section } from '../ui/section.tsx';
import { SendTable } from '../ui/send-table.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { LogSearchForm } from './log-search-form.tsx';
import { phasesByRun } from './phases-by-run.ts';

/** The send log's first page: what needs a person, and every run. */
interface LogView {
  readonly zone: string;
  readonly person: Pick<Person, 'csrf'>;
  readonly runs: readonly RunLine[];
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
    <EmptyState title="No phase has run yet" action={{ href: '/phases', label: 'See the phases' }}>
      Once a phase starts, every email of it stands here: to whom, when, and what became of it.
    </EmptyState>
  );
}

function Runs({ runs, attention, zone, hasMore }: LogView) {
  return (
    <>
      <Section id="attention" title="Needs attention">
        {attention.length === 0 ? (
          <p class="crier-calm">No email waits for a person.</p>
        ) : (
          <>
            <SendTable
              lines={attention}
              zone={zone}
              caption="Emails that need attention"
              phases={phasesByRun(runs)}
            />
            <p>
              <a href="/log/attention">{hasMore ? 'All that needs attention' : 'Look at one status'}</a>
            </p>
          </>
        )}
      </Section>
      <Section id="runs" title="Phases that have run">
        <Table
          caption="Phases that have run, newest first"
          columns={runColumns(zone)}
          rows={runs}
          onPhones="stacked"
          class="crier-runs"
        />
      </Section>
    </>
  );
}

const STATE_LABELS: Readonly<Record<RunLine['state'], { readonly name: string; readonly tone: Tone }>> = {
  running: { name: 'Sending', tone: 'busy' },
  held: { name: 'Held', tone: 'wait' },
  cancelled: { name: 'Canceled', tone: 'bad' },
  complete: { name: 'Complete', tone: 'good' },
};

function runColumns(zone: string): readonly Column<RunLine>[] {
  return [
    {
      head: 'Phase',
      isRowHead: true,
      cell: ({ run }) => (
        <>
          <a href={`/log?run=${run.runId}`}>{phaseName(run)}</a>
          <span class="crier-quiet">
            <CourtTime at={run.scheduledFor} zone={zone} />
          </span>
        </>
      ),
    },
    { head: 'Stands', cell: (line) => <RunState line={line} zone={zone} /> },
    {
      head: 'Audience',
      number: true,
      cell: ({ counts }) => (counts?.audience == null ? '–' : count(counts.audience)),
    },
    { head: 'Delivered', number: true, cell: sumOf('delivered') },
    { head: 'On the way', number: true, cell: sumOf('waiting', 'sent', 'delayed') },
    { head: 'Went wrong', number: true, cell: sumOf('bounced', 'complained', 'failed', 'unknown') },
    { head: 'Not mailed', number: true, cell: sumOf('skipped') },
  ];
}

function RunState({ line: { state, counts }, zone }: { line: RunLine; zone: string }) {
  const { name, tone } = STATE_LABELS[state];
  return (
    <>
      <Tag tone={tone}>{name}</Tag>
      {counts ? (
        <span class="crier-quiet">
          counted <CourtTime at={counts.asOf} zone={zone} />
        </span>
      ) : (
        <span class="crier-quiet">counted within minutes</span>
      )}
    </>
  );
}

type CountedStatus = keyof NonNullable<RunLine['counts']>['byStatus'];

/** How many of a run's sends have one of these statuses. */
function sumOf(...statuses: CountedStatus[]) {
  return ({ counts }: RunLine): string =>
    counts ? count(statuses.reduce((sum, status) => sum + (counts.byStatus[status] ?? 0), 0)) : '–';
}
