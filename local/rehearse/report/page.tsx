import { Figure, Figures } from '../../../functions/console/ui/figures.tsx';
import { PIVOT } from '../../../functions/domain/plan/dated.ts';
import { pivotAt } from '../../../functions/domain/plan/phases.ts';
import { count } from '../../../functions/lib/count.ts';
import { courtTime, zoneWords } from '../../../functions/lib/court-time.ts';
import { localPage } from '../../lib/local-page.tsx';
import { totalsOf } from './figures.ts';
import type { Sample } from './outbox.ts';
import { Emails } from './page-emails.tsx';
import { People } from './page-people.tsx';
import { Phases } from './page-phases.tsx';
import { TimelineSection } from './page-timeline.tsx';
import { peopleToSee } from './people.ts';
import type { LaunchRecord } from './read.ts';

/** Frames hold the emails; nothing is fetched from anywhere. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The report as one page that needs nothing else: a string of HTML. */
export function reportPage(record: LaunchRecord, samples: readonly Sample[]): string {
  const { plan } = record;
  const title = `Rehearsal of ${plan.name}`;
  return localPage({
    title,
    name: title,
    policy: POLICY,
    links: [
      { href: '#timeline', label: 'Timeline' },
      { href: '#phases', label: 'Phases' },
      { href: '#emails', label: 'Emails' },
      { href: '#people', label: 'To do for the clerk' },
    ],
    body: (
      <>
        <h1>{plan.court.name}</h1>
        <Lead {...record} />
        <TotalFigures {...record} />
        <TimelineSection record={record} />
        <Phases {...record} />
        <Emails record={record} samples={samples} />
        <People people={peopleToSee(record.lines)} record={record} />
      </>
    ),
    footer: (
      <>
        The emails as SES received them are in <code>outbox/</code>, a line for each filer is in{' '}
        <code>send-log.csv</code>, and these figures are in <code>summary.json</code>. All times are in{' '}
        {zoneWords(plan.court.zone)}.
      </>
    ),
  });
}

function Lead({ plan }: LaunchRecord) {
  const at = pivotAt(plan);
  const time = at ? courtTime(at.toInstant().toString(), plan.court.zone) : 'to be announced';
  return (
    <p>
      {PIVOT.label}: <strong>{time}</strong>. This launch ran from its first phase to its last in the embedded
      cloud, with the clock fast-forwarded. No real email was sent.
    </p>
  );
}

function TotalFigures({ phases, rosters }: LaunchRecord) {
  const { sent, delivered, bounced, complained, failed, skipped } = totalsOf(phases);
  const filers = rosters.findLast(({ activatedAt }) => activatedAt)?.filers ?? 0;
  return (
    <Figures many>
      <Figure name="Filers" main={count(filers)} />
      <Figure name="Emails sent" main={count(sent)} />
      <Figure name="Delivered" main={count(delivered)} />
      <Figure name="Bounced" main={warning(bounced)} />
      <Figure name="Complained" main={warning(complained)} />
      <Figure name="Failed" main={warning(failed)} />
      <Figure name="Skipped" main={count(skipped)} />
    </Figures>
  );
}

/** A number that should be none. */
function warning(number: number) {
  return number > 0 ? <span class="local-warn">{count(number)}</span> : count(number);
}
