import { EmptyState } from '../ui/empty-state.tsx';
import type { Page } from '../ui/layout.tsx';
import { ReportBody, reportTitle } from './report-body.tsx';
import type { ReportView } from './report-view.ts';

/** The report as a page of the console. */
export function reportPage(view: ReportView): Page {
  return {
    title: reportTitle(view),
    current: '/report',
    scripts: ['print'],
    body: (
      <>
        <ul class="usa-button-group crier-screen-only">
          <li class="usa-button-group__item" data-print hidden>
            <button class="usa-button" type="button">
              Print report
            </button>
          </li>
          <li class="usa-button-group__item">
            <a class="usa-button usa-button--outline" href="/report/file">
              Download report
            </a>
          </li>
        </ul>
        <ReportBody {...view} hasLinks />
      </>
    ),
  };
}

/** Before the first plan. */
export function noReportPage(): Page {
  return {
    title: 'Report',
    current: '/report',
    body: (
      <EmptyState title="Nothing to report yet" action={{ href: '/plan', label: 'Go to the launch plan' }}>
        The report shows dates, emails, and how many filers are ready. It starts with the launch plan.
      </EmptyState>
    ),
  };
}
