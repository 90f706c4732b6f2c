import { count } from '../../lib/count.ts';
import type { AudienceChange, PlanAudiences } from '../../queries/plan-audiences.ts';
import { Table } from '../ui/table.tsx';

interface PlanAudiencesProps {
  readonly audiences: PlanAudiences;
  /** Ids of phases that were sent: their audience is decided. */
  readonly sent: ReadonlySet<string>;
  /** What phases are called, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** How many filers each phase would email, before and after a plan becomes active. */
export function AudienceChanges(props: PlanAudiencesProps) {
  return (
    <>
      <h2 id="audiences">Who gets each phase</h2>
      <Audiences {...props} />
    </>
  );
}

function Audiences({ audiences, sent, names }: PlanAudiencesProps) {
  if (audiences.kind === 'no-roster') return <p>No roster is active, so no one can be emailed yet.</p>;
  if (audiences.kind === 'counting')
    return <p>The roster’s filers are being counted. Reload this page in a minute.</p>;
  const rows = [...audiences.phases].filter(([id]) => !sent.has(id));
  if (rows.length === 0) return <p>Every phase was already sent.</p>;
  return (
    <>
      <p>
        {isUnchanged(rows) ? 'As many filers as before. ' : null}
        These are the emails that each phase would send today. Filers who complete their steps, and roster
        updates, change them.
        {audiences.isByOldDate
          ? ' The roster is large, so the new date isn’t considered yet: it will be once the plan is active.'
          : null}
      </p>
      <Table
        caption="Emails of each phase, before and after"
        scroll={{ labelledBy: 'audiences' }}
        rows={rows}
        columns={[
          { head: 'Phase', isRowHead: true, cell: ([id]) => names.get(id) ?? id },
          { head: 'Emails before', number: true, cell: ([, { from }]) => emails(from) },
          { head: 'Emails after', number: true, cell: ([, { to }]) => emails(to) },
        ]}
      />
    </>
  );
}

function isUnchanged(rows: readonly (readonly [string, AudienceChange])[]): boolean {
  return rows.every(([, { from, to }]) => from === to);
}

function emails(number: number | null): string {
  return number === null ? 'none' : count(number);
}
