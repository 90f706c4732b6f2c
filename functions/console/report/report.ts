import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { notFound } from '../http/refusal.ts';
import { renderPage, sendFile } from '../http/show.ts';
import type { ConsoleServices } from '../services.ts';
import { loadReport } from './load-report.ts';
import { reportFile } from './report-file.tsx';
import { noReportPage, reportPage } from './report-page.tsx';
import type { ReportView } from './report-view.ts';

/** The report on the launch, for the chief clerk: as a page to print, and as a file that needs nothing else. */
export function registerReport(app: ConsoleApp, services: ConsoleServices): void {
  const load = (c: PageContext, current: CurrentPlan): Promise<ReportView> =>
    loadReport(current, { services, now: c.var.now });

  app.get('/report', async (c) => {
    const { plan } = c.var;
    return renderPage(c, plan ? reportPage(await load(c, plan)) : noReportPage(), services);
  });

  app.get('/report/file', async (c) => {
    const { plan } = c.var;
    if (!plan) throw notFound('The report');
    const text = reportFile(await load(c, plan));
    return sendFile(c, `${plan.plan.name}-report.html`, { type: 'text/html; charset=utf-8', text });
  });
}
