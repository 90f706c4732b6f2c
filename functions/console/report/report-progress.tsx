import { STATE_WORDS } from '../../domain/filer/state.ts';
import { GOAL_STATES, goalLabel, percentOf } from '../../domain/run/goal.ts';
import { listedDays, type ProgressDay } from '../../domain/run/progress-days.ts';
import { count } from '../../lib/count.ts';
import { courtDate } from '../../lib/court-time.ts';
import { Section } from '../ui/section.tsx';
import { countOf, StateBar, StateKey, statesIn } from '../ui/state-bar.tsx';
import { StatePlot } from '../ui/state-plot.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { ReportLeft, ReportProgress, ReportView } from './report-view.ts';

interface ProgressProps extends Pick<ReportView, 'progress' | 'now' | 'zone'> {
  readonly hasLinks: boolean;
}

/** How many have reached the goal, who is left and why, and how that moved. */
export function ReportProgressSections({ progress, now, zone, hasLinks }: ProgressProps) {
  if (!progress) {
    return (
      <Section id="progress" title="Filers">
        <p>No roster is active, or its filers haven’t been counted yet.</p>
      </Section>
    );
  }
  return (
    <>
      <Left {...progress} hasLinks={hasLinks} />
      <Section id="days" title="Progress day by day">
        <div class="crier-report-plot">
          <StatePlot points={progress.points} until={now.toString()} zone={zone} mark={progress.pivot} />
        </div>
        <DayTable days={progress.days} />
      </Section>
    </>
  );
}

function Left({ goal, left, days, hasLinks }: ReportProgress & { hasLinks: boolean }) {
  const columns: Column<ReportLeft>[] = [
    {
      head: 'Reason',
      isRowHead: true,
      cell: ({ reason, href }) => (hasLinks ? <a href={href}>{reason}</a> : reason),
    },
    { head: 'Filers', number: true, cell: ({ filers }) => count(filers) },
    { head: 'Without a usable address', number: true, cell: ({ unreachable }) => count(unreachable) },
  ];
  const sum = (of: 'filers' | 'unreachable') => left.reduce((total, one) => total + one[of], 0);
  return (
    <Section id="left" title="Who is left, and why">
      <p>
        <strong>{goalLabel(goal)}</strong>; {count(goal.left)} left.{' '}
        {goal.others > 0 ? `Not counted: ${count(goal.others)} who get no emails.` : ''}
      </p>
      <StateBar states={days.at(-1)!.states} />
      {left.length > 0 ? (
        <Table
          caption="Filers who are left, by reason"
          columns={columns}
          rows={left}
          total={{ reason: 'Total', filers: sum('filers'), unreachable: sum('unreachable'), href: '/filers' }}
        />
      ) : (
        <p>No filer is left.</p>
      )}
    </Section>
  );
}

/** The plot as a table. The goal comes first, as counts and as a share. */
function DayTable({ days }: { days: readonly ProgressDay[] }) {
  const listed = listedDays(days);
  const states = statesIn(listed.map((day) => day.states)).filter((state) => !GOAL_STATES.includes(state));
  const columns: Column<ProgressDay>[] = [
    { head: 'Day', isRowHead: true, class: 'crier-nowrap', cell: ({ day }) => courtDate(day) },
    ...GOAL_STATES.map((state): Column<ProgressDay> => {
      const head = (
        <>
          <StateKey state={state} /> {STATE_WORDS[state]}
        </>
      );
      return { head, number: true, cell: (day) => count(countOf(day.states, state)) };
    }),
    { head: 'Share', number: true, cell: ({ goal }) => percentOf(goal) ?? '' },
    ...states.map((state): Column<ProgressDay> => {
      const head = (
        <>
          <StateKey state={state} /> {STATE_WORDS[state]}
        </>
      );
      return { head, number: true, cell: (day) => count(countOf(day.states, state)) };
    }),
  ];
  const which = listed.length < days.length ? 'the last upload of each week' : 'each day with an upload';
  return (
    <Table
      caption={`Filers by state, ${which}`}
      captionIsVisible
      class="crier-table crier-report-table"
      scroll={{ label: 'Filers by state, day by day' }}
      columns={columns}
      rows={listed}
    />
  );
}
