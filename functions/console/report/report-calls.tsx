import { count, counted } from '../../lib/count.ts';
import { Section } from '../ui/section.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { ReportCalls, ReportView } from './report-view.ts';

type CallsProps = Pick<ReportView, 'calls' | 'totals' | 'notSent'> & { readonly hasLinks: boolean };
type Group = NonNullable<ReportCalls['groups']>[number];

/** Emails that didn't arrive or weren't sent, and what was done about it. */
export function ReportCallsSection({ calls, totals, notSent, hasLinks }: CallsProps) {
  return (
    <Section id="calls" title="Bounces and calls">
      <p>
        {counted(totals.bounced, 'email')} bounced and {counted(totals.complained, 'email')}{' '}
        {totals.complained === 1 ? 'was' : 'were'} marked as spam. {count(totals.notSent)} not sent
        {notSent.length > 0 ? `: ${notSent.join(', ')}` : ''}.
      </p>
      <h3>Filers to call</h3>
      <Groups groups={calls.groups} />
      {calls.isCut ? <p>More emails had problems than Crier checks for this list.</p> : null}
      {hasLinks ? (
        <p class="crier-screen-only">
          <a href="/filers/phone-list">Phone list, with names</a>
        </p>
      ) : null}
      <h3>Calls made</h3>
      <p>{callsLabel(calls)}</p>
    </Section>
  );
}

function Groups({ groups }: Pick<ReportCalls, 'groups'>) {
  if (groups === null) return <p>The list is being prepared. It will be here within minutes.</p>;
  if (groups.length === 0) return <p>No filer needs a call.</p>;
  const columns: Column<Group>[] = [
    { head: 'Reason', isRowHead: true, cell: ({ reason }) => reason },
    { head: 'Filers', number: true, cell: ({ filers }) => count(filers) },
    { head: 'Settled', number: true, cell: ({ settled }) => count(settled) },
    { head: 'Open', number: true, cell: ({ open }) => count(open) },
  ];
  const sum = (of: 'filers' | 'settled' | 'open') => groups.reduce((total, one) => total + one[of], 0);
  return (
    <Table
      caption="Filers to call, by reason"
      columns={columns}
      rows={groups}
      total={{ reason: 'Total', filers: sum('filers'), settled: sum('settled'), open: sum('open') }}
    />
  );
}

function callsLabel({ results, called }: ReportCalls): string {
  if (results.length === 0) return 'No call was recorded.';
  const calls = results.reduce((sum, one) => sum + one.count, 0);
  const parts = results.map(({ name, count: number }) => `${name}: ${count(number)}`);
  return `${counted(calls, 'call')} to ${counted(called, 'filer')}. ${parts.join('; ')}.`;
}
