import { PIVOT, pivotOf } from '../../functions/domain/plan/dated.ts';
import { phasesOf } from '../../functions/domain/plan/phases.ts';
import type { Rehearsal } from './play.ts';
import { type PhaseFigures, type Totals, totalsOf } from './report/figures.ts';
import { fileNameOf, samplesOf } from './report/outbox.ts';
import { reportPage } from './report/page.tsx';
import type { LaunchRecord } from './report/read.ts';
import { sendLogCsv } from './report/send-log.ts';
import { MADE_BY, type OutFiles } from './report/write.ts';

/** The figures of a rehearsal: `summary.json`. Holds no personal data. The pivot has its name in the plan. */
interface Summary {
  readonly [pivot: string]: unknown;
  readonly madeBy: typeof MADE_BY;
  readonly launch: string;
  readonly court: string;
  /** The zone of all times. */
  readonly zone: string;
  readonly phases: readonly PhaseFigures[];
  readonly totals: Totals;
}

/** The figures of a launch, from what its tables say. */
export function summaryOf({ plan, phases }: LaunchRecord): Summary {
  const { name, court } = plan;
  return {
    madeBy: MADE_BY,
    launch: name,
    court: court.name,
    zone: court.zone,
    [PIVOT.at.at(-1)!]: pivotOf(plan),
    phases,
    totals: totalsOf(phases),
  };
}

/** Every file that a rehearsal leaves, by name. */
export async function outFiles({ record, emails }: Rehearsal): Promise<OutFiles> {
  const { plan } = record;
  const { zone } = plan.court;
  // Loaded late: its templates are built right before a rehearsal.
  const { publicPage } = await import('../../functions/email/public-page.ts');
  const [first] = phasesOf(plan);
  return {
    'summary.json': `${JSON.stringify(summaryOf(record), null, 2)}\n`,
    'send-log.csv': sendLogCsv(record.lines, zone),
    'report.html': reportPage(record, await samplesOf(emails, record.lines)),
    'public-notice.html': publicPage(plan, first!.at.toInstant()),
    outbox: new Map(emails.map((email) => [fileNameOf(email, zone), email.raw])),
  };
}
