import { campaign } from '#campaign';
import { goalLabel } from '../../domain/run/goal.ts';
import { count, counted } from '../../lib/count.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { Figure, Figures } from '../ui/figures.tsx';
import { ReportCallsSection } from './report-calls.tsx';
import { ReportDatesSection } from './report-dates.tsx';
import { ReportPhasesSection } from './report-phases-section.tsx';
import { ReportProgressSections } from './report-progress.tsx';
import { ReportRecordSections } from './report-record.tsx';
import type { ReportView } from './report-view.ts';

/** What the report is called: it closes the launch once nothing can be sent any more. */
export function reportTitle({ isOver }: Pick<ReportView, 'isOver'>): string {
  return isOver ? 'Closing report' : 'Launch report';
}

/** The whole report below its heading. @param hasLinks with links to pages of the console */
export function ReportBody(view: ReportView & { readonly hasLinks: boolean }) {
  return (
    <>
      <Lead {...view} />
      <TotalFigures {...view} />
      <ReportProgressSections {...view} />
      <ReportDatesSection {...view} />
      <ReportPhasesSection {...view} />
      <ReportCallsSection {...view} />
      <ReportRecordSections {...view} />
    </>
  );
}

function Lead({ court, now, zone, isOver, ahead }: ReportView) {
  return (
    <>
      <p class="crier-total">
        <strong>{court}</strong>: {campaign.title}
      </p>
      <p>
        As of <CourtTime at={now} zone={zone} />. {isOver ? 'Every phase is over.' : aheadLabel(ahead)} This
        report counts filers and does not name any.
      </p>
    </>
  );
}

function aheadLabel(ahead: number): string {
  if (ahead === 0) return 'Emails may still be sent.';
  return `${counted(ahead, 'phase')} ${ahead === 1 ? 'has' : 'have'} not been sent.`;
}

function TotalFigures({ progress, totals }: ReportView) {
  return (
    <Figures many>
      {progress ? (
        <>
          <Figure name="Progress" main={goalLabel(progress.goal)} />
          <Figure name="Filers left" main={count(progress.goal.left)} />
        </>
      ) : null}
      <Figure name="Emails sent" main={count(totals.sent)} />
      <Figure name="Bounced" main={count(totals.bounced)} />
      <Figure name="Marked as spam" main={count(totals.complained)} />
    </Figures>
  );
}
