import type { ConsoleApp, PageContext } from '../http/context.ts';
import { renderPage } from '../http/show.ts';
import type { ConsoleServices } from '../services.ts';
import { loadPhase } from './load-phase.ts';
import { phasePage } from './phase-page.tsx';
import type { PhaseView } from './phase-view.ts';
import { rateMeter } from './rate-meter.ts';

/** Shows the page of the phase in the path, with what was wrong with a form of it. */
export type ShowPhase = (c: PageContext, problem?: PhaseView['problem']) => Promise<Response>;

/** The page of one phase. @returns what shows it again after a form that was filled in wrongly */
export function registerPhase(app: ConsoleApp, services: ConsoleServices): ShowPhase {
  const meter = rateMeter();
  const show: ShowPhase = async (c, problem) => {
    const view = await loadPhase(c, { services, meter });
    return renderPage(c, phasePage({ ...view, problem }), { ...services, status: problem ? 400 : 200 });
  };
  app.get('/phases/:id', (c) => show(c));
  return show;
}
